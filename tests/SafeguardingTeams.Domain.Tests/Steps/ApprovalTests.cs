using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>B20; PD5, PD8: the three leads' approval and its mediation.</summary>
public class ApprovalTests
{
    [Theory]
    [InlineData(13, 17)] // Friday, working day 9: two working days, Tuesday 17 November.
    [InlineData(19, 20)] // Thursday, working day 13: two would be working day 15, so the day before it.
    [InlineData(20, 20)] // Friday, working day 14: the same day.
    public void Approval_is_due_two_working_days_after_it_was_agreed_and_before_the_report_is(int agreedOn, int due)
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        var start = London.Instant(new(2026, 11, agreedOn), new(10, 0));
        story.When(
            new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.Online, "", "", ""),
            CaseStory.Somebody(Role.Operations)
        );
        story.Sent().Declared().Attended([.. Partners.Leads]).Discussed().Agreed();
        Assert.Equal(new DateOnly(2026, 11, due), story.File.Clock(Timescales.Approval.Id)!.Deadline.DueDay);
    }

    [Fact]
    public void All_three_approve_and_the_report_can_go()
    {
        var story = CaseStory.At(Stage.AwaitingApproval).Approves(Role.LeadPolice, true);
        Assert.Equal(2, CaseTask.Of(story.File).Count(task => task.Kind == TaskKind.Approve));
        story.Approves(Role.LeadHealth, true).Approves(Role.LeadLocalAuthority, true);
        Assert.Equal((Stage.AwaitingSubmission, false), (story.File.Stage, story.File.Clock(Timescales.Approval.Id)!.Runs));
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.PanelNews, To: Recipient.HoldersOf { Role: Role.LeadPolice } }
        );
    }

    [Fact]
    public void A_lead_who_does_not_approve_says_why_and_may_change_it_until_all_have_decided()
    {
        var story = CaseStory.At(Stage.AwaitingApproval);
        Assert.Equal("reason-needed", Refused(story, new Approve(CaseStory.Id, 1, false, " "), CaseStory.Lead(Role.LeadPolice)).Code);
        story.Approves(Role.LeadPolice, false);
        Assert.Equal(
            "nothing-changed",
            Refused(story, new Approve(CaseStory.Id, 1, false, "An audit would do."), CaseStory.Lead(Role.LeadPolice)).Code
        );
        Assert.Equal(Refusal.Overtaken, Refused(story, new Approve(CaseStory.Id, 1, true, "", Seen: 1), CaseStory.Lead(Role.LeadPolice)));
        Assert.Equal(Refusal.Overtaken, Refused(story, new Approve(CaseStory.Id, 2, true, ""), CaseStory.Lead(Role.LeadPolice)));
        story.AllApprove();
        Assert.Equal(Refusal.Overtaken, Refused(story, new Approve(CaseStory.Id, 1, false, "No."), CaseStory.Lead(Role.LeadPolice)));
    }

    [Fact]
    public void By_telephone_it_is_recorded_who_gave_it_and_how_it_was_verified()
    {
        var story = CaseStory.At(Stage.AwaitingApproval);
        Assert.Equal(
            2,
            Assert
                .IsType<Decision.Refused>(
                    story.When(
                        new ApproveByTelephone(CaseStory.Id, 1, Role.LeadHealth, true, "", "", ""),
                        CaseStory.Somebody(Role.Operations)
                    )
                )
                .Reasons.Count
        );
        story.Given(
            new ApproveByTelephone(CaseStory.Id, 1, Role.LeadHealth, true, "", "The lead.", "Called back."),
            CaseStory.Somebody(Role.Operations)
        );
        Assert.Equal("The lead.", story.File.Review.Approval!.Round.Of(Role.LeadHealth)!.Telephone!.GivenBy);
    }

    [Fact]
    public void Where_they_differ_the_Scrutineer_mediates_each_decides_again_and_still_split_it_is_not_approved()
    {
        var story = CaseStory.At(Stage.AwaitingApproval).Approves(Role.LeadPolice, true);
        Assert.Equal("no-difference", Refused(story, new AskForApprovalMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).Code);
        story.Approves(Role.LeadHealth, false).Approves(Role.LeadLocalAuthority, true);
        Assert.Null(story.File.Review.Approval!.Approved);
        story.Given(new AskForApprovalMediation(CaseStory.Id), CaseStory.Lead(Role.LeadPolice));
        Assert.Equal(Refusal.Overtaken, Refused(story, new Approve(CaseStory.Id, 1, true, ""), CaseStory.Lead(Role.LeadHealth)));
        Assert.Equal(new DateOnly(2026, 11, 16), story.File.Clock(Timescales.ApprovalMediation.Id)!.Deadline.DueDay);
        story.Given(new RecordApprovalMediation(CaseStory.Id, "They read it together.", "Nobody."), CaseStory.Somebody(Role.Scrutineer));
        Assert.Equal((2, 0), (story.File.Review.Approval!.Round.Number, story.File.Review.Approval.Round.Decisions.Count));
        story.Approves(Role.LeadPolice, true).Approves(Role.LeadHealth, false).Approves(Role.LeadLocalAuthority, true);
        Assert.Equal((false, Stage.AwaitingApproval), (story.File.Review.Approval!.Approved, story.File.Stage));
        Assert.Contains(CaseTask.Of(story.File), task => task is { Kind: TaskKind.ReopenRecommendation, For: Role.Chair });
        story.Given(new ReopenRecommendation(CaseStory.Id, "Health wants the audit considered."), CaseStory.Somebody(Role.Chair)).Agreed();
        Assert.Equal(3, story.File.Review.Approval!.Round.Number);
    }

    /// <summary>The authority may have notified before the Chair informed anybody: who is asked to approve sees what it is about.</summary>
    [Fact]
    public void Leads_who_were_never_informed_see_the_case_once_they_are_asked_to_approve()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation).AuthoritySays(true).Notified().Prepared().Sent();
        Assert.False(Permissions.Sees(story.File, CaseStory.Lead(Role.LeadPolice)));
        story.Declared().Attended([.. Partners.Leads]).Discussed().Agreed().AllApprove();
        Assert.Equal(Stage.AwaitingSubmission, story.File.Stage);
    }

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
