using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>B21 to B25, RO12, PD10: report and letter, the Panel's answer, withdrawal, the end of access.</summary>
public class PanelTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Fact]
    public void The_letter_cannot_be_made_while_any_of_its_statements_is_not_so()
    {
        Assert.Contains(
            "The three leads have not endorsed the recommendation.",
            SendReport.LetterMissing(CaseStory.At(Stage.AwaitingApproval).File)
        );
        Assert.Contains(
            "Not all three partners were represented at the meeting.",
            SendReport.LetterMissing(CaseStory.At(Stage.UnderReview).File)
        );
        var story = CaseStory.At(Stage.AwaitingSubmission);
        Assert.Empty(SendReport.LetterMissing(story.File));
        story
            .Given(new RecordAttendance(CaseStory.Id, [$"a-{Role.LeadPolice}"], "Two had left."), CaseStory.Somebody(Role.Chair))
            .AllApprove();
        Assert.Equal("not-ready", Refused(story, new SendReport(CaseStory.Id), Operations).Code);
    }

    [Fact]
    public void Report_and_letter_go_to_the_Panel_agencies_are_told_and_its_answer_is_waited_for_fifteen_working_days()
    {
        var story = CaseStory.At(Stage.AwaitingSubmission).ReportSent();
        Assert.Equal(
            (Stage.AwaitingPanel, new DateOnly(2026, 12, 4)),
            (story.File.Stage, story.File.Clock(Timescales.PanelsAnswer.Id)!.Deadline.DueDay)
        );
        var mails = EffectsOf.Event(story.File.History[^1].Event, story.File).OfType<Effect.SendMail>().ToList();
        Assert.Equal(
            (1, 3),
            (mails.Count(mail => mail.Kind == MailKind.ReportToPanel), mails.Count(mail => mail.Kind == MailKind.Outcome))
        );
        Assert.Equal(Refusal.Overtaken, Refused(story, new SendReport(CaseStory.Id), Operations));
    }

    [Fact]
    public void The_referrer_and_every_joined_one_are_told_the_Rapid_Reviews_outcome_when_the_report_has_gone_A15()
    {
        var story = CaseStory
            .At(Stage.AwaitingSubmission)
            .OtherSubmitted()
            .Given(
                new Domain.Steps.Joining.JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."),
                CaseStory.Somebody(Role.MashOfficer)
            );
        story.Given(new Domain.Steps.ReferrerTold.RecordReferrerTold(CaseStory.Id, "by a card"), Operations);
        Assert.False(story.File.OwesReferrer);
        story.ReportSent();
        Assert.True(story.File.OwesReferrer);
        Assert.Equal(
            story.Calendar.AddWorkingDays(London.DateOf(story.Now), 1),
            story.File.Clock(Timescales.ReferrerTold.Id)!.Deadline.DueDay
        );
        Assert.Contains(CaseTask.Of(story.File), task => task.Kind == TaskKind.TellReferrer);
        var news = EffectsOf
            .Event(story.File.History[^1].Event, story.File)
            .OfType<Effect.ShowCard>()
            .Where(card => card is { Kind: CardKind.ReferralProgress, OnlyIfShown: false })
            .ToList();
        Assert.Equal([CaseStory.Id, CaseStory.OtherId], news.Select(card => card.Record.CaseId));
        Assert.All(news, card => Assert.Equal(Topic.AfterEvent(story.File.Version), card.About));
        story.Given(new Domain.Steps.ReferrerTold.RecordReferrerTold(CaseStory.Id, "by telephone"), Operations);
        Assert.False(story.File.OwesReferrer);
        Assert.False(story.PanelConcurs().File.OwesReferrer);
    }

    [Fact]
    public void Where_the_Panel_does_not_concur_the_partners_respond_and_what_was_recorded_is_corrected_with_a_reason()
    {
        var story = CaseStory.At(Stage.AwaitingPanel);
        var today = London.DateOf(story.Now);
        Assert.Equal(
            "before-sent",
            Refused(story, new RecordPanelAnswer(CaseStory.Id, true, "Yes.", today.AddDays(-1), ""), Operations).Code
        );
        Assert.Equal("reason-needed", Refused(story, new RecordPanelAnswer(CaseStory.Id, true, " ", today, ""), Operations).Code);
        story.Given(new RecordPanelAnswer(CaseStory.Id, false, "A local review seems warranted.", today, ""), Operations);
        Assert.Equal((Stage.AwaitingPanel, false), (story.File.Stage, story.File.Clock(Timescales.PanelsAnswer.Id)!.Runs));
        Assert.Contains(CaseTask.Of(story.File), task => task.Kind == TaskKind.RecordPartnersResponse);
        Assert.Equal(Refusal.Overtaken, Refused(story, new RecordPanelAnswer(CaseStory.Id, true, "Yes.", today, ""), Operations));
        Assert.Equal(
            "reason-needed",
            Refused(story, new RecordPanelAnswer(CaseStory.Id, true, "Yes.", today, "", Again: true), Operations).Code
        );
        story.Given(new RecordPartnersResponse(CaseStory.Id, "A thematic review covers it."), CaseStory.Somebody(Role.Chair));
        Assert.Equal(Stage.PanelAnswered, story.File.Stage);
        story.Given(new RecordPanelAnswer(CaseStory.Id, true, "It concurs.", today, "The letter was misread.", Again: true), Operations);
        Assert.Equal(Refusal.Overtaken, Refused(story, new RecordPartnersResponse(CaseStory.Id, "More."), Operations));
    }

    [Fact]
    public void The_partners_response_is_corrected_with_a_reason_and_from_no_card_that_did_not_show_it_PD16()
    {
        var story = CaseStory.At(Stage.AwaitingPanel);
        story.Given(
            new RecordPanelAnswer(CaseStory.Id, false, "A local review seems warranted.", London.DateOf(story.Now), ""),
            Operations
        );
        Assert.Equal(
            Refusal.Overtaken,
            Refused(story, new RecordPartnersResponse(CaseStory.Id, "An audit.", "A slip.", Again: true), Operations)
        );
        story.Given(new RecordPartnersResponse(CaseStory.Id, "A thematic review covers it."), CaseStory.Somebody(Role.Chair));
        Assert.Equal(Refusal.Overtaken, Refused(story, new RecordPartnersResponse(CaseStory.Id, "An audit."), Operations));
        Assert.Equal(
            "reason-needed",
            Refused(story, new RecordPartnersResponse(CaseStory.Id, "An audit.", " ", Again: true), Operations).Code
        );
        Assert.Equal(
            "nothing-changed",
            Refused(
                story,
                new RecordPartnersResponse(CaseStory.Id, "A thematic review covers it.", "A slip.", Again: true),
                Operations
            ).Code
        );
        story.Given(new RecordPartnersResponse(CaseStory.Id, "An audit.", "The wrong text was pasted.", Again: true), Operations);
        Assert.Equal((Stage.PanelAnswered, "An audit."), (story.File.Stage, story.File.Review.PartnersResponse));
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.PanelNews, OnlyIfShown: false } card
            && card.About == Topic.Of(TopicNews.PartnersResponded, story.File.Version)
        );
    }

    [Fact]
    public void To_correct_the_notification_of_a_withdrawn_review_starts_no_clock_and_is_no_news_of_a_beginning_PD10()
    {
        foreach (var stage in new[] { Stage.Notified, Stage.UnderReview })
        {
            var story = CaseStory.At(stage).Given(new WithdrawReview(CaseStory.Id, "Accidental."), CaseStory.Somebody(Role.Chair));
            var clocks = story.File.Clocks;
            story.Given(
                new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-2", "A slip.", Again: true),
                CaseStory.Somebody(Role.AuthorityNotifier)
            );
            Assert.Equal((Stage.AwaitingGroupMeeting, "SIN-2"), (story.File.Stage, story.File.Notification!.Reference));
            Assert.Equal(clocks, story.File.Clocks);
            Assert.DoesNotContain(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
                effect is Effect.ShowCard { Kind: CardKind.RapidReview, OnlyIfShown: false }
            );
        }
    }

    [Fact]
    public void Withdrawn_the_meeting_and_every_access_end_agencies_and_referrer_are_told_and_the_case_goes_to_the_group()
    {
        var story = CaseStory.At(Stage.UnderReview);
        story.Now = London.Instant(new(2026, 11, 10), new(9, 0));
        story.Given(new ChaseDeadline(CaseStory.Id, ReturnClock.Id("police")), CaseStory.Somebody(Role.ThisSystem));
        Assert.Equal("reason-needed", Refused(story, new WithdrawReview(CaseStory.Id, ""), CaseStory.Somebody(Role.Chair)).Code);
        Assert.Equal(Refusal.NotYours, Refused(story, new WithdrawReview(CaseStory.Id, "Accidental."), Operations));
        story.Given(new WithdrawReview(CaseStory.Id, "Accidental."), CaseStory.Somebody(Role.Chair));
        Assert.Equal((Stage.AwaitingGroupMeeting, true, true), (story.File.Stage, story.File.Review.AccessEnded, story.File.OwesReferrer));
        Assert.Single(story.File.Clocks, clock => clock.Runs);
        Assert.Equal(
            3,
            EffectsOf
                .Event(story.File.History[^1].Event, story.File)
                .OfType<Effect.SendMail>()
                .Count(mail => mail.Kind == MailKind.Withdrawn)
        );
        Assert.False(Permissions.Sees(story.File, CaseStory.Representative("police")));
        Assert.False(Permissions.Sees(story.File, CaseStory.Senior(Role.LeadPolice)));
    }

    [Fact]
    public void Access_to_the_secured_records_is_ended_once_and_nothing_is_put_in_after_it()
    {
        var story = CaseStory.At(Stage.AwaitingPanel).Given(new EndAccess(CaseStory.Id), Operations);
        Assert.Equal(Refusal.Overtaken, Refused(story, new EndAccess(CaseStory.Id), Operations));
        Assert.Equal(
            Refusal.Overtaken,
            Refused(story, new SecureFile(CaseStory.Id, "police", 10, "ab", ".pdf", "Custody records"), CaseStory.Representative("police"))
        );
        Assert.Equal(3, EffectsOf.Event(story.File.History[^1].Event, story.File).OfType<Effect.KeepFolders>().Count());
    }

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
