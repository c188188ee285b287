using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// Word files of other records than cases: a referral for practice learning, agenda and minutes of a meeting of the group.
/// </summary>
internal static class RecordFilePages
{
    internal static void MapRecordFiles(this WebApplication app)
    {
        app.MapGet("/documents/{reference}/learning", (HttpContext http, LearningPapers papers, string reference) =>
                PaperAsync(http, reference, "document-learning", papers.ReferralAsync)
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

    private static async Task<IResult> PaperAsync(
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
