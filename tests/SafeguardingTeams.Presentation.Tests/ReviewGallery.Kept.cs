using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Keeping;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Approval;
using SafeguardingTeams.Presentation.Steps.Keeping;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Steps.Report;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>What left and when; the report changed after it was agreed, and corrected after it was sent.</summary>
internal static partial class Gallery
{
    private static readonly Actor ThisSystem = new(
        "system",
        "This system",
        "partnership",
        "Partnership",
        "system/system",
        [Role.ThisSystem]
    );

    private static IEnumerable<(string, AdaptiveCard)> Kept()
    {
        var sent = CaseStory.At(Stage.AwaitingPanel);
        yield return ("kept-none", KeptCard.List(sent.File, 0, null, At(sent, Ops)));
        sent.Given(
            new RecordKept(
                CaseStory.Id,
                [
                    Left(KeptKind.ScopingLetter, "police", "letter", "rep@police.example", 'a'),
                    Left(KeptKind.ScopingForm, "police", "scoping-form", "rep@police.example", 'b'),
                    Left(KeptKind.PackPaper, "", "chronology-1", "those who come to the meeting", 'c'),
                    Left(KeptKind.PanelLetter, "", "letter-to-panel", "panel@education.example", 'd'),
                    Left(KeptKind.Report, "", "report", "panel@education.example", 'e'),
                ]
            ),
            ThisSystem
        );
        yield return ("kept", KeptCard.List(sent.File, 0, null, At(sent, Ops)));
        yield return ("kept-earlier", KeptCard.List(sent.File, 1, null, At(sent, Ops)));
        yield return ("send-correction-unchanged", SendCorrectionCard.Draw(sent.File, Filled.Nothing, At(sent, Ops)));
        sent.Given(Renamed(sent), Ops);
        yield return (
            "send-correction-ask",
            SendCorrectionCard.Draw(sent.File, Wrong(("reason", "Say why the report is corrected.")), At(sent, Ops))
        );
        sent.Given(new SendCorrection(CaseStory.Id, "The child's name was wrong."), Ops);
        yield return ("approval-correction", ApprovalCards.Lead(sent.File, Filled.Nothing, At(sent, CaseStory.Lead(Role.LeadPolice))));
        sent.AllApprove();
        yield return ("send-correction", SendCorrectionCard.Draw(sent.File, Filled.Nothing, At(sent, Ops)));
        var approved = CaseStory.At(Stage.AwaitingSubmission);
        yield return ("attendance-agreed", AtMeetingCards.Attendance(approved.File, Filled.Nothing, At(approved, Ops)));
        approved.Given(Renamed(approved), Ops);
        yield return ("approval-changed", ApprovalCards.Lead(approved.File, Filled.Nothing, At(approved, CaseStory.Lead(Role.LeadPolice))));
    }

    private static KeptDocument Left(KeptKind kind, string about, string name, string to, char mark) =>
        new(kind, $"{kind}", about, $"{CaseStory.Id}-{name}.docx", new string(mark, 64), 12345, to);

    private static ChangeReferral Renamed(CaseStory story)
    {
        var answers = story.File.Referral!.Answers;
        var child = answers.RowsOf("children")[0].With("name", "Child A, as spelt by the register");
        return new(CaseStory.Id, answers, answers.With("children", child), "The name was spelt wrongly.");
    }
}
