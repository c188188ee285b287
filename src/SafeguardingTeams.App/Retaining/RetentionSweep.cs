using System.Globalization;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;

namespace SafeguardingTeams.App.Retaining;

/// <summary>
/// Each night, after the export: puts records whose time has come on the list of those to be reviewed, found by the day they were closed;
/// and removes files of records that are gone, where that was not possible before (F3).
/// </summary>
public sealed partial class RetentionSweep(
    IRows rows,
    IKeptFiles files,
    GroupRecord group,
    RetentionRules rules,
    LondonClock clock,
    ILogger<RetentionSweep> logger
)
{
    /// <summary>Looks. Returns how many records were put on the list.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await RemoveLeftAsync(cancellationToken);
        GroupFile? known = null;
        var listed = 0;
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            if (rules.Of(kind) is not { } by)
            {
                continue;
            }

            // Nothing is counted from before the day it was closed, so that nothing closed later can be due.
            var to = $"{Keys.ClosedOf(kind)}{GroupRows.Iso(clock.Today.AddYears(-by.Years).AddDays(1))}";
            foreach (var row in await rows.ReadRangeAsync(Keys.ClosedOf(kind), to, cancellationToken))
            {
                var due = ClosedRows.Due(row.Fields, by);
                if (due.Until > clock.Today)
                {
                    continue;
                }

                known ??= (GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record;
                var kept = known.KeepingOf(due.Record);
                if (kept is { Due: null, Disposal: null } && !(kept.KeptUntil > clock.Today))
                {
                    var command = $"due-{due.Record}-{kept.Changes.ToString(CultureInfo.InvariantCulture)}";
                    await group.RunAsync(new ListForReview(due), command, SystemActor.Instance, cancellationToken);
                    LogDue(logger, due.Record);
                    listed++;
                }
            }
        }

        return listed;
    }

    private async Task RemoveLeftAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await rows.ReadAsync(Keys.LeftFiles, cancellationToken))
        {
            if (
                row.Key.Split('|') is [_, var record, var sha256]
                && await files.RemoveAsync(RecordRef.Parse(record), sha256, cancellationToken)
            )
            {
                await rows.CommitAsync([new RowWrite.Delete(row.Key)], cancellationToken);
            }
        }
    }

    [LoggerMessage(EventId = 3620, Level = LogLevel.Information, Message = "Record {Record} is to be reviewed: its time has come")]
    private static partial void LogDue(ILogger logger, RecordRef record);
}
