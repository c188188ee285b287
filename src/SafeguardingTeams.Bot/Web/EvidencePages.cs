using Microsoft.AspNetCore.Antiforgery;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Presentation.Steps.ActionDone;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Bot.Web;

/// <summary>Files that show what was done of an action: put in, and opened (C5, C19).</summary>
internal static class EvidencePages
{
    internal static void MapEvidence(this WebApplication app)
    {
        app.MapGet($"/{EvidenceFiles.Address}/{{reference}}", AskAsync).RequireAuthorization();
        app.MapPost($"/{EvidenceFiles.Address}/{{reference}}", PutAsync).RequireAuthorization();
        app.MapGet("/documents/{reference}/evidence/{number:int}", OpenAsync).RequireAuthorization();
    }

    private static async Task<IResult> AskAsync(HttpContext http, IAntiforgery forms, ActionEvidence evidence, string reference) =>
        RecordRef.TryParse(reference) is { } record
        && await evidence.MayAsync(Visitor.Did(http, "upload"), record, http.RequestAborted) is { } file
            ? Form(http, forms, file, "")
            : Pages.NotThere();

    private static async Task<IResult> PutAsync(HttpContext http, IAntiforgery forms, ActionEvidence evidence, string reference)
    {
        var visit = Visitor.Did(http, "upload");
        if (RecordRef.TryParse(reference) is not { } record || await evidence.MayAsync(visit, record, http.RequestAborted) is not { } file)
        {
            return Pages.NotThere();
        }

        return await SentFile.ReadAsync(http, forms, AddEvidenceFile.LargestFile) switch
        {
            SentFile.NotFor => SentFile.NotForVisitor(http),
            SentFile.Chosen chosen => await evidence.PutAsync(
                visit,
                record,
                Path.GetExtension(chosen.Name),
                chosen.Content,
                http.RequestAborted
            ) switch
            {
                UploadEnd.Done done => Pages.Of(
                    $"{record}: the file is with the action",
                    Pages.Say(
                        $"It is kept as {done.Name}, with your name and the time. Whoever reads the action can open it. What the file was "
                            + "called is not kept."
                    )
                        + $"""<p><a href="{Pages.Safe(http.Request.Path)}">Add another file</a></p>"""
                        + Pages.Back(reference)
                ),
                UploadEnd.Refused refused => Form(http, forms, file, refused.Why),
                _ => Pages.NotThere(),
            },
            var not => Form(http, forms, file, not.Problem("file of at most 20 MB")),
        };
    }

    private static Task<IResult> OpenAsync(HttpContext http, ActionEvidence evidence, string reference, int number) =>
        RecordFilePages.PaperAsync(http, reference, "document-evidence", (visit, record, cancellationToken) =>
            evidence.OpenAsync(visit, record, number, cancellationToken)
        );

    private static IResult Form(HttpContext http, IAntiforgery forms, ActionFile file, string problem) =>
        Pages.Of(
            $"{file.Ref}: add a file that shows what was done",
            (problem.Length > 0 ? Pages.Problem(problem) : "")
                + Pages.Say(
                    "Such as the protocol, an audit or training records. People who have no part in the case read it: it may name no "
                        + "child, relative or practitioner. The file gets a new name; what it was called is not kept."
                )
                + CaseFilePages.Choose(http, forms, AddEvidenceFile.Extensions, "Add the file", "20 MB")
                + (
                    EvidenceFile.There(file) is { IsEmpty: false } there
                        ? "<h2 class=\"govuk-heading-m\">With the action already</h2>"
                            + Pages.List(there.Select(one => EvidenceFiles.Line(one.Kept)))
                        : ""
                )
                + Pages.Back(file.Ref.ToString()),
            problem.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );
}
