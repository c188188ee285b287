using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>B2, B8, B11, B12, B26: what is refused while a Rapid Review is prepared, and beside which input it is said.</summary>
public class PreparingTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Contact Head = new("", "Head of unit", "head@probation.example");

    [Fact]
    public void An_agency_is_chosen_by_a_name_of_its_own_B2()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        ChooseAgency Chosen(string key, string name) => new(CaseStory.Id, key, name, null);
        Assert.Equal(("answer-needed", "agency"), Refused(story, Chosen("p", " ")));
        Assert.Equal(("too-long", "agency"), Refused(story, Chosen("p", new('x', ChooseAgency.LongestName + 1))));
        Assert.Equal(("nothing-changed", "agency"), Refused(story, Chosen("police", "Another police")));
        Assert.Equal(("nothing-changed", "agency"), Refused(story, Chosen("p", " THE POLICE ")));
        story.Given(Chosen("p", " Probation "), Operations);
        Assert.Equal("Probation", story.File.Review.Agency("p")!.Name);
    }

    [Theory]
    [InlineData("", " ", "head@probation.example", "answer-needed", "representative")]
    [InlineData("", "Head of unit", "", "answer-needed", "email")]
    [InlineData("", "Head of unit", "head", "answer-needed", "email")]
    [InlineData("", "Head of unit", "@probation.example", "answer-needed", "email")]
    [InlineData("", "Head of unit", "head@me", "answer-needed", "email")]
    [InlineData("", "Head of unit", "head@probation", "answer-needed", "email")]
    [InlineData("", "Head of unit", "head@probation@example.org", "answer-needed", "email")]
    [InlineData("", "Head of unit", "the head@probation.example", "answer-needed", "email")]
    public void Who_is_written_to_is_called_something_and_has_an_address_that_mail_can_go_to_B2(
        string person,
        string display,
        string email,
        string code,
        string field
    )
    {
        var story = CaseStory.At(Stage.Notified);
        var contact = new Contact(person, display, email);
        Assert.Equal((code, field), Refused(story, new ChooseAgency(CaseStory.Id, "p", "Probation", contact)));
        Assert.Equal((code, field), Refused(story, new InviteAttendee(CaseStory.Id, Invited("a") with { Contact = contact })));
    }

    [Fact]
    public void Who_is_written_to_has_no_longer_name_or_address_than_a_letter_holds_B2()
    {
        var story = CaseStory.At(Stage.Notified);
        ChooseAgency With(Contact contact) => new(CaseStory.Id, "p", "Probation", contact);
        Assert.Equal(("too-long", "representative"), Refused(story, With(Head with { Display = new('x', 201) })));
        Assert.Equal(("too-long", "email"), Refused(story, With(Head with { Email = $"{new string('x', 190)}@probation.example" })));
        story.Given(With(new("in-the-list", "Head of unit", "")), Operations);
        Assert.Equal("in-the-list", story.File.Review.Agency("p")!.Representative!.PersonId);
    }

    [Fact]
    public void Several_agencies_are_chosen_with_one_press_all_of_them_or_none_B8()
    {
        var story = CaseStory.At(Stage.Notified);
        ChooseAgencies All(params ChooseAgency[] all) => new(CaseStory.Id, [.. all]);
        var probation = new ChooseAgency(CaseStory.Id, "p", " Probation ", Head);
        Assert.Equal(("answer-needed", "agency"), Refused(story, All()));
        Assert.Equal(
            ("answer-needed", "email"),
            Refused(story, All(probation, new(CaseStory.Id, "h", "Housing", Head with { Email = "" })))
        );
        Assert.Empty(story.File.Review.Agencies);
        story.Given(All(probation, new(CaseStory.Id, "h", "Housing", null), probation), Operations);
        Assert.Equal(["Probation", "Housing"], story.File.Review.Agencies.Select(agency => agency.Name));
    }

    [Fact]
    public void A_representative_is_named_of_an_agency_in_the_list_and_nothing_goes_out_before_it_is_asked_B2()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        NameRepresentative Named(string key, Contact contact) => new(CaseStory.Id, key, contact);
        Assert.Equal(("overtaken", null), Refused(story, Named("probation", Head)));
        Assert.Equal(("answer-needed", "email"), Refused(story, Named("police", Head with { Email = "head" })));
        Assert.Equal(("nothing-changed", "representative"), Refused(story, Named("police", CaseStory.ContactOf("police"))));
        story.Given(Named("police", Head), Operations);
        Assert.Equal(Head, story.File.Review.Agency("police")!.Representative);
        Assert.Empty(Effects(story));
        Assert.Equal(("overtaken", null), Refused(story, new RemoveAgency(CaseStory.Id, "probation")));
    }

    [Fact]
    public void Only_an_agency_that_was_named_is_left_out_and_the_reason_has_a_limit_B8()
    {
        var story = CaseStory.At(Stage.Notified);
        var named = NamedAgencies.Unasked(story.File)[0];
        Assert.Equal(("overtaken", null), Refused(story, new LeaveOut(CaseStory.Id, "Nobody named this", "Not involved.")));
        Assert.Equal(("too-long", "reason"), Refused(story, new LeaveOut(CaseStory.Id, named, new('x', 4001))));
        story.Given(new LeaveOut(CaseStory.Id, named, " Closed. "), Operations);
        Assert.Equal("Closed.", story.File.Review.NotAsked[named]);
        Assert.Equal(("overtaken", null), Refused(story, new LeaveOut(CaseStory.Id, named, "Closed.")));
    }

    [Fact]
    public void Somebody_is_invited_with_address_agency_and_one_of_the_three_partners_or_none_B12()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        InviteAttendee With(Attendee attendee) => new(CaseStory.Id, attendee);
        Assert.Equal(
            ("answer-needed", "email"),
            Refused(story, With(Invited("a") with { Contact = new("in-the-list", "Head of service", "") }))
        );
        Assert.Equal(("answer-needed", "agency"), Refused(story, With(Invited("a") with { AgencyName = " " })));
        Assert.Equal(("too-long", "title"), Refused(story, With(Invited("a") with { JobTitle = new('x', 201) })));
        Assert.Equal(("answer-needed", "partner"), Refused(story, With(Invited("a") with { Partner = Role.Chair })));
        Assert.Equal(("nothing-changed", "representative"), Refused(story, With(Invited($"a-{Role.LeadPolice}"))));
        Assert.Equal(
            ("nothing-changed", "representative"),
            Refused(story, With(Invited("a") with { Contact = new("", "The same", $"{Role.LeadPolice}@EXAMPLE.org") }))
        );
        story.Given(With(Invited("a") with { Declared = new(true, true, story.Now, "Somebody"), Present = true }), Operations);
        var attendee = story.File.Review.Attendees[^1];
        Assert.Equal((null, false, false), (attendee.Declared, attendee.Present, attendee.IsEligible));
        Assert.Empty(Effects(story));
    }

    [Fact]
    public void Whom_somebody_stands_for_follows_from_their_agency_and_a_teacher_never_stands_for_the_police_B14()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        Attendee At(string key, string personId, string agency, Role? partner) =>
            new(key, new(personId, $"Head, {key}", $"{key}@agency.example"), agency, $"The {agency}", "Head", partner);
        Refusal Asked(Attendee attendee) => Reason(story, new InviteAttendee(CaseStory.Id, attendee));

        var teacher = Asked(At("teacher", "", "schools", Role.LeadPolice));
        Assert.Equal(("not-their-partner", "agency"), (teacher.Code, teacher.Field));
        Assert.EndsWith("This agency belongs to none of the three, not to the police.", teacher.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "belongs to the police, not to health.",
            Asked(At("pc", "", "police", Role.LeadHealth)).Message,
            StringComparison.Ordinal
        );
        // Somebody of the list is of their own agency, whatever agency they are entered with.
        var chair = CaseStory.Somebody(Role.Chair);
        var known = Asked(At("chair", chair.PersonId, "police", Role.LeadPolice));
        Assert.Equal(("not-their-partner", "representative"), (known.Code, known.Field));

        story
            .Given(new InviteAttendee(CaseStory.Id, At("pc", "", "police", null)), Operations)
            .Given(new InviteAttendee(CaseStory.Id, At("chair", chair.PersonId, "police", null)), Operations)
            .Given(new InviteAttendee(CaseStory.Id, At("teacher", "", "schools", null)), Operations);
        Assert.Equal([Role.LeadPolice, null, null], story.File.Review.Attendees.TakeLast(3).Select(attendee => attendee.Partner));
    }

    [Fact]
    public void There_are_no_more_attendees_than_a_meeting_holds_B12()
    {
        var story = CaseStory.At(Stage.Notified);
        for (var i = 0; i < InviteAttendee.Most; i++)
        {
            story.Given(new InviteAttendee(CaseStory.Id, Invited($"a{i}")), Operations);
        }

        Assert.Equal(("too-many", null), Refused(story, new InviteAttendee(CaseStory.Id, Invited("one-more"))));
    }

    [Fact]
    public void Somebody_is_taken_off_without_a_reason_only_while_nothing_has_been_sent_B12()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        TakeOffAttendee Off(string key, string reason) => new(CaseStory.Id, key, reason);
        Assert.Equal(("overtaken", null), Refused(story, Off("nobody", "")));
        Assert.Equal(("too-long", "reason"), Refused(story, Off($"a-{Role.LeadPolice}", new('x', 4001))));
        story.Given(new InviteAttendee(CaseStory.Id, Invited("by-mail")), Operations).Given(Off($"a-{Role.LeadPolice}", ""), Operations);
        Assert.DoesNotContain(story.File.Review.Attendees, attendee => attendee.Partner == Role.LeadPolice);
        Assert.Empty(Effects(story));
        story.Sent();
        Assert.Equal(("reason-needed", "reason"), Refused(story, Off("by-mail", " ")));
        story.Given(Off("by-mail", "They have left."), Operations);
        Assert.Contains(new Effect.KeepMeeting(CaseStory.Id), Effects(story));
        Assert.DoesNotContain(Effects(story), effect => effect is Effect.ShowCard { Kind: CardKind.AttendeeTask, OnlyIfShown: true });
    }

    [Fact]
    public void A_meeting_is_planned_for_a_time_to_come_that_ends_after_it_begins_and_on_the_same_day_B11()
    {
        var story = CaseStory.At(Stage.Notified);
        var plan = Plan(new(2026, 11, 13));
        Assert.Equal(("past", "date"), Refused(story, plan with { Start = story.Now }));
        Assert.Equal(("order", "to"), Refused(story, plan with { End = plan.Start }));
        Assert.Equal(("order", "to"), Refused(story, plan with { End = plan.Start.AddHours(10) }));
        Assert.Equal(("outside", "date"), Refused(story, Plan(story.Calendar.LastDay.AddDays(1))));
        story.Given(plan, Operations);
        Assert.Empty(Effects(story));
    }

    [Fact]
    public void Where_a_meeting_is_held_is_said_by_how_it_is_held_B26()
    {
        var story = CaseStory.At(Stage.Notified);
        var plan = Plan(new(2026, 11, 13)) with { Place = " " };
        Assert.Equal("Enter the number to ring.", Reason(story, plan with { How = MeetingKind.Telephone }).Message);
        Assert.Equal("Enter the place.", Reason(story, plan).Message);
        Assert.Equal(("answer-needed", "place"), Refused(story, plan));
        Assert.Equal(("too-long", "place"), Refused(story, plan with { Place = new('x', 201) }));
    }

    [Fact]
    public void The_reasons_for_a_plan_and_for_its_cancellation_have_a_limit_and_a_cancellation_has_one_PD5()
    {
        var story = CaseStory.At(Stage.Notified);
        var early = Plan(new(2026, 11, 12));
        Assert.Equal(("too-long", "early"), Refused(story, early with { EarlyBecause = new('x', 4001) }));
        Assert.Equal(("too-long", "reason"), Refused(story, early with { EarlyBecause = "A sibling.", Reason = new('x', 4001) }));
        story.Given(early with { EarlyBecause = " A sibling. " }, Operations);
        Assert.Equal("A sibling.", story.File.Review.Meeting!.EarlyBecause);
        Assert.Equal(("reason-needed", "reason"), Refused(story, new CancelMeeting(CaseStory.Id, " ")));
        Assert.Equal(("too-long", "reason"), Refused(story, new CancelMeeting(CaseStory.Id, new('x', 4001))));
        story.Given(new CancelMeeting(CaseStory.Id, "The Chair is ill."), Operations);
        Assert.Null(story.File.Review.Meeting);
        Assert.Empty(Effects(story));
    }

    private static PlanMeeting Plan(DateOnly day) =>
        new(
            CaseStory.Id,
            London.Instant(day, new(10, 0)),
            London.Instant(day, new(12, 0)),
            MeetingKind.FaceToFace,
            "Town hall, room 4",
            "",
            ""
        );

    private static Attendee Invited(string key) =>
        new(key, new("", "Head of service", $"{key}@housing.example"), "housing", "Housing", "Head of service", null);

    private static IEnumerable<Effect> Effects(CaseStory story) => EffectsOf.Event(story.File.History[^1].Event, story.File);

    private static (string Code, string? Field) Refused(CaseStory story, Command command) =>
        Reason(story, command) is var refusal ? (refusal.Code, refusal.Field) : default;

    private static Refusal Reason(CaseStory story, Command command) =>
        Assert.IsType<Decision.Refused>(story.When(command, Operations)).Reasons[0];
}
