using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A role or a seat that changes hands by its dates: PD17, E2, E3.</summary>
public class RoleChangesTests
{
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly DateOnly Today = London.DateOf(CaseStory.Monday);
    private static readonly Seat Nurse = new(
        "designated-nurse",
        "Designated Nurse",
        "icb",
        "Integrated Care Board",
        Role.LeadHealth,
        [
            new("", "The nurse who leaves", "leaves@icb.example", Today.AddDays(-90), Today.AddDays(40)),
            new("", "The nurse who comes", "comes@icb.example", Today.AddDays(41), null),
        ]
    );

    [Fact]
    public void The_new_holder_of_a_role_gets_what_waits_and_whoever_had_it_is_told_that_it_is_theirs_no_more_PD17()
    {
        var story = CaseStory
            .At(Stage.AwaitingRecommendation)
            .Given(new TakeOverRole(CaseStory.Id, Role.Chair, Chair.PersonId, ["chair-before"], 3), System);
        var effects = EffectsOf.Event(story.File.History[^1].Event, story.File);
        Assert.Contains(effects, effect =>
            effect is Effect.ShowCard { Kind: CardKind.HandedOver, To: Recipient.ThePerson { PersonId: var to } } && to == Chair.PersonId
        );
        Assert.Contains(effects, effect =>
            effect is Effect.ShowCard { To: Recipient.FormerHolder { PersonId: "chair-before" }, OnlyIfShown: true }
        );
        Assert.Equal(
            "nothing-changed",
            Code(story, new TakeOverRole(CaseStory.Id, Role.Chair, Chair.PersonId, ["chair-before"], 3), System)
        );

        // The next change of hands is another, even back to how it was.
        story.Given(new TakeOverRole(CaseStory.Id, Role.Chair, Chair.PersonId, ["chair-before"], 5), System);
    }

    [Fact]
    public void Where_nothing_waits_or_the_role_was_handed_over_or_they_do_not_hold_it_nothing_is_done_PD17()
    {
        Assert.Equal("nothing-changed", Code(CaseStory.At(Stage.AwaitingPartners), Of(Role.Scrutineer, "the-scrutineer"), System));
        Assert.Equal("nothing-changed", Code(CaseStory.At(Stage.AwaitingRecommendation), Of(Role.Chair, "somebody-else"), System));
        var lead = CaseStory.Lead(Role.LeadPolice).PersonId;
        var handed = CaseStory
            .At(Stage.AwaitingPartners)
            .Given(new HandOver(CaseStory.Id, Role.LeadPolice, CaseStory.Deputy(Role.LeadPolice).PersonId, "On leave."), Operations);
        Assert.Equal("nothing-changed", Code(handed, Of(Role.LeadPolice, lead), System));

        static TakeOverRole Of(Role role, string person) => new(CaseStory.Id, role, person, [], 3);
    }

    [Fact]
    public void Those_who_hold_a_seat_on_the_day_are_invited_when_the_meeting_is_planned_E2()
    {
        var story = CaseStory.At(Stage.Notified);
        story.Seats = [Nurse, Nurse with { Id = "empty", Held = [] }];
        var before = story.File.Review.Attendees.Count;
        story.Given(Plan(new(2026, 11, 13)), Operations);
        var invited = Assert.Single(story.File.Review.Attendees.Skip(before));
        Assert.Equal(
            ("seat-designated-nurse", "The nurse who leaves", "Designated Nurse", Role.LeadHealth),
            (invited.Key, invited.Contact.Display, invited.JobTitle, invited.Partner)
        );

        // Whom operations take off stays off, however often it is planned anew.
        story
            .Given(new TakeOffAttendee(CaseStory.Id, invited.Key, "Knows the family."), Operations)
            .Given(Plan(new(2026, 11, 16)), Operations);
        Assert.Equal(before, story.File.Review.Attendees.Count);
    }

    [Fact]
    public void When_a_seat_has_changed_hands_on_the_day_of_the_meeting_its_new_holder_is_invited_in_place_of_the_old_E2_PD17()
    {
        var story = CaseStory.At(Stage.Notified);
        story.Seats = [Nurse];
        story.Given(Plan(new(2026, 11, 13)), Operations);
        Assert.Equal("nothing-changed", Code(story, new FollowSeats(CaseStory.Id), System));
        story.Seats = [Nurse with { Held = [Nurse.Held[1] with { From = Today }] }];
        story.Given(new FollowSeats(CaseStory.Id), System);
        Assert.Equal("The nurse who comes", story.File.Review.Attendees.Single(one => one.Key == "seat-designated-nurse").Contact.Display);
        story.Now = new(2026, 11, 14, 9, 0, 0, TimeSpan.Zero);
        story.Seats = [Nurse];
        Assert.Equal("nothing-changed", Code(story, new FollowSeats(CaseStory.Id), System));
    }

    [Fact]
    public void Who_comes_by_a_seat_stands_for_their_agencys_partner_whatever_the_seat_said_before_B14()
    {
        var story = CaseStory.At(Stage.Notified);
        story.Seats = [Nurse with { AgencyId = "schools", AgencyName = "Schools", Partner = Role.LeadPolice }];
        story.Given(Plan(new(2026, 11, 13)), Operations);
        Assert.Null(story.File.Review.Attendees[^1].Partner);
    }

    private static PlanMeeting Plan(DateOnly day) =>
        new(
            CaseStory.Id,
            London.Instant(day, new(10, 0)),
            London.Instant(day, new(12, 0)),
            MeetingKind.Online,
            "",
            "The Chair is away later.",
            "It suits more."
        );

    private static string Code(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0].Code;
}
