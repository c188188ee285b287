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
    }

    private static async Task<IResult> PaperAsync(
        HttpContext http,
        string reference,
        string visit,
        Func<CardAction, RecordRef, CancellationToken, Task<PaperEnd>> draw
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return
            RecordRef.TryParse(reference) is { } record
            && await draw(Visitor.Did(http, visit), record, http.RequestAborted) is PaperEnd.Drawn drawn
            ? Results.File(drawn.Bytes.ToArray(), CasePapers.ContentTypeOf(drawn.Name), drawn.Name)
            : Pages.NotThere();
    }
}
