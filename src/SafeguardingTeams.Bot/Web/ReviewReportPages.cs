using Microsoft.AspNetCore.Antiforgery;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Presentation.Steps.ReviewReport;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Bot.Web;

/// <summary>Versions of the final report of a review: put in, and opened (C14, C15).</summary>
internal static class ReviewReportPages
{
    internal static void MapReviewReports(this WebApplication app)
    {
        app.MapGet($"/{ReportVersions.Address}/{{reference}}", AskAsync).RequireAuthorization();
        app.MapPost($"/{ReportVersions.Address}/{{reference}}", PutAsync).RequireAuthorization();
        app.MapGet("/documents/{reference}/final-report/{number:int}", OpenAsync).RequireAuthorization();
    }

    private static async Task<IResult> AskAsync(HttpContext http, IAntiforgery forms, ReviewReportFiles reports, string reference) =>
        RecordRef.TryParse(reference) is { } record
        && await reports.MayAsync(Visitor.Did(http, "upload"), record, http.RequestAborted) is { } file
            ? Form(http, forms, file, "")
            : Pages.NotThere();

    private static async Task<IResult> PutAsync(HttpContext http, IAntiforgery forms, ReviewReportFiles reports, string reference)
    {
        var visit = Visitor.Did(http, "upload");
        if (RecordRef.TryParse(reference) is not { } record || await reports.MayAsync(visit, record, http.RequestAborted) is not { } file)
        {
            return Pages.NotThere();
        }

        return await SentFile.ReadAsync(http, forms, AddReviewReport.LargestFile) switch
        {
            SentFile.NotFor => SentFile.NotForVisitor(http),
            SentFile.Chosen chosen => await reports.PutAsync(
                visit,
                record,
                Path.GetExtension(chosen.Name),
                chosen.Content,
                http.RequestAborted
            ) switch
            {
                UploadEnd.Done done => Pages.Of(
                    $"{record}: the report is with the review",
                    Pages.Say(
                        $"It is kept as {done.Name}, with your name and the time. Whoever reads the review can open it. What the file was "
                            + "called is not kept. Nobody is asked anything by this: put it before the leads on the review's card."
                    )
                        + $"""<p><a href="{Pages.Safe(http.Request.Path)}">Add another version</a></p>"""
                        + Pages.Back(reference)
                ),
                UploadEnd.Refused refused => Form(http, forms, file, refused.Why),
                _ => Pages.NotThere(),
            },
            var not => Form(http, forms, file, not.Problem("file of at most 20 MB")),
        };
    }

    private static Task<IResult> OpenAsync(HttpContext http, ReviewReportFiles reports, string reference, int number) =>
        RecordFilePages.PaperAsync(http, reference, "document-review-report", (visit, record, cancellationToken) =>
            reports.OpenAsync(visit, record, number, cancellationToken)
        );

    private static IResult Form(HttpContext http, IAntiforgery forms, ReviewFile file, string problem) =>
        Pages.Of(
            $"{file.Ref}: add a version of the final report",
            (problem.Length > 0 ? Pages.Problem(problem) : "")
                + Pages.Say(
                    "Each version stays as it is added, so that it can be said which was accepted, sent and published. The file gets a new "
                        + "name; what it was called is not kept."
                )
                + CaseFilePages.Choose(http, forms, AddReviewReport.Extensions, "Add the report", "20 MB")
                + (
                    ReportVersion.Of(file) is { IsEmpty: false } there
                        ? "<h2 class=\"govuk-heading-m\">With the review already</h2>" + Pages.List(there.Select(ReportVersions.Line))
                        : ""
                )
                + Pages.Back(file.Ref.ToString()),
            problem.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );
}
