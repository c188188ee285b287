using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ActionAgreement;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>Actions written down from the report of a Rapid Review (B16, C5).</content>
internal static partial class Gallery
{
    private static OwnerChoices ActionOwners =>
        new(
            [("one", "Named nurse, Acute hospital trust"), ("other", "Detective inspector, Police")],
            [("acute-trust", "Acute hospital trust"), ("police", "Police")]
        );

    private static IEnumerable<(string, AdaptiveCard)> ActionsOfReports()
    {
        var (chair, operations, choices) = (Context(ActionStory.Chair), Context(ActionStory.Operations), ActionOwners);
        var said = new ReportedAction(
            "immediate-r1",
            "report 2.1, action 1",
            "Write the bruising protocol anew.",
            "Named doctor, Acute hospital trust",
            new(2026, 12, 11)
        );
        ReportedAction acted = new("acted-on", "report, learning acted upon", "Midwives have a new checklist.", "", null);
        var written = ActionStory.At(ActionStage.Agreed).File;
        yield return (
            "action-form-report",
            ReportedActionsCard.Draw(CaseStory.Id, [said, acted], [new(Act, said.Answer)], [written], Filled.Nothing, operations)
        );
        yield return ("action-form-report-none", ReportedActionsCard.Draw(CaseStory.Id, [said], [], [], Filled.Nothing, chair));
        yield return ("action-form-agree-said", AgreeActionCard.Draw(CaseStory.Id, choices, Filled.Nothing, chair, new(said, [])));
        yield return (
            "action-form-agree-written",
            AgreeActionCard.Draw(CaseStory.Id, choices, Filled.Nothing, operations, new(said with { When = new(2026, 10, 30) }, [Act]))
        );
        var story = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]);
        var record = CaseStory.CompleteRecord(story.File).With("immediate", "taken", "no").With("recommendation", "outcome", "i");
        var agreed = story.Given(new RecordMeeting(CaseStory.Id, story.File.Review.Record, record, ""), ActionStory.Chair).Agreed();
        yield return (
            "case-review-report-actions",
            CaseCard.Draw(
                new(agreed.File, 0, BankHolidays.Calendar) { Actions = [new(Act, "immediate-r1")] },
                At(agreed, CaseStory.Somebody(Role.Operations))
            )
        );
    }
}
