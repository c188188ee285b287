using SafeguardingTeams.App.Connector;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Api.Operations;

/// <summary>What waits for whom.</summary>
internal static class TaskOperations
{
    internal static void MapTasks(this RouteGroupBuilder api) =>
        api.MapGet("/tasks", ListAsync)
            .As("ListTasks", "List tasks")
            .Saying("This operation lists what waits for you, or in every record that you oversee, the earliest date first.")
            .Giving<TaskRows>()
            .Paged()
            .ForApplicationsToo()
            .Important();

    private static async Task<IResult> ListAsync(
        HttpContext http,
        CodedLists lists,
        Links links,
        [SaidAs("Mine Only", "Only what waits for you.")] bool? mine,
        [SaidAs("Late Only", "Only what is late.")] bool? late,
        [SaidAs("Record", "Only of one record, by its reference.", Advanced = true)] string? record,
        [SaidAs("Top", "How many at most.", Advanced = true)] int? top,
        [SaidAs("Skip", "How many to leave out from the beginning.", Advanced = true)] int? skip
    )
    {
        var only = RecordRef.TryParse(record);
        var all = await lists.TasksAsync(Calls.Of(http), mine is true, http.RequestAborted);
        var (page, next) = links.PageOf(
            http,
            [.. all.Where(one => (late is not true || one.IsLate) && (string.IsNullOrEmpty(record) || one.Record == only))],
            skip,
            top
        );
        return Results.Ok(
            new TaskRows
            {
                Value =
                [
                    .. page.Select(one => new TaskRow
                    {
                        Record = one.Record.ToString(),
                        Kind = KindNames.Of(one.Record.Kind),
                        Task = one.Task.ToString(),
                        WaitsFor = one.WaitsFor?.ToString(),
                        Agency = Rows.OrNull(one.Agency),
                        Due = one.Due,
                        Late = one.IsLate,
                        Mine = one.IsMine,
                        Link = links.Of(one.Record),
                    }),
                ],
                NextLink = next,
            }
        );
    }
}
