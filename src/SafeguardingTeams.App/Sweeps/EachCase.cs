using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Does something for the record of each of some rows, of one kind of record: one that fails keeps none of the others waiting.
/// </summary>
internal static partial class EachCase
{
    /// <summary>For cases. Whether it was done for all; what failed is logged and is to be tried again.</summary>
    internal static Task<bool> OfAsync(
        IEnumerable<Row> rows,
        ILogger logger,
        Func<Row, CaseId, Task> change,
        CancellationToken cancellationToken
    ) => OfAsync(rows, RecordKind.Case, logger, (row, record) => change(row, record.CaseId), cancellationToken);

    /// <inheritdoc cref="OfAsync(IEnumerable{Row}, ILogger, Func{Row, CaseId, Task}, CancellationToken)"/>
    internal static async Task<bool> OfAsync(
        IEnumerable<Row> rows,
        RecordKind kind,
        ILogger logger,
        Func<Row, RecordRef, Task> change,
        CancellationToken cancellationToken
    )
    {
        var all = true;
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (RecordRef.Parse(row["case"]) is var record && record.Kind == kind)
                {
                    await change(row, record);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                all = false;
                LogFailed(logger, RecordRef.TryParse(row["case"])?.ToString() ?? "unknown", Faults.TypeOf(e), Faults.StackOf(e));
            }
        }

        return all;
    }

    [LoggerMessage(
        EventId = 3101,
        Level = LogLevel.Warning,
        Message = "Record {Record}: a change of calendar, absence or hands could not be taken in and is tried again: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, string record, string fault, string? stack);
}
