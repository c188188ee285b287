using SafeguardingTeams.App.Connector;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;

namespace SafeguardingTeams.Bot.Api.Operations;

/// <summary>Documents that hold no child: briefings as they were sent, reports as they were issued (E20, E24).</summary>
internal static class DocumentOperations
{
    internal static void MapDocuments(this RouteGroupBuilder api)
    {
        api.MapGet("/documents", ListAsync)
            .As("ListDocuments", "List documents")
            .Saying("This operation lists the briefings and reports that you may take, none of which holds a child.")
            .Giving<DocumentRows>();
        api.MapGet("/documents/{document}/content", TakeAsync)
            .As("DownloadDocument", "Download a document")
            .Saying("This operation gives a briefing as it was sent, or a report as it was issued.")
            .GivingFile();
    }

    private static async Task<IResult> ListAsync(HttpContext http, FlowDocuments documents) =>
        Results.Ok(
            new DocumentRows
            {
                Value =
                [
                    .. (await documents.ListAsync(Calls.PersonOf(http), http.RequestAborted)).Select(one => new DocumentRow
                    {
                        Document = one.Id,
                        Kind = one.Kind,
                        Made = one.Made,
                    }),
                ],
            }
        );

    private static async Task<IResult> TakeAsync(
        HttpContext http,
        FlowDocuments documents,
        [SaidAs("Document", "The id of the document.", ChosenFrom = "ListDocuments")] string document
    ) =>
        await documents.TakeAsync(Calls.PersonOf(http), document, http.RequestAborted) is PaperEnd.Drawn drawn
            ? Results.File(drawn.Bytes.ToArray(), CasePapers.ContentTypeOf(drawn.Name), drawn.Name)
            : Problems.NotThere;
}
