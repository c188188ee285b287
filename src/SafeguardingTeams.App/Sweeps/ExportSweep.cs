using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Upkeeping;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Each night: the audit of every day that is over, and a copy of the table; then which records are to be reviewed (F3). Says where a day
/// was late, and where the table no longer agrees with what was exported before. The fingerprints go into the log as well: whoever rewrites
/// storage does not reach that.
/// </summary>
public sealed partial class ExportSweep(
    AuditExport export,
    Backups backups,
    RetentionSweep retention,
    Heartbeat heartbeat,
    ILogger<ExportSweep> logger
)
{
    private static readonly Counter<int> Broken = new Meter(Spans.Source).CreateCounter<int>(
        "safeguarding.audit.broken",
        "{record}",
        "Records whose chain no longer agrees with the export"
    );

    /// <summary>Writes what is to be written, and beats.</summary>
    public async Task<AuditExportReport> RunAsync(CancellationToken cancellationToken) =>
        await Spans.RunAsync("sweep", [("sweep", Heartbeat.Export)], () => SweepAsync(cancellationToken));

    private async Task<AuditExportReport> SweepAsync(CancellationToken cancellationToken)
    {
        var report = await export.RunAsync(cancellationToken);
        foreach (var day in report.Written)
        {
            LogWritten(logger, day.Day, day.Fingerprint);
            if (day.Late)
            {
                LogLate(logger, day.Day);
            }
        }

        foreach (var record in report.Broken)
        {
            LogBroken(logger, record);
            Broken.Add(1, new KeyValuePair<string, object?>("of", "chain"));
        }

        await backups.KeepAsync(cancellationToken);
        await retention.RunAsync(cancellationToken);
        await heartbeat.BeatAsync(Heartbeat.Export, cancellationToken);
        Spans.Add("written", report.Written.Count);
        return report;
    }

    [LoggerMessage(EventId = 3601, Level = LogLevel.Information, Message = "Audit of {Day} exported, fingerprint {Fingerprint}")]
    private static partial void LogWritten(ILogger logger, DateOnly day, string fingerprint);

    [LoggerMessage(EventId = 3602, Level = LogLevel.Error, Message = "The audit of {Day} is exported over a day late")]
    private static partial void LogLate(ILogger logger, DateOnly day);

    [LoggerMessage(
        EventId = 3603,
        Level = LogLevel.Error,
        Message = "Record {Record} no longer agrees with what was exported: run the verify command"
    )]
    private static partial void LogBroken(ILogger logger, string record);
}
