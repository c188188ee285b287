using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewPublication;
using SafeguardingTeams.Presentation.Steps.ReviewReport;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>The final report of a review as a file that is kept here.</content>
internal static partial class Gallery
{
    private static ReviewStory WithReportFiles =>
        WithTerms
            .Given(ReviewStory.AddReport(), ReviewStory.Operations)
            .Given(ReviewStory.AddReport('b'), ReviewStory.Operations)
            .Given(new SubmitReviewReport(Rev, ReviewStory.Report with { Link = "" }), ReviewStory.Operations);

    private static ReviewStory ReportFileAccepted =>
        Partners
            .Leads.Aggregate(WithReportFiles, (story, lead) => story.Given(new AcceptReviewReport(Rev, true, ""), ReviewStory.Lead(lead)))
            .Given(ReviewStory.AddReport('c'), ReviewStory.Operations)
            .Given(new PlanPublication(Rev, PublicationForm.Report, "", new(2026, 11, 30)) { Version = 3 }, ReviewStory.Operations);

    private static IEnumerable<(string, AdaptiveCard)> OfReportFiles()
    {
        var operations = Context(ReviewStory.Operations);
        var lead = Context(ReviewStory.Lead(Role.LeadHealth));
        yield return ("further-record-file", ReviewRecordCard.Draw(WithReportFiles.File, null, lead));
        yield return ("further-record-file-accepted", ReviewRecordCard.Draw(ReportFileAccepted.File, null, operations));
        yield return ("further-form-file-accept", ReviewReportCards.Accept(WithReportFiles.File, Filled.Nothing, lead));
        yield return (
            "further-form-file-report",
            ReviewReportCards.Submit(WithTerms.Given(ReviewStory.AddReport(), ReviewStory.Operations).File, Filled.Nothing, operations)
        );
        yield return ("further-form-file-publish", PublicationCards.Plan(ReportFileAccepted.File, Filled.Nothing, operations));
    }
}
