using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Documents.Intake;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Bot.Web;

/// <summary>What a card cannot carry: the documents of a case, and files that are put in (B3, B5, B9, B13).</summary>
internal static partial class CaseFilePages
{
    /// <summary>What is said of a Word form that is read in.</summary>
    internal const string Word = "Word file of at most 20 MB";

    /// <summary>The first parts of the addresses of pages one can be sent to sign in from.</summary>
    internal static readonly ImmutableArray<string> Addresses = ["/documents", "/secured", "/papers", "/intake", "/evidence"];

    internal static void MapCaseFiles(this WebApplication app)
    {
        foreach (
            var (address, paper) in new[]
            {
                ("letter", CasePaper.ScopingLetter),
                ("form", CasePaper.ScopingForm),
                ("return", CasePaper.Return),
                ("joined", CasePaper.JoinedReferral),
                ("secured", CasePaper.SecuredFolder),
                ("kept", CasePaper.Kept),
            }
        )
        {
            app.MapGet($"/documents/{{reference}}/{address}/{{of}}", (HttpContext http, CasePapers papers, string reference, string of) =>
                    PaperAsync(http, papers, reference, paper, of)
                )
                .RequireAuthorization();
        }

        foreach (
            var (address, paper) in new[]
            {
                ("notification", CasePaper.Notification),
                ("joint-agency-response", CasePaper.Minutes),
                ("pack", CasePaper.Pack),
                ("referral", CasePaper.Referral),
                ("chronology", CasePaper.Chronology),
                ("report", CasePaper.Report),
                ("panel-letter", CasePaper.PanelLetter),
            }
        )
        {
            app.MapGet($"/documents/{{reference}}/{address}", (HttpContext http, CasePapers papers, string reference) =>
                    PaperAsync(http, papers, reference, paper, "")
                )
                .RequireAuthorization();
        }

        app.MapGet(
                "/secured/{reference}/{agency}",
                (HttpContext http, IAntiforgery forms, CaseUploads uploads, string reference, string agency) =>
                    AskAsync(http, forms, uploads, reference, new Upload.Secured(agency))
            )
            .RequireAuthorization();
        app.MapPost(
                "/secured/{reference}/{agency}",
                (HttpContext http, IAntiforgery forms, CaseUploads uploads, string reference, string agency) =>
                    PutAsync(http, forms, uploads, reference, new Upload.Secured(agency))
            )
            .RequireAuthorization();
        foreach (
            var (address, kind) in new[]
            {
                ("notification", PaperKind.NotificationCopy),
                ("joint-agency-response", PaperKind.JointAgencyResponseMinutes),
            }
        )
        {
            app.MapGet($"/papers/{{reference}}/{address}", (HttpContext http, IAntiforgery forms, CaseUploads uploads, string reference) =>
                    AskAsync(http, forms, uploads, reference, new Upload.Paper(kind))
                )
                .RequireAuthorization();
            app.MapPost($"/papers/{{reference}}/{address}", (HttpContext http, IAntiforgery forms, CaseUploads uploads, string reference) =>
                    PutAsync(http, forms, uploads, reference, new Upload.Paper(kind))
                )
                .RequireAuthorization();
        }

        app.MapGet("/intake/{reference}/{agency}", AskForFormAsync).RequireAuthorization();
        app.MapPost("/intake/{reference}/{agency}", ReadFormAsync).RequireAuthorization();
    }

    private static async Task<IResult> PaperAsync(HttpContext http, CasePapers papers, string reference, CasePaper paper, string agency)
    {
        http.Response.Headers.CacheControl = "no-store";
        var end = CaseId.TryParse(reference) is { } id
            ? await papers.ReadAsync(Visitor.Did(http, $"document-{paper}"), id, paper, agency, http.RequestAborted)
            : new PaperEnd.NotThere();
        return end switch
        {
            PaperEnd.Drawn drawn => Results.File(drawn.Bytes.ToArray(), CasePapers.ContentTypeOf(drawn.Name), drawn.Name),
            PaperEnd.Elsewhere elsewhere => Results.Redirect(elsewhere.Url.AbsoluteUri),
            PaperEnd.NotDrawn undrawn => Pages.Of(
                $"{reference}: not ready yet",
                Pages.Say("This cannot be opened yet:") + Pages.List(undrawn.Reasons) + Pages.Back(reference),
                StatusCodes.Status409Conflict
            ),
            _ => Pages.NotThere(),
        };
    }

    private static async Task<IResult> AskAsync(
        HttpContext http,
        IAntiforgery forms,
        CaseUploads uploads,
        string reference,
        Upload upload
    ) =>
        CaseId.TryParse(reference) is { } id
        && await uploads.MayAsync(Visitor.Did(http, "upload"), id, upload, http.RequestAborted) is { } file
            ? Form(http, forms, file, upload, "")
            : Pages.NotThere();

    private static async Task<IResult> PutAsync(HttpContext http, IAntiforgery forms, CaseUploads uploads, string reference, Upload upload)
    {
        var visit = Visitor.Did(http, "upload");
        if (CaseId.TryParse(reference) is not { } id || await uploads.MayAsync(visit, id, upload, http.RequestAborted) is not { } file)
        {
            return Pages.NotThere();
        }

        var sent = await SentFile.ReadAsync(http, forms, SecureFile.LargestFile);
        if (upload is Upload.Secured secured && http.Features.Get<IFormFeature>()?.Form is { } typed)
        {
            upload = secured with { Description = typed[What].ToString().Trim() };
        }

        if (sent is not SentFile.Chosen chosen)
        {
            return sent is SentFile.NotFor
                ? SentFile.NotForVisitor(http)
                : Form(http, forms, file, upload, sent.Problem("file of at most 100 MB"));
        }

        return await uploads.PutAsync(visit, id, upload, Path.GetExtension(chosen.Name), chosen.Content, http.RequestAborted) switch
        {
            UploadEnd.Done done => Pages.Of(
                $"{reference}: the file is in its folder",
                Pages.Say($"It is kept as {done.Name}. Its size and a mark of its content are on the record, with your name and the time.")
                    + $"""<p><a href="{Pages.Safe(http.Request.Path)}">Put in another file</a></p>"""
                    + Pages.Back(reference)
            ),
            UploadEnd.Refused refused => Form(http, forms, file, upload, refused.Why),
            _ => Pages.NotThere(),
        };
    }

    private static IResult Form(HttpContext http, IAntiforgery forms, CaseFile file, Upload upload, string problem)
    {
        var (title, why) = upload switch
        {
            Upload.Secured secured => (
                $"{file.Id}: put a record of {file.Review.Agency(secured.Agency)!.Name} into its secured folder",
                "Only your agency’s nominee and the operational team can open this folder. The file gets a new name that says "
                    + "nothing about the child; what it was called is not kept."
            ),
            Upload.Paper paper => (
                $"{file.Id}: put in {FileWords.Of(paper.Kind)}",
                "It goes into the pack for those who come to the meeting. A newer one takes the place of an earlier one."
            ),
            _ => throw new InvalidOperationException("An unknown upload."),
        };
        return Pages.Of(
            title,
            (problem.Length > 0 ? Pages.Problem(problem) : "")
                + Pages.Say(why)
                + Choose(http, forms, upload.Extensions, "Upload", before: upload is Upload.Secured to ? Described(to.Description) : "")
                + (
                    upload is Upload.Secured mine && file.Review.Agency(mine.Agency)!.Securing.Files is { IsEmpty: false } there
                        ? "<h2 class=\"govuk-heading-m\">In the folder</h2>" + Pages.List(there.Select(FileWords.Line))
                        : ""
                )
                + Pages.Back(file.Id.Value),
            problem.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );
    }

    private static async Task<IResult> AskForFormAsync(
        HttpContext http,
        IAntiforgery forms,
        WordReturns returns,
        string reference,
        string agency
    ) =>
        CaseId.TryParse(reference) is { } id
        && await returns.MayAsync(Visitor.Did(http, "intake"), id, agency, http.RequestAborted) is { } from
            ? FormPage(http, forms, reference, from.Name, [])
            : Pages.NotThere();

    private static async Task<IResult> ReadFormAsync(
        HttpContext http,
        IAntiforgery forms,
        WordReturns returns,
        string reference,
        string agency
    )
    {
        var visit = Visitor.Did(http, "intake");
        if (CaseId.TryParse(reference) is not { } id || await returns.MayAsync(visit, id, agency, http.RequestAborted) is not { } from)
        {
            return Pages.NotThere();
        }

        var sent = await SentFile.ReadAsync(http, forms, WordIntake.MaxBytes);
        if (sent is not SentFile.Chosen chosen)
        {
            return sent is SentFile.NotFor
                ? SentFile.NotForVisitor(http)
                : FormPage(http, forms, reference, from.Name, [sent.Problem(Word)]);
        }

        return await returns.ReadAsync(visit, id, agency, chosen.Content, http.RequestAborted) switch
        {
            null => Pages.NotThere(),
            { IsRead: false } not => FormPage(http, forms, reference, from.Name, not.Said),
            var read => ReadIn($"{reference}: the form of {from.Name} is read in", read.Said, Pages.Back(reference)),
        };
    }

    /// <summary>A form is read in: what could not be, and where the draft is.</summary>
    /// <param name="back">Where else to go.</param>
    internal static IResult ReadIn(string title, ImmutableList<string> said, string back) =>
        Pages.Of(
            title,
            Pages.Say(
                "Nothing is recorded yet. It is a draft of yours now: open it under Home, look through it, put right what is missing, and "
                    + "send it."
            )
                + (
                    said.IsEmpty
                        ? Pages.Say("Everything in it could be read.")
                        : "<h2 class=\"govuk-heading-m\">Not read, or not understood</h2>" + Pages.List(said)
                )
                + """<p><a href="/">Go to Home</a></p>"""
                + back
        );

    private static IResult FormPage(
        HttpContext http,
        IAntiforgery forms,
        string reference,
        string agency,
        ImmutableList<string> problems
    ) =>
        Pages.Of(
            $"{reference}: read in the Word form of {agency}",
            string.Concat(problems.Select(Pages.Problem))
                + Pages.Say(
                    "Choose the file as the agency sent it back. What can be read becomes a draft of yours, to be looked "
                        + "through; nothing is recorded by this alone."
                )
                + Choose(http, forms, [".docx"], "Read it in", "20 MB")
                + Pages.Back(reference),
            problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
}
