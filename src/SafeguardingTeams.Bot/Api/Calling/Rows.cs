using SafeguardingTeams.App.Connector;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Api.Calling;

/// <summary>Coded records as they are answered.</summary>
internal sealed class Rows(Links links)
{
    internal static string? OrNull(string text) => text.Length > 0 ? text : null;

    /// <summary>A page of a list.</summary>
    internal IResult List(HttpContext http, IReadOnlyList<CodedRecord> all, string? step, bool? late, int? skip, int? top)
    {
        var (page, next) = links.PageOf(
            http,
            [.. all.Where(one => (string.IsNullOrEmpty(step) || one.Step == step) && (late is not true || one.IsLate))],
            skip,
            top
        );
        return Results.Ok(new RecordRows { Value = [.. page.Select(Row)], NextLink = next });
    }

    /// <summary>One record of some kinds, with its ETag.</summary>
    internal async Task<IResult> FindAsync(HttpContext http, CodedRecords records, string record, params RecordKind[] kinds) =>
        RecordRef.TryParse(record) is { } of
        && kinds.Contains(of.Kind)
        && await records.FindAsync(Calls.PersonOf(http), of, http.RequestAborted) is { } found
            ? Read(http, found)
            : Problems.NotThere;

    /// <summary>A record that was read or changed.</summary>
    internal IResult Read(HttpContext http, CodedDetail record)
    {
        http.Response.Headers.ETag = $"\"{ETags.Of(record.Version)}\"";
        return Results.Ok(Detail(record));
    }

    /// <summary>A record that was made; the same where it had been made before.</summary>
    internal IResult Made(HttpContext http, CodedDetail record)
    {
        http.Response.Headers.ETag = $"\"{ETags.Of(record.Version)}\"";
        return Results.Json(Detail(record), ApiJson.Default.RecordDetail, statusCode: StatusCodes.Status201Created);
    }

    private RecordRow Row(CodedRecord one) =>
        new()
        {
            Record = one.Record.ToString(),
            Kind = KindNames.Of(one.Record.Kind),
            Step = one.Step,
            Detail = OrNull(one.Detail),
            Agency = OrNull(one.Agency),
            Since = one.Since,
            Due = one.Due,
            Late = one.IsLate,
            Link = links.Of(one.Record),
        };

    private RecordDetail Detail(CodedDetail one) =>
        new()
        {
            Record = one.Record.ToString(),
            Kind = KindNames.Of(one.Record.Kind),
            Step = one.Step,
            Etag = ETags.Of(one.Version),
            Detail = OrNull(one.Detail),
            Agency = OrNull(one.Agency),
            Began = one.Began,
            Ended = one.HasEnded,
            Link = links.Of(one.Record),
        };
}
