using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>
/// B2, B5, B8, B11, B20; PD5 and PD16: with which meeting letters go, until when returns are waited for, and what a corrected
/// notification moves. It was sent on Monday 2 November 2026.
/// </summary>
public class LettersTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Police = CaseStory.Representative("police");

    [Fact]
    public void Letters_do_not_go_with_a_meeting_that_is_past_B2()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        story.Now = story.File.Review.Meeting!.Start;
        Assert.Contains("past", Refused(story, new SendScoping(CaseStory.Id), Operations).Message, StringComparison.Ordinal);
        Plan(story, 16).Sent();
    }

    [Fact]
    public void Letters_do_not_go_with_a_meeting_that_fell_before_working_day_nine_without_the_Chairs_reason_B11()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        var planned = story.File.Review.Meeting!;
        story.Now = CaseStory.Monday.AddDays(1);
        Corrected(story, story.Now);
        Assert.Contains(
            "before working day 9",
            Refused(story, new SendScoping(CaseStory.Id), Operations).Message,
            StringComparison.Ordinal
        );
        story
            .Given(
                new PlanMeeting(CaseStory.Id, planned.Start, planned.End, planned.How, planned.Place, "A sibling is at risk.", ""),
                Operations
            )
            .Sent();
    }

    [Fact]
    public void Where_the_meeting_is_on_the_day_of_the_letters_returns_are_still_due_by_working_day_nine_B5()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        story.Now = London.Instant(new(2026, 11, 10), new(8, 0));
        story
            .Given(
                new PlanMeeting(
                    CaseStory.Id,
                    story.Now.AddHours(4),
                    story.Now.AddHours(6),
                    MeetingKind.Online,
                    "",
                    "A sibling is at risk.",
                    ""
                ),
                Operations
            )
            .Sent();
        Assert.Equal(new DateOnly(2026, 11, 13), story.File.Clock(ReturnClock.Id("police"))!.Deadline.DueDay);
    }

    [Fact]
    public void An_agency_named_by_a_late_return_is_asked_while_the_leads_approve_and_no_return_is_waited_for_after_that_B8()
    {
        var story = CaseStory.At(Stage.AwaitingApproval);
        story.Now = London.Instant(new(2026, 11, 16), new(9, 0));
        var answers = story.CompleteReturn().With(InitialScopingV1.OtherAgencies, AnswerRow.Empty("o").With("agency", "Probation"));
        story.Given(new ReturnScoping(CaseStory.Id, "police", true, answers, "on a card", ""), Police);
        Assert.Contains(CaseTask.Of(story.File), task => task is { Kind: TaskKind.AskNamedAgency, For: Role.Operations });
        story.Given(new ChooseAgency(CaseStory.Id, "n-1", "Probation", CaseStory.ContactOf("probation")), Operations);
        Assert.Contains(CaseTask.Of(story.File), task => task.Kind == TaskKind.AskNamedAgency);
        story.Given(new AskAgency(CaseStory.Id, "n-1"), Operations);
        Assert.Equal(new DateOnly(2026, 11, 20), story.File.Clock(ReturnClock.Id("n-1"))!.Deadline.DueDay);
        foreach (var named in NamedAgencies.Unasked(story.File))
        {
            story.Given(new LeaveOut(CaseStory.Id, named, "Asked under another name."), Operations);
        }

        Assert.DoesNotContain(CaseTask.Of(story.File), task => task.Kind == TaskKind.AskNamedAgency);
        story.AllApprove();
        Assert.All(story.File.Review.Agencies, agency => Assert.False(story.File.Clock(ReturnClock.Id(agency.Key))!.Runs));
        Assert.Equal(
            Refusal.Overtaken,
            Refused(
                story,
                new ReturnScoping(CaseStory.Id, "n-1", false, Answers.None, "on a card", ""),
                CaseStory.Representative("probation")
            )
        );
        Assert.DoesNotContain(CaseTask.Of(story.File), task => task.Kind is TaskKind.ReturnScoping or TaskKind.AskNamedAgency);
    }

    [Fact]
    public void A_corrected_notification_date_moves_the_returns_and_the_approval_that_hang_on_its_timetable_B5_B20()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        story.Now = London.Instant(new(2026, 11, 9), new(9, 0));
        Plan(story, 19).Sent();
        Assert.Equal(new DateOnly(2026, 11, 13), story.File.Clock(ReturnClock.Id("police"))!.Deadline.DueDay);
        var meeting = story.File.Clock(Timescales.Meeting.Id)!.Deadline;
        Corrected(story, CaseStory.Monday.AddDays(1));
        Assert.Equal(
            (new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 9)),
            (story.File.Clock(ReturnClock.Id("police"))!.Deadline.DueDay, story.File.Clock(ReturnClock.Id("police"))!.Deadline.AnchorDay)
        );
        Assert.NotEqual(meeting, story.File.Clock(Timescales.Meeting.Id)!.Deadline);
        story.Declared().Attended([.. Partners.Leads]).Discussed().Agreed();
        Assert.Equal(new DateOnly(2026, 11, 23), story.File.Clock(Timescales.Approval.Id)!.Deadline.DueDay);
        Corrected(story, CaseStory.Monday);
        var approval = story.File.Clock(Timescales.Approval.Id)!.Deadline;
        Assert.Equal(
            (new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 19), ClockAnchor.MeetingHeld),
            (approval.DueDay, approval.AnchorDay, approval.Anchor)
        );
    }

    [Fact]
    public void A_correction_that_moves_no_return_leaves_its_clock_and_what_was_chased_of_it_PD16()
    {
        var story = CaseStory.At(Stage.UnderReview);
        story.Now = London.Instant(new(2026, 11, 9), new(9, 0));
        story.Given(new ChaseDeadline(CaseStory.Id, ReturnClock.Id("police")), CaseStory.Somebody(Role.ThisSystem));
        var clock = story.File.Clock(ReturnClock.Id("police"));
        Corrected(story, CaseStory.Monday.AddDays(1));
        Assert.Equal(clock, story.File.Clock(ReturnClock.Id("police")));
    }

    private static void Corrected(CaseStory story, DateTimeOffset sent) =>
        story.Given(
            new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, sent, "SIN-1", "Another day.", Again: true),
            CaseStory.Somebody(Role.AuthorityNotifier)
        );

    private static CaseStory Plan(CaseStory story, int day)
    {
        var start = London.Instant(new(2026, 11, day), new(10, 0));
        return story.Given(new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.Online, "", "", ""), Operations);
    }

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
