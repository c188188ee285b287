using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Documents.Intake;
using SafeguardingTeams.Presentation.Steps.LearningReferral;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// Files of other records than cases: a referral for practice learning, agenda and minutes of a meeting of the group, its reports,
/// terms of reference of a review and its letters to bodies outside, a briefing; and the form for practice learning by mail.
/// </summary>
internal static class RecordFilePages
{
    private const string Blank = "/documents/practice-learning/blank";

    internal static void MapRecordFiles(this WebApplication app)
    {
        app.MapGet(Blank, BlankAsync).RequireAuthorization();
        app.MapGet($"/{LearningReferralCards.ByMail}", AskAsync).RequireAuthorization();
        app.MapPost($"/{LearningReferralCards.ByMail}", ReadAsync).RequireAuthorization();
        app.MapGet("/documents/{reference}/learning", (HttpContext http, LearningPapers papers, string reference) =>
                PaperAsync(http, reference, "document-learning", papers.ReferralAsync)
            )
            .RequireAuthorization();
        app.MapGet("/documents/{reference}/terms", (HttpContext http, ReviewPapers papers, string reference) =>
                PaperAsync(http, reference, "document-terms", papers.TermsAsync)
            )
            .RequireAuthorization();
        app.MapGet(
                "/documents/{reference}/outside/{what}/{body}",
                (HttpContext http, ReviewPapers papers, string reference, string what, string body) =>
                    PaperAsync(http, reference, "document-letter-now", (visit, record, cancellationToken) =>
                        Enum.TryParse<TellingOf>(what, out var of) && Enum.TryParse<OutsideBody>(body, out var to)
                            ? papers.LetterNowAsync(visit, record, of, to, cancellationToken)
                            : Task.FromResult<PaperEnd>(new PaperEnd.NotThere())
                    )
            )
            .RequireAuthorization();
        app.MapGet("/documents/{reference}/outside/{number:int}", (HttpContext http, ReviewPapers papers, string reference, int number) =>
                PaperAsync(http, reference, "document-letter", (visit, record, cancellationToken) =>
                    papers.LetterAsync(visit, record, number, cancellationToken)
                )
            )
            .RequireAuthorization();
        app.MapGet("/documents/{reference}/papers/{number:int}", (HttpContext http, ReviewPapers papers, string reference, int number) =>
                PaperAsync(http, reference, "document-agreed-paper", (visit, record, cancellationToken) =>
                    papers.AgreedAsync(visit, record, number, cancellationToken)
                )
            )
            .RequireAuthorization();
        app.MapGet("/documents/{reference}/briefing", (HttpContext http, BriefingPapers papers, string reference) =>
                PaperAsync(http, reference, "document-briefing", papers.SentAsync)
            )
            .RequireAuthorization();
        app.MapGet("/documents/reports/{number:int}/word", (HttpContext http, GroupReportPapers papers, int number) =>
                PaperAsync(http, RecordRef.Group.ToString(), "document-report", (visit, _, cancellationToken) =>
                    papers.OpenAsync(visit, number, asWorkbook: false, cancellationToken)
                )
            )
            .RequireAuthorization();
        app.MapGet("/documents/certificates/{number}", (HttpContext http, CertificatePapers papers, string number) =>
                PaperAsync(http, RecordRef.Group.ToString(), "document-certificate", (visit, _, cancellationToken) =>
                    papers.OpenAsync(visit, number, cancellationToken)
                )
            )
            .RequireAuthorization();
        app.MapGet("/documents/oversight/excel", (HttpContext http, OversightPapers papers) =>
                PaperAsync(http, RecordRef.Group.ToString(), "document-oversight", (visit, _, cancellationToken) =>
                    papers.ExcelAsync(visit, null, cancellationToken)
                )
            )
            .RequireAuthorization();
        app.MapGet("/documents/access/excel", (HttpContext http, AccessPapers papers) =>
                PaperAsync(http, RecordRef.Group.ToString(), "document-access", (visit, _, cancellationToken) =>
                    papers.ExcelAsync(visit, cancellationToken)
                )
            )
            .RequireAuthorization();
        app.MapGet("/documents/reports/{number:int}/excel", (HttpContext http, GroupReportPapers papers, int number) =>
                PaperAsync(http, RecordRef.Group.ToString(), "document-report-figures", (visit, _, cancellationToken) =>
                    papers.OpenAsync(visit, number, asWorkbook: true, cancellationToken)
                )
            )
            .RequireAuthorization();
        app.MapGet("/documents/{reference}/agenda", (HttpContext http, MeetingPapers papers, string reference) =>
                PaperAsync(http, reference, "document-agenda", papers.AgendaAsync)
            )
            .RequireAuthorization();
        app.MapGet("/documents/{reference}/minutes", (HttpContext http, MeetingPapers papers, string reference) =>
                PaperAsync(http, reference, "document-minutes", papers.MinutesAsync)
            )
            .RequireAuthorization();
        app.MapGet("/documents/{reference}/agenda-now", (HttpContext http, MeetingPapers papers, string reference) =>
                PaperAsync(http, reference, "document-agenda-now", papers.AgendaNowAsync)
            )
            .RequireAuthorization();
        app.MapGet("/documents/{reference}/minutes-now", (HttpContext http, MeetingPapers papers, string reference) =>
                PaperAsync(http, reference, "document-minutes-now", papers.MinutesNowAsync)
            )
            .RequireAuthorization();
        app.MapGet("/documents/{reference}/sent/{number:int}", (HttpContext http, MeetingPapers papers, string reference, int number) =>
                PaperAsync(http, reference, "document-sent", (visit, record, cancellationToken) =>
                    papers.SentAsync(visit, record, number, cancellationToken)
                )
            )
            .RequireAuthorization();
    }

    private static async Task<IResult> BlankAsync(HttpContext http, LearningByMail mail)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await mail.BlankAsync(Visitor.Did(http, "document-learning-blank"), http.RequestAborted) is PaperEnd.Drawn drawn
            ? Results.File(drawn.Bytes.ToArray(), CasePapers.ContentTypeOf(drawn.Name), drawn.Name)
            : Pages.NotThere();
    }

    private static async Task<IResult> AskAsync(HttpContext http, IAntiforgery forms, LearningByMail mail) =>
        await mail.MayAsync(Visitor.Did(http, "intake-learning"), http.RequestAborted) ? FormPage(http, forms, []) : Pages.NotThere();

    private static async Task<IResult> ReadAsync(HttpContext http, IAntiforgery forms, LearningByMail mail)
    {
        var visit = Visitor.Did(http, "intake-learning");
        if (!await mail.MayAsync(visit, http.RequestAborted))
        {
            return Pages.NotThere();
        }

        return await SentFile.ReadAsync(http, forms, WordIntake.MaxBytes) switch
        {
            SentFile.NotFor => SentFile.NotForVisitor(http),
            SentFile.Chosen chosen => await mail.ReadAsync(visit, chosen.Content, http.RequestAborted) switch
            {
                null => Pages.NotThere(),
                { IsRead: false } not => FormPage(http, forms, not.Said),
                var read => CaseFilePages.ReadIn("The referral for practice learning is read in", read.Said, ""),
            },
            var not => FormPage(http, forms, [not.Problem(CaseFilePages.Word)]),
        };
    }

    private static IResult FormPage(HttpContext http, IAntiforgery forms, ImmutableList<string> problems) =>
        Pages.Of(
            "Practice learning by mail",
            string.Concat(problems.Select(Pages.Problem))
                + Pages.Say(
                    "For a referrer who cannot use Teams or this page: send them the blank form, and read it in when it comes back. The "
                        + "mail names no child in its subject."
                )
                + $"<p><a href=\"{Blank}\">The blank form, as a Word file</a></p>"
                + "<h2 class=\"govuk-heading-m\">Read one in</h2>"
                + Pages.Say(
                    "Choose the file as it came. What can be read becomes a draft of yours, to be looked through and sent for the referrer "
                        + "who is named in it; nothing is recorded by this alone."
                )
                + CaseFilePages.Choose(http, forms, [".docx"], "Read it in", "20 MB")
                + """<p><a href="/">Go to Home</a></p>""",
            problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    /// <summary>A file, or why there is none: to who may read it, and to everybody else the same as where there is none (F2).</summary>
    internal static async Task<IResult> PaperAsync(
        HttpContext http,
        string reference,
        string visit,
        Func<CardAction, RecordRef, CancellationToken, Task<PaperEnd>> draw
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return RecordRef.TryParse(reference) is not { } record
            ? Pages.NotThere()
            : await draw(Visitor.Did(http, visit), record, http.RequestAborted) switch
            {
                PaperEnd.Drawn drawn => Results.File(drawn.Bytes.ToArray(), CasePapers.ContentTypeOf(drawn.Name), drawn.Name),
                PaperEnd.NotDrawn undrawn => Pages.Of(
                    $"{record}: not to be opened",
                    Pages.Say("This cannot be opened:") + Pages.List(undrawn.Reasons) + Pages.Back(record.ToString()),
                    StatusCodes.Status409Conflict
                ),
                _ => Pages.NotThere(),
            };
    }
}
