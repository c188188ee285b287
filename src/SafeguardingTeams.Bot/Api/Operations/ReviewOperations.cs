using SafeguardingTeams.App.Connector;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Api.Operations;

/// <summary>Reviews, and the actions that follow (C1, C5).</summary>
internal static class ReviewOperations
{
    internal static void MapReviewsAndActions(this RouteGroupBuilder api)
    {
        api.MapGet("/reviews", ListReviewsAsync)
            .As("ListReviews", "List reviews")
            .Saying("This operation lists the open reviews that you have a part in, by codes and dates.")
            .Giving<RecordRows>()
            .Paged()
            .ForApplicationsToo();
        api.MapGet("/reviews/{record}", FindReviewAsync)
            .As("GetReview", "Get a review")
            .Saying("This operation gives where one review stands.")
            .Giving<RecordDetail>();
        api.MapGet("/actions", ListActionsAsync)
            .As("ListActions", "List actions")
            .Saying("This operation lists the open actions that you own, that your agency owns or that you oversee, by codes and dates.")
            .Giving<RecordRows>()
            .Paged()
            .ForApplicationsToo()
            .Important();
        api.MapGet("/actions/{record}", FindActionAsync)
            .As("GetAction", "Get an action")
            .Saying("This operation gives where one action stands, with the ETag that a change needs.")
            .Giving<RecordDetail>();
        api.MapPost("/actions/{record}/progress", ProgressAsync)
            .As("RecordActionProgress", "Record the progress of an action")
            .Saying("This operation says how far an action is, in the name of its owner or, for an owner without an account, of the team.")
            .Giving<RecordDetail>();
    }

    private static async Task<IResult> ListReviewsAsync(
        HttpContext http,
        CodedLists lists,
        Rows rows,
        [SaidAs("Step", "Only what stands at this step.", ChosenFrom = "ListSteps", ChosenWith = "Review", Advanced = true)] string? step,
        [SaidAs("Late Only", "Only what is late.", Advanced = true)] bool? late,
        [SaidAs("Top", "How many at most.", Advanced = true)] int? top,
        [SaidAs("Skip", "How many to leave out from the beginning.", Advanced = true)] int? skip
    ) => rows.List(http, await lists.RecordsAsync(Calls.Of(http), [RecordKind.Review], http.RequestAborted), step, late, skip, top);

    private static Task<IResult> FindReviewAsync(
        HttpContext http,
        CodedRecords records,
        Rows rows,
        [SaidAs("Review", "The reference of the review.")] string record
    ) => rows.FindAsync(http, records, record, RecordKind.Review);

    private static async Task<IResult> ListActionsAsync(
        HttpContext http,
        CodedLists lists,
        Rows rows,
        [SaidAs("Late Only", "Only what is late.")] bool? late,
        [SaidAs("Step", "Only what stands at this step.", ChosenFrom = "ListSteps", ChosenWith = "Action", Advanced = true)] string? step,
        [SaidAs("Top", "How many at most.", Advanced = true)] int? top,
        [SaidAs("Skip", "How many to leave out from the beginning.", Advanced = true)] int? skip
    ) => rows.List(http, await lists.RecordsAsync(Calls.Of(http), [RecordKind.Action], http.RequestAborted), step, late, skip, top);

    private static Task<IResult> FindActionAsync(
        HttpContext http,
        CodedRecords records,
        Rows rows,
        [SaidAs("Action", "The reference of the action.")] string record
    ) => rows.FindAsync(http, records, record, RecordKind.Action);

    private static async Task<IResult> ProgressAsync(
        HttpContext http,
        FlowSteps steps,
        Rows rows,
        [SaidAs("Action", "The reference of the action.")] string record,
        [Microsoft.AspNetCore.Mvc.FromHeader(Name = "If-Match")] [SaidAs("ETag", "The ETag of the action as it was read.")] string etag,
        ProgressInput input
    ) =>
        RecordRef.TryParse(record) is { Kind: RecordKind.Action } action
            ? Problems.Of(
                await steps.ProgressAsync(
                    Calls.PersonOf(http),
                    action,
                    ETags.Read(etag),
                    input.State,
                    input.Text ?? "",
                    input.Verified ?? "",
                    http.RequestAborted
                ),
                done => rows.Read(http, done.Record)
            )
            : Problems.NotThere;
}
