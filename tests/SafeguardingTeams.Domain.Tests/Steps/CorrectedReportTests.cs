using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Keeping;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.ReportChanges;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>What the leads approve is fixed by its content; after sending, a correction goes as such [B20, B21, PD16].</summary>
public class CorrectedReportTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Fact]
    public void A_referral_corrected_before_the_report_goes_needs_a_reason_and_goes_back_to_the_leads_B20_PD16()
    {
        var story = CaseStory.At(Stage.AwaitingSubmission);
        var refused = Refused(story, Renamed(story, ""));
        Assert.Equal(("reason-needed", "reason"), (refused.Code, refused.Field));
        story.Given(Renamed(story, "The name was wrong."), Operations);
        var changed = Assert.IsType<ReportChanged>(story.File.History[^1].Event);
        Assert.Contains("Name of the child", changed.Changed);
        Assert.DoesNotContain("Child Z", string.Join(' ', changed.Changed), StringComparison.Ordinal);
        Assert.Equal((Stage.AwaitingApproval, 2), (story.File.Stage, story.File.Review.Approval!.Round.Number));
        Assert.True(story.File.Clock(Timescales.Approval.Id)!.Runs);
        Assert.Equal(Refusal.Overtaken, Refused(story, new SendReport(CaseStory.Id)));
        Assert.Equal(
            Refusal.Overtaken,
            Assert.IsType<Decision.Refused>(story.When(new Approve(CaseStory.Id, 1, true, ""), CaseStory.Lead(Role.LeadPolice))).Reasons[0]
        );
        story.AllApprove().ReportSent();
        Assert.Equal(ReportContent.Of(story.File).Fingerprint, story.File.Review.Report!.Content);
    }

    [Fact]
    public void A_blank_filled_in_needs_a_reason_too_where_the_report_shows_it_and_none_where_it_does_not_B20()
    {
        var story = CaseStory.At(Stage.AwaitingSubmission);
        var answers = story.File.Referral!.Answers;
        story.Given(
            new ChangeReferral(CaseStory.Id, answers, answers.With("incident", "carer", "The grandmother."), "Learnt today."),
            Operations
        );
        Assert.Equal(Stage.AwaitingSubmission, story.File.Stage);
        Assert.Equal("reason-needed", Refused(story, new RecordAttendance(CaseStory.Id, [$"a-{Role.LeadPolice}"])).Code);
    }

    [Fact]
    public void A_return_that_comes_while_the_leads_approve_does_not_change_the_report_B8_B20()
    {
        var story = CaseStory.At(Stage.AwaitingApproval);
        var before = ReportContent.Of(story.File).Fingerprint;
        story.Returned("police", known: false);
        Assert.Equal(before, ReportContent.Of(story.File).Fingerprint);
        Assert.Equal(1, story.File.Review.Approval!.Round.Number);
    }

    [Fact]
    public void Approved_with_another_content_the_report_does_not_go_B20()
    {
        var story = CaseStory.At(Stage.AwaitingSubmission);
        var file = story.File;
        var other = file with { Review = file.Review with { Approval = file.Review.Approval! with { Content = "another" } } };
        Assert.Contains(SendReport.LetterMissing(other), missing => missing.Contains("something else", StringComparison.Ordinal));
        var old = file with { Review = file.Review with { Approval = file.Review.Approval! with { Content = "" } } };
        Assert.Empty(SendReport.LetterMissing(old));
    }

    [Fact]
    public void After_sending_a_correction_goes_to_the_leads_first_and_then_to_the_Panel_B21_PD16()
    {
        var story = CaseStory.At(Stage.AwaitingPanel);
        Assert.False(ReportContent.CorrectionIsDue(story.File));
        story.Given(Renamed(story, "The name was wrong."), Operations);
        Assert.True(ReportContent.CorrectionIsDue(story.File));
        Assert.Contains(CaseTask.Of(story.File), task => task.Kind == TaskKind.SendCorrection);
        Assert.Equal("reason-needed", Refused(story, new SendCorrection(CaseStory.Id, " ")).Code);
        story.Given(new SendCorrection(CaseStory.Id, "The name was wrong."), Operations);
        Assert.IsType<CorrectionAsked>(story.File.History[^1].Event);
        Assert.Equal(Stage.AwaitingPanel, story.File.Stage);
        Assert.Contains(CaseTask.Of(story.File), task => task.Kind == TaskKind.Approve);
        Assert.Equal(Refusal.Overtaken, Refused(story, new SendCorrection(CaseStory.Id, "The name was wrong.")));
        story.AllApprove().Given(new SendCorrection(CaseStory.Id, "The name was wrong."), Operations);
        Assert.IsType<CorrectionSent>(story.File.History[^1].Event);
        var sendings = ReportSending.Of(story.File);
        Assert.Equal([0, 1], sendings.Select(sending => sending.Which));
        Assert.Equal(sendings[0].At, sendings[1].CorrectionOf);
        Assert.Contains(
            new Effect.SendMail(CaseStory.Id, MailKind.ReportToPanel, sendings[1].About),
            EffectsOf.Event((CaseEvent)story.File.History[^1].Event, story.File)
        );
        Assert.False(ReportContent.CorrectionIsDue(story.File));
        Assert.Equal("nothing-changed", Refused(story, new SendCorrection(CaseStory.Id, "The name was wrong.")).Code);
    }

    [Fact]
    public void A_change_while_a_correction_is_approved_asks_the_leads_again_PD16()
    {
        var story = CaseStory.At(Stage.AwaitingPanel);
        story.Given(Renamed(story, "The name was wrong."), Operations);
        story.Given(new SendCorrection(CaseStory.Id, "The name was wrong."), Operations);
        var round = story.File.Review.Approval!.Round.Number;
        story.Approves(Role.LeadPolice, true);
        var record = story.File.Review.Record;
        story.Given(
            new RecordMeeting(CaseStory.Id, record, record.With("discussion", "harm", "Two fractures."), "The second was found."),
            Operations
        );
        Assert.Equal((round + 1, 3), (story.File.Review.Approval!.Round.Number, story.File.Review.Approval.Round.Missing.Count()));
    }

    [Fact]
    public void A_file_is_recorded_as_kept_once_for_an_occasion_and_recipient_B21()
    {
        var story = CaseStory.At(Stage.UnderReview);
        KeptDocument kept = new(KeptKind.ScopingForm, "ScopingLetter.police", "police", "a.docx", "ab", 1, "p@police.example");
        var system = new Actor("system", "This system", "partnership", "Partnership", "system/system", [Role.ThisSystem]);
        story.Given(new RecordKept(CaseStory.Id, [kept]), system);
        var refused = Assert.IsType<Decision.Refused>(story.When(new RecordKept(CaseStory.Id, [kept with { Sha256 = "cd" }]), system));
        Assert.Equal("kept-already", refused.Reasons[0].Code);
        story.Given(new RecordKept(CaseStory.Id, [kept with { To = "q@police.example" }]), system);
        Assert.Equal("q@police.example", KeptFile.Newest(story.File, KeptKind.ScopingForm, "police")!.Document.To);
    }

    /// <summary>A command that forgets to ask would change what was approved without a word.</summary>
    [Theory]
    [InlineData(Stage.AwaitingApproval)]
    [InlineData(Stage.AwaitingSubmission)]
    [InlineData(Stage.AwaitingPanel)]
    public void No_command_changes_what_the_report_shows_without_saying_so_B20(Stage stage)
    {
        var story = CaseStory.At(stage);
        foreach (var command in PermissionsTests.EveryCommand().Where(command => command.Ref == story.File.Ref))
        {
            foreach (var role in Enum.GetValues<Role>().Except([Role.Practitioner]))
            {
                var before = ReportContent.Of(story.File).Fingerprint;
                if (story.When(command, CaseStory.Somebody(role)) is Decision.Accepted accepted)
                {
                    Assert.True(
                        story.File.Review is { Agreed: null } or { WithdrawnBecause: not null }
                            || ReportContent.Of(story.File).Fingerprint == before
                            || accepted.Changes.Exists(change => change.Event is ReportChanged),
                        command.GetType().Name
                    );
                    story = CaseStory.At(stage);
                    break;
                }
            }
        }
    }

    private static ChangeReferral Renamed(CaseStory story, string reason)
    {
        var answers = story.File.Referral!.Answers;
        var child = answers.RowsOf("children")[0];
        return new(CaseStory.Id, answers, answers.With("children", child.With("name", "Child Z")), reason);
    }

    private static Refusal Refused(CaseStory story, Command command) =>
        Assert.IsType<Decision.Refused>(story.When(command, Operations)).Reasons[0];
}
