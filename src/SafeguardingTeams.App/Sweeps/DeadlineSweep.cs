using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.ReviewReminders;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Finds what is due and chases it: one range read of the due rows, then one command for each. It costs what is due, not
/// what exists. In office hours only; at all other times what is due waits for the next opening. Two sweeps at once, or
/// one cut off anywhere, end as one: each reminder is a command with an id of its own.
/// </summary>
public sealed partial class DeadlineSweep(
    IRows rows,
    CurrentRules currentRules,
    OfficeTime office,
    LondonClock clock,
    CommandRunner commands,
    Handovers handovers,
    ActionDigests digests,
    Heartbeat heartbeat,
    ILogger<DeadlineSweep> logger
)
{
    /// <summary>A sweep ends by itself well before the Functions host would end it; the next goes on.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(4);

    /// <summary>Sweeps once.</summary>
    /// <param name="cancellationToken">Stops between two commands, never in the middle of one.</param>
    public async Task<SweepReport> RunAsync(CancellationToken cancellationToken) =>
        await Spans.RunAsync("sweep", [("sweep", Heartbeat.Deadlines)], () => SweepAsync(cancellationToken));

    private async Task<SweepReport> SweepAsync(CancellationToken cancellationToken)
    {
        await currentRules.RefreshAsync(always: true, cancellationToken);
        var report = new SweepReport(0, 0, 0);
        if (currentRules.IsHeld)
        {
            LogHeld(logger);
        }
        else if (IsOpen())
        {
            var began = Stopwatch.GetTimestamp();
            await HandOverAsync(cancellationToken);
            foreach (var row in await rows.ReadRangeAsync(Keys.Due, Keys.DueAfter(clock.Now), cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Stopwatch.GetElapsedTime(began) > Budget)
                {
                    LogOutOfTime(logger, report.Due);
                    break;
                }

                report = await ChaseAsync(row, report, cancellationToken);
            }

            await digests.RunAsync(cancellationToken);
        }

        await heartbeat.BeatAsync(Heartbeat.Deadlines, cancellationToken, report.Failed);
        Spans.Add("due", report.Due);
        Spans.Add("chased", report.Chased);
        Spans.Add("failed", report.Failed);
        if (report.Due > 0)
        {
            LogSwept(logger, report.Due, report.Chased, report.Failed);
        }

        return report;
    }

    /// <summary>
    /// When the next reminder goes: what is due already, or out of hours, goes when the office opens. Null where nothing is
    /// planned.
    /// </summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        var first = (await rows.ReadAsync(Keys.Due, cancellationToken))
            .Select(row => (DateTimeOffset?)Keys.DueAt(row.Key))
            .FirstOrDefault();
        return first is { } at ? office.NextOpen(at > clock.Now ? at : clock.Now) : null;
    }

    /// <summary>Whatever becomes of absences and the calendar, reminders go.</summary>
    private async Task HandOverAsync(CancellationToken cancellationToken)
    {
        try
        {
            await handovers.RunAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogHandoversFailed(logger, Faults.TypeOf(e), Faults.StackOf(e));
        }
    }

    private async Task<SweepReport> ChaseAsync(Row row, SweepReport report, CancellationToken cancellationToken)
    {
        try
        {
            var record = RecordRef.Parse(row["case"]);
            var commandId = $"chase-{row["timescale"]}-{Keys.DueAt(row.Key).UtcTicks.ToString(CultureInfo.InvariantCulture)}";
            var outcome = await commands.RunAsync(
                record.Kind switch
                {
                    RecordKind.Case => new ChaseDeadline(record.CaseId, row["timescale"]),
                    RecordKind.Group => new RemindGroup(row["timescale"]),
                    RecordKind.Learning => new RemindLearning(record, row["timescale"]),
                    RecordKind.Action => new RemindAction(record, row["timescale"]),
                    RecordKind.Meeting => new RemindMeeting(record, row["timescale"]),
                    RecordKind.Review => new RemindReview(record, row["timescale"]),
                    RecordKind.Briefing => new RemindBriefing(record, row["timescale"]),
                },
                commandId,
                SystemActor.Instance,
                cancellationToken
            );
            return report with { Due = report.Due + 1, Chased = report.Chased + (outcome is Outcome.Done { Again: false } ? 1 : 0) };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One record must not keep the others waiting; this one is due again with the next sweep.
            LogFailed(logger, row["case"], row["timescale"], Faults.TypeOf(e), Faults.StackOf(e));
            return report with { Due = report.Due + 1, Failed = report.Failed + 1 };
        }
    }

    private bool IsOpen()
    {
        if (office.IsPastTheCalendar(clock.Now))
        {
            LogPastTheCalendar(logger, currentRules.Calendar.LastDay);
        }

        return office.IsOpen(clock.Now);
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Sweep: {Due} due, {Chased} chased, {Failed} failed")]
    private static partial void LogSwept(ILogger logger, int due, int chased, int failed);

    [LoggerMessage(
        EventId = 3002,
        Level = LogLevel.Warning,
        Message = "{Record}, clock {TimescaleId}: the reminder failed and is tried again: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, string record, string timescaleId, string fault, string? stack);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "The sweep ended by itself after {Due} reminders; the next goes on")]
    private static partial void LogOutOfTime(ILogger logger, int due);

    [LoggerMessage(
        EventId = 3005,
        Level = LogLevel.Warning,
        Message = "Absences and the calendar could not be looked at and are tried again: {Fault} {Stack}"
    )]
    private static partial void LogHandoversFailed(ILogger logger, string fault, string? stack);

    [LoggerMessage(
        EventId = 3006,
        Level = LogLevel.Error,
        Message = "A copy of the table was put back: reminders and what waited in its queues wait for the release command"
    )]
    private static partial void LogHeld(ILogger logger);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Error, Message = "The bank holidays are known only to {LastDay}: extend the list")]
    private static partial void LogPastTheCalendar(ILogger logger, DateOnly lastDay);
}

/// <summary>What a sweep did.</summary>
/// <param name="Due">How many rows were due.</param>
/// <param name="Chased">How many reminders were recorded by this sweep.</param>
/// <param name="Failed">How many failed and are due again.</param>
public sealed record SweepReport(int Due, int Chased, int Failed);
