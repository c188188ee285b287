using SafeguardingTeams.App.Connector;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Api.Calling;

/// <summary>
/// What went wrong, as problem details with a code that stays (RFC 9457). A refusal's words never hold text of a record, and nothing tells
/// a stranger whether there is one (F2): a flow's history keeps what it is answered.
/// </summary>
internal static class Problems
{
    internal const string NotSignedIn = "Sign in to the connection again, with an account of an organisation that takes part.";

    internal static IResult NotThere { get; } = Of(StatusCodes.Status404NotFound, Refusal.NotFound.Code, Refusal.NotFound.Message);

    internal static IResult Moved { get; } =
        Of(
            StatusCodes.Status412PreconditionFailed,
            "etag-mismatch",
            "The record has changed since it was read. Nothing was done. Read it again, and send its new ETag."
        );

    internal static IResult Of(int status, string code, string detail, string? field = null) =>
        Of(
            status,
            code,
            detail,
            field is null
                ? null
                :
                [
                    new()
                    {
                        Code = code,
                        Message = detail,
                        Field = field,
                    },
                ]
        );

    /// <summary>What came of a command, as an answer.</summary>
    /// <param name="done">The answer where it was done.</param>
    internal static IResult Of(CallEnd end, Func<CallEnd.Done, IResult> done) =>
        end switch
        {
            CallEnd.Done good => done(good),
            CallEnd.Moved => Moved,
            CallEnd.Refused { Reasons: [var first, ..] reasons } => Of(
                StatusOf(first),
                first.Code,
                first.Message,
                [
                    .. reasons
                        .Where(one => one.Field is not null)
                        .Select(one => new ProblemField
                        {
                            Code = one.Code,
                            Message = one.Message,
                            Field = one.Field!,
                        }),
                ]
            ),
            _ => throw new InvalidOperationException("An unknown end."),
        };

    private static int StatusOf(Refusal refusal) =>
        refusal switch
        {
            { Code: "not-found" } => StatusCodes.Status404NotFound,
            { Code: "not-yours" } => StatusCodes.Status403Forbidden,
            { Field: not null } => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status409Conflict,
        };

    private static IResult Of(int status, string code, string detail, IReadOnlyList<ProblemField>? errors) =>
        Results.Json(
            new Problem
            {
                Status = status,
                Code = code,
                Title = detail,
                Errors = errors is { Count: > 0 } ? errors : null,
            },
            ApiJson.Default.Problem,
            "application/problem+json",
            status
        );
}
