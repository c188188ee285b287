using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Upkeeping;

/// <summary>
/// Looks, when it starts and then once a day, whether every record can be read, and says which cannot, before somebody needs it. It reads
/// everything there is, so it is not done more often: a record that somebody opens meanwhile, or that is due, is told of at once.
/// </summary>
public sealed partial class UnreadableRecords(Upkeep upkeep, ILogger<UnreadableRecords> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    private long? _lookedAt;

    /// <summary>What the last look found; null before the first.</summary>
    public IReadOnlyList<RecordRef>? Last { get; private set; }

    /// <summary>Looks, unless that was done within the day.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (_lookedAt is not { } at || Stopwatch.GetElapsedTime(at) >= Every)
        {
            Last = await upkeep.UnreadableAsync(cancellationToken);
            _lookedAt = Stopwatch.GetTimestamp();
            foreach (var record in Last)
            {
                Alarms.Unreadable(record.Kind.ToString());
                LogUnreadable(logger, record);
            }
        }
    }

    [LoggerMessage(
        EventId = 3110,
        Level = LogLevel.Error,
        Message = "Record {Record} cannot be read by this version: run the command check"
    )]
    private static partial void LogUnreadable(ILogger logger, RecordRef record);
}
