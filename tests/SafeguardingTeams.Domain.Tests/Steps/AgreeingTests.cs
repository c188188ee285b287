using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>
/// B11 to B22, PD5 and PD16: which meeting agrees, what it agreed stays what the leads approve, and the clocks of agreeing again.
/// The notification was sent on Monday 2 November 2026.
/// </summary>
public class AgreeingTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly Actor System = CaseStory.Somebody(Role.ThisSystem);

    [Fact]
    public void Who_was_at_an_adjourned_meeting_does_not_count_for_the_one_it_was_moved_to_B14()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Discussed();
        Move(story, 18);
        Assert.DoesNotContain(story.File.Review.Attendees, attendee => attendee.Present);
        story.Attended(Role.LeadLocalAuthority, Role.LeadHealth);
        Assert.Contains("the police", Refused(story, new AgreeRecommendation(CaseStory.Id), Chair).Message, StringComparison.Ordinal);
        story
            .Given(
                new RecordAttendance(CaseStory.Id, [.. Partners.Leads.Select(partner => $"a-{partner}")], "The police came later."),
                Chair
            )
            .Agreed();
    }

    [Fact]
    public void A_change_of_place_leaves_who_was_recorded_as_present_B14()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared();
        var there = story.File.Review.Meeting!;
        story.Now = there.Start.AddHours(-1);
        story
            .Given(new RecordAttendance(CaseStory.Id, [.. Partners.Leads.Select(partner => $"a-{partner}")]), Chair)
            .Given(new PlanMeeting(CaseStory.Id, there.Start, there.End, MeetingKind.Online, "", "", "The room is not free."), Operations);
        Assert.All(story.File.Review.Attendees, attendee => Assert.True(attendee.Present));
    }

    [Fact]
    public void Nothing_is_agreed_without_a_meeting_and_another_can_be_planned_B11_B22()
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Declared()
            .Attended([.. Partners.Leads])
            .Discussed()
            .Given(new CancelMeeting(CaseStory.Id, "The building was closed."), Operations);
        Assert.DoesNotContain(story.File.Review.Attendees, attendee => attendee.Present);
        Assert.Contains(AgreeRecommendation.Missing(story.File, London.DateOf(story.Now), story.Now), missing =>
            missing.StartsWith("No meeting is planned", StringComparison.Ordinal)
        );
        Assert.Equal("not-ready", Refused(story, new AgreeRecommendation(CaseStory.Id), Chair).Code);
        Move(story, 18);
        story.Attended([.. Partners.Leads]).Agreed().AllApprove().ReportSent();
    }

    [Fact]
    public void Nothing_is_agreed_before_the_meeting_begins_and_attendance_is_put_right_after_it_B14()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Discussed();
        story.Now = story.File.Review.Meeting!.Start.AddMinutes(-1);
        story.Given(new RecordAttendance(CaseStory.Id, [.. Partners.Leads.Select(partner => $"a-{partner}")]), Chair);
        Assert.Equal("The meeting has not begun.", Refused(story, new AgreeRecommendation(CaseStory.Id), Chair).Message);
        story.Now = story.File.Review.Meeting.Start.AddDays(3);
        story
            .Given(new RecordAttendance(CaseStory.Id, [$"a-{Role.LeadPolice}"], "Two had left."), Chair)
            .Given(new RecordAttendance(CaseStory.Id, [.. Partners.Leads.Select(partner => $"a-{partner}")], "A slip."), Chair)
            .Agreed();
    }

    /// <summary>A record of before the rule: agreed, and the meeting cancelled.</summary>
    [Fact]
    public void The_letter_to_the_Panel_needs_the_day_of_the_meeting_B22()
    {
        var file = CaseStory.At(Stage.AwaitingSubmission).File;
        Assert.Contains(
            "The day of the meeting is not recorded",
            Assert.Single(SendReport.LetterMissing(file with { Review = file.Review with { Meeting = null } })),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("immediate", "taken")]
    [InlineData("criteria", "met")]
    [InlineData("recommendation", "rationale")]
    [InlineData("agreement", "unanimous")]
    public void What_the_leads_approve_changes_only_once_the_recommendation_is_open_again_B16_B20(string page, string question)
    {
        foreach (var stage in new[] { Stage.AwaitingApproval, Stage.AwaitingSubmission })
        {
            var story = CaseStory.At(stage);
            var record = story.File.Review.Record;
            var refused = Refused(story, new RecordMeeting(CaseStory.Id, record, record.With(page, question, ""), "A slip."), Chair);
            Assert.Equal("agreed-already", refused.Code);
            Assert.Contains("open the recommendation again first", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_agreed_action_is_not_taken_off_the_record_B16()
    {
        var story = CaseStory.At(Stage.AwaitingSubmission);
        var record = story.File.Review.Record;
        Assert.Equal(
            "agreed-already",
            Refused(
                story,
                new RecordMeeting(CaseStory.Id, record, record with { Rows = record.Rows.Remove("actions") }, "Done."),
                Operations
            ).Code
        );
    }

    [Fact]
    public void Once_agreed_the_record_stays_complete_B16()
    {
        var story = CaseStory.At(Stage.AwaitingSubmission);
        var record = story.File.Review.Record;
        var refused = Refused(story, new RecordMeeting(CaseStory.Id, record, record.With("discussion", "harm", ""), "A slip."), Chair);
        Assert.Equal(("incomplete", "2.3 Discussion and analysis: Enter an answer."), (refused.Code, refused.Message));
    }

    [Fact]
    public void The_leads_are_asked_anew_after_every_other_change_after_the_agreement_B20()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Discussed();
        Assert.Empty(Effects(story));
        story.Agreed();
        var record = story.File.Review.Record;
        story.Given(
            new RecordMeeting(CaseStory.Id, record, record.With("discussion", "harm", "Two fractures."), "The second was found."),
            Chair
        );
        Assert.All(Told(story), told => Assert.Contains(told, Effects(story)));
        Assert.Equal(2, story.File.Review.Approval!.Round.Number);
        story.AllApprove().Given(new RecordAttendance(CaseStory.Id, [$"a-{Role.LeadPolice}"], "Two of them had left."), Chair);
        Assert.All(Told(story), told => Assert.Contains(told, Effects(story)));
        Assert.Equal((3, Stage.AwaitingApproval), (story.File.Review.Approval!.Round.Number, story.File.Stage));

        static IEnumerable<Effect> Told(CaseStory story) =>
            Partners.Leads.Select(lead => new Effect.ShowCard(CaseStory.Id, CardKind.ApprovalTask, new Recipient.HoldersOf(lead))
            {
                About = Topic.Round(story.File.Review.Approval!.Round.Number),
            });
    }

    [Theory]
    [InlineData(13, 13, 17)] // Agreed on the day of the meeting, Friday: two working days, Tuesday.
    [InlineData(13, 16, 17)] // Agreed on the Monday after it: the same Tuesday.
    [InlineData(13, 18, 17)] // Agreed later than that: late from the start.
    [InlineData(19, 20, 20)] // Two working days would be working day 15: the day before it.
    public void The_leads_two_working_days_count_from_the_meeting_B20(int meetingOn, int agreedOn, int due)
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        var start = London.Instant(new(2026, 11, meetingOn), new(10, 0));
        story.When(new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.Online, "", "", ""), Operations);
        story.Sent().Declared().Attended([.. Partners.Leads]).Discussed();
        story.Now = London.Instant(new(2026, 11, agreedOn), new(12, 0));
        var deadline = story.Agreed().File.Clock(Timescales.Approval.Id)!.Deadline;
        Assert.Equal(
            (ClockAnchor.MeetingHeld, new DateOnly(2026, 11, meetingOn), new DateOnly(2026, 11, due)),
            (deadline.Anchor, deadline.AnchorDay, deadline.DueDay)
        );
        Assert.All(deadline.Chases, chase => Assert.True(chase.At > story.Now));
    }

    [Fact]
    public void After_mediation_or_reopening_the_leads_days_count_from_when_they_are_asked_anew_B20()
    {
        var story = CaseStory.At(Stage.AwaitingApproval).Approves(Role.LeadPolice, true).Approves(Role.LeadHealth, false);
        story.Now = London.Instant(new(2026, 11, 16), new(9, 30));
        story
            .Given(new AskForApprovalMediation(CaseStory.Id), Chair)
            .Given(new RecordApprovalMediation(CaseStory.Id, "They read it together.", "All."), CaseStory.Somebody(Role.Scrutineer));
        Assert.Equal((ClockAnchor.MediationRecorded, new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 18)), Approval(story));
        story.Now = London.Instant(new(2026, 11, 17), new(9, 30));
        story.Given(new ReopenRecommendation(CaseStory.Id, "A slip."), Chair).Agreed();
        Assert.Equal((ClockAnchor.RecommendationAgreed, new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 19)), Approval(story));
        story.Calendar = BankHolidays.Calendar.WithAmendments([new(2026, 11, 18)], [], "amended");
        story.Given(new RecalculateDeadlines(CaseStory.Id), System);
        Assert.Equal((ClockAnchor.RecommendationAgreed, new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 20)), Approval(story));
    }

    [Theory]
    [InlineData(16, 17)] // Monday: one working day.
    [InlineData(19, 20)] // Thursday, working day 13: Friday, the day before the report is due.
    [InlineData(20, 20)] // Friday, working day 14: the same day.
    [InlineData(23, 24)] // Working day 15 itself: one working day all the same.
    public void To_agree_a_reopened_recommendation_anew_has_a_deadline_and_is_chased_as_the_meeting_is_B1_B11(int reopenedOn, int due)
    {
        var story = CaseStory.At(Stage.AwaitingApproval);
        story.Now = London.Instant(new(2026, 11, reopenedOn), new(8, 0));
        story.Given(new ReopenRecommendation(CaseStory.Id, "A slip."), Chair);
        var deadline = story.File.Clock(Timescales.Meeting.Id)!.Deadline;
        Assert.Equal(
            (ClockAnchor.RecommendationReopened, new DateOnly(2026, 11, reopenedOn), new DateOnly(2026, 11, due)),
            (deadline.Anchor, deadline.AnchorDay, deadline.DueDay)
        );
        Assert.All([Role.Operations, Role.Chair], role =>
            Assert.Contains(CaseTask.Of(story.File), task => task.Kind == TaskKind.HoldMeeting && task.For == role && task.Due == deadline)
        );
        story.Now = London.Instant(story.Calendar.NextWorkingDay(new(2026, 11, due)), new(9, 0));
        story.Given(new ChaseDeadline(CaseStory.Id, Timescales.Meeting.Id), System);
        Assert.Equal(ChaseKind.Late, ((DeadlineChased)story.File.History[^1].Event).Kind);
        Assert.False(story.Agreed().File.Clock(Timescales.Meeting.Id)!.Runs);
    }

    [Fact]
    public void A_pack_that_was_never_shared_is_waited_for_again_once_the_recommendation_is_open_B13()
    {
        var story = CaseStory.At(Stage.AwaitingApproval).Given(new ReopenRecommendation(CaseStory.Id, "A slip."), Chair);
        Assert.Equal(
            (true, new DateOnly(2026, 11, 13)),
            (story.File.Clock(Timescales.Pack.Id)!.Runs, story.File.Clock(Timescales.Pack.Id)!.Deadline.DueDay)
        );
        Assert.False(story.Given(new SharePack(CaseStory.Id), Operations).Agreed().File.Clock(Timescales.Pack.Id)!.Runs);
        Assert.False(story.Given(new ReopenRecommendation(CaseStory.Id, "Another."), Chair).File.Clock(Timescales.Pack.Id)!.Runs);
    }

    [Fact]
    public void A_reopened_meetings_clock_keeps_its_own_day_when_the_notification_is_corrected_PD16()
    {
        var story = CaseStory.At(Stage.AwaitingApproval);
        story.Now = London.Instant(new(2026, 11, 20), new(9, 0));
        story.Given(new ReopenRecommendation(CaseStory.Id, "A slip."), Chair);
        story.Given(
            new RecordNotification(
                CaseStory.Id,
                NotificationGround.SeriousIncident,
                CaseStory.Monday.AddDays(1),
                "SIN-1",
                "It was sent on the Tuesday.",
                Again: true
            ),
            CaseStory.Somebody(Role.AuthorityNotifier)
        );
        var deadline = story.File.Clock(Timescales.Meeting.Id)!.Deadline;
        Assert.Equal(
            (ClockAnchor.RecommendationReopened, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 23)),
            (deadline.Anchor, deadline.AnchorDay, deadline.DueDay)
        );
    }

    private static (ClockAnchor, DateOnly, DateOnly) Approval(CaseStory story) =>
        story.File.Clock(Timescales.Approval.Id)!.Deadline is var deadline
            ? (deadline.Anchor, deadline.AnchorDay, deadline.DueDay)
            : default;

    private static void Move(CaseStory story, int day)
    {
        var start = London.Instant(new(2026, 11, day), new(10, 0));
        story.Given(new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.Online, "", "", "It is adjourned."), Operations);
    }

    private static ImmutableList<Effect> Effects(CaseStory story) => EffectsOf.Event(story.File.History[^1].Event, story.File);

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
