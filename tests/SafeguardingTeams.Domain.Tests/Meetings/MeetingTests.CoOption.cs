using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Meetings;

// Somebody is co-opted to one item, sees it until it is over for them, and is told.
public partial class MeetingTests
{
    private static readonly Actor Doctor = MeetingStory.Doctor;

    private static readonly EndCoOption TakesOff = new(MeetingStory.Id, 3, 1, "Somebody else comes.");

    [Fact]
    public void Somebody_is_co_opted_to_one_item_and_has_no_part_in_the_meeting_E3()
    {
        var story = MeetingStory.WithCoOpted();
        Assert.Equal(
            ["Named doctor, Acute hospital trust", "Head of midwifery, A private clinic"],
            story.File.Item(3)!.CoOptedNow.Select(one => one.RoleAndAgency)
        );
        Assert.Equal([3], Theirs(story));
        Assert.False(MeetingPermissions.Sees(story.File, Doctor));
        Assert.Empty(MeetingPermissions.ItemsOf(story.File, CaseStory.Person("", Role.Practitioner)));
        var task = Assert.Single(MeetingTask.OfCoOpted(story.File));
        Assert.Equal((TaskKind.ComeForItem, Doctor.PersonId, MeetingStory.Day), (task.Kind, task.PersonId, task.Due!.DueDay));
        foreach (var command in MeetingStory.EveryCommand())
        {
            Assert.Equal("not-found", Only(story.When(command, Doctor)).Code);
        }
    }

    [Fact]
    public void Who_sees_the_whole_meeting_who_is_there_already_and_who_declared_an_interest_is_refused_in_words_E3_E14()
    {
        var story = MeetingStory.WithCoOpted();
        foreach (var sees in new[] { MeetingStory.Member, MeetingStory.Chair, MeetingStory.Operations })
        {
            Assert.Equal(("sees-it-all", "owner"), Only(story.When(OfTheFile(sees), Operations)));
        }

        Assert.Equal(("nothing-changed", "owner"), Only(story.When(MeetingStory.CoOpts, MeetingStory.Chair)));
        Assert.Equal(("nothing-changed", "owner"), Only(story.When(ByHand(1) with { Who = MeetingStory.Outside }, Operations)));
        Assert.Equal(
            ("nothing-changed", "owner"),
            Only(
                story.When(
                    ByHand(1) with
                    {
                        Who = MeetingStory.Outside with { Display = "Her deputy", Email = "HEAD@clinic.example" },
                    },
                    Operations
                )
            )
        );
        Assert.Equal(
            ("in-the-list", "owneremail"),
            Only(story.When(ByHand(1) with { Who = MeetingStory.Outside with { Email = "Doctor@trust.example" } }, Operations))
        );
        story.Given(MeetingStory.CoOpts with { Number = 2 }, Operations);
        Assert.Equal([2, 3], Theirs(story));

        story.On(MeetingStory.Day).Given(new RecordGroupAttendance(Id, MeetingStory.Came, 0), Operations);
        var lead = CaseStory.Lead(Role.LeadPolice);
        story.Given(
            new DeclareInterest(Id, 3, new("Detective Inspector, Police", lead.PersonId, "Knows it.", AfterInterest.Stayed)),
            Operations
        );
        Assert.Equal(("interest", "owner"), Only(story.When(OfTheFile(lead), Operations)));
        story.Given(
            new DeclareInterest(Id, 3, new("Head of midwifery, A private clinic", "", "Knows it.", AfterInterest.Left)),
            Operations
        );
        story.Given(TakesOff with { Which = 2 }, Operations);
        Assert.Equal(("interest", "owner"), Only(story.When(MeetingStory.CoOpts with { Who = MeetingStory.Outside }, Operations)));
    }

    [Fact]
    public void At_most_six_are_co_opted_to_one_item_and_an_unfilled_answer_is_named_E3()
    {
        var story = MeetingStory.WithCoOpted();
        foreach (var n in Enumerable.Range(1, CoOpted.Most - 2))
        {
            story.Given(ByHand(n), Operations);
        }

        Assert.Equal("too-many", Only(story.When(ByHand(9), Operations)).Code);
        story.Given(TakesOff, Operations).Given(ByHand(9), Operations);
        Assert.Equal(
            ("person-needed", "owner"),
            Only(story.When(MeetingStory.CoOpts with { Who = ActionOwner.OfTheFile("") }, Operations))
        );
        var wrong = Assert.IsType<Decision.Refused>(
            story.When(MeetingStory.CoOpts with { Who = new("", "Named GP", "", "no address", "", "") }, Operations)
        );
        Assert.Equal(["ownername", "owneremail", "agency"], wrong.Reasons.Select(reason => reason.Field));
        Assert.All(wrong.Reasons, reason => Assert.DoesNotContain("owner", reason.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Taken_off_with_a_reason_they_see_it_no_more_nothing_is_lost_and_they_can_be_co_opted_again_E3()
    {
        var story = MeetingStory.WithCoOpted();
        Assert.Equal("reason-needed", Only(story.When(TakesOff with { Reason = " " }, Operations)).Code);
        story.Given(TakesOff, MeetingStory.Chair);
        Assert.Empty(Theirs(story));
        Assert.Empty(MeetingTask.OfCoOpted(story.File));
        Assert.Equal("Somebody else comes.", story.File.Item(3)!.CoOpted[0].Off);
        Assert.Equal("overtaken", Only(story.When(TakesOff, Operations)).Code);
        Assert.Equal("overtaken", Only(story.When(TakesOff with { Which = 9 }, Operations)).Code);
        story.Given(MeetingStory.CoOpts, Operations);
        Assert.Equal([3], Theirs(story));
        Assert.Equal(3, story.File.Item(3)!.CoOpted[^1].Number);
    }

    [Fact]
    public void It_is_theirs_until_the_meeting_has_ended_is_cancelled_the_item_is_dropped_or_they_left_for_it_E3_E14()
    {
        var dropped = MeetingStory.WithCoOpted().Given(new DropFromAgenda(Id, 3, "It is not ready."), Operations);
        Assert.Empty(Theirs(dropped));
        Assert.Equal("overtaken", Only(dropped.When(MeetingStory.CoOpts, Operations)).Code);
        Assert.Equal("overtaken", Only(dropped.When(TakesOff, Operations)).Code);

        var cancelled = MeetingStory.WithCoOpted().Given(new CancelGroupMeeting(Id, "Too few can come."), Operations);
        Assert.Empty(Theirs(cancelled));
        Assert.Equal("overtaken", Only(cancelled.When(MeetingStory.CoOpts, Operations)).Code);
        Assert.Equal([3], Theirs(cancelled.Given(MeetingStory.Plan, Operations)));

        var held = MeetingStory.WithCoOpted().On(MeetingStory.Day).Given(new RecordGroupAttendance(Id, MeetingStory.Came, 0), Operations);
        Assert.Equal([3], Theirs(held));
        DeclareInterest Declares(AfterInterest followed) =>
            new(Id, 3, new("Named doctor, Acute hospital trust", Doctor.PersonId, "Knows the family.", followed));
        Assert.Equal([3], Theirs(held.Given(Declares(AfterInterest.LeftTheDecision), Operations)));
        Assert.Empty(Theirs(held.Given(Declares(AfterInterest.Left), Operations)));

        var ended = MeetingStory.WithCoOpted().On(MeetingStory.Day).Given(new RecordGroupAttendance(Id, MeetingStory.Came, 0), Operations);
        ended
            .Given(MeetingStory.Decide(1, null, MeetingStory.Noted), Operations)
            .Given(MeetingStory.Decide(2, LearningStory.Id, MeetingStory.OnTheReferral), Operations)
            .Given(MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase), Operations);
        Assert.Equal([3], Theirs(ended));
        Assert.Equal(
            "overtaken",
            Only(ended.When(MeetingStory.CoOpts with { Who = OfTheFile(CaseStory.Lead(Role.LeadPolice)).Who }, Operations)).Code
        );
        ended.Given(new EndGroupMeeting(Id, "12:30"), Operations);
        Assert.Empty(Theirs(ended));
        Assert.Equal(["anew about item3-1.4"], Told(ended));
    }

    [Fact]
    public void They_are_told_by_a_message_or_a_mail_anew_when_it_moves_and_that_nothing_is_asked_of_them_any_more_E3()
    {
        var story = MeetingStory.At(MeetingStage.Planned).Given(MeetingStory.CoOpts, Operations);
        Assert.Equal(["CoOpted to the-doctor about item3-1.2", "meeting"], Told(story));
        story.Given(MeetingStory.CoOpts with { Who = MeetingStory.Outside }, Operations);
        Assert.Equal(["mail about item3-2.3", "meeting"], Told(story));
        story.Given(new MoveGroupMeeting(Id, MeetingStory.Day.AddDays(1), "10:00", "Room 2", "The room is taken."), Operations);
        Assert.Equal(["anew about item3-1.2", "CoOpted to the-doctor about item3-1.4", "mail about item3-2.4", "meeting"], Told(story));
        story.Given(TakesOff, Operations);
        Assert.Equal(["anew about item3-1.2", "anew about item3-1.4", "meeting"], Told(story));
        story.Given(new CancelGroupMeeting(Id, "Too few can come."), Operations);
        Assert.Equal(["mail about item3-2.6", "meeting"], Told(story));
        story.Given(MeetingStory.Plan, Operations);
        Assert.Equal(["mail about item3-2.7", "meeting"], Told(story));
        story.Given(new DropFromAgenda(Id, 3, "It is not ready."), Operations);
        Assert.Equal(["mail about item3-2.8", "meeting"], Told(story));
        Assert.Equal((3, 2), Topic.Parse("item3-2.8").CoOptedTo);
        Assert.Null(Topic.Parse("police.8").CoOptedTo);
    }

    [Fact]
    public void An_agenda_that_went_shows_something_else_once_somebody_is_co_opted_or_taken_off_E3_E6()
    {
        var story = MeetingStory.At(MeetingStage.Planned).Given(new SendAgenda(Id, 1), Operations);
        Assert.False(MeetingSending.Newest(story.File, minutes: false)!.IsOutdated(story.File));
        story.Given(MeetingStory.CoOpts, Operations);
        Assert.True(MeetingSending.Newest(story.File, minutes: false)!.IsOutdated(story.File));
        story.Given(new SendAgenda(Id, story.File.ChangedAt), Operations).Given(TakesOff, Operations);
        Assert.True(MeetingSending.Newest(story.File, minutes: false)!.IsOutdated(story.File));
    }

    private static IEnumerable<int> Theirs(MeetingStory story) =>
        MeetingPermissions.ItemsOf(story.File, Doctor).Select(item => item.Number);

    private static CoOptToItem OfTheFile(Actor person) => MeetingStory.CoOpts with { Who = ActionOwner.OfTheFile(person.PersonId) };

    private static CoOptToItem ByHand(int n) =>
        MeetingStory.CoOpts with
        {
            Who = MeetingStory.Outside with { Display = $"Expert {n}", Email = $"expert-{n}@clinic.example" },
        };

    /// <summary>What the last event did about those co-opted, and in Outlook.</summary>
    private static IEnumerable<string> Told(MeetingStory story) =>
        EffectsOf
            .Once(((MeetingEvent)story.File.History[^1].Event).WhatFollows(story.File))
            .Select(effect =>
                effect switch
                {
                    Effect.ShowCard { Kind: CardKind.CoOpted, OnlyIfShown: true } card => $"anew about {card.About}",
                    Effect.ShowCard { Kind: CardKind.CoOpted, To: Recipient.ThePerson(var id) } card =>
                        $"CoOpted to {id} about {card.About}",
                    Effect.SendMail { Kind: MailKind.CoOpted } mail => $"mail about {mail.About}",
                    Effect.KeepMeeting => "meeting",
                    _ => "",
                }
            )
            .Where(said => said.Length > 0);
}
