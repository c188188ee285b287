using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Bot.Sweeps;
using SafeguardingTeams.Microsoft365.Graph;

namespace SafeguardingTeams.Bot.Health;

/// <summary>Whether storage answers.</summary>
internal sealed class StorageHealth(Hosts hosts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await hosts.AllAsync(cancellationToken);
        return HealthCheckResult.Healthy("Storage: answers.");
    }
}

/// <summary>Whether every sweep comes, and does all it has to.</summary>
internal sealed class SweepsHealth(SweepWatch watch, Heartbeat heartbeat) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var ages = await heartbeat.AgesAsync(cancellationToken);
        var stopped = watch.Stopped(ages).Select(one => one.Timer).ToList();
        var failing = ages.Where(one => one.Failed > 0).Select(one => $"{one.Timer} fails for {one.Failed} of what is due").ToList();
        var age = ages.First(one => one.Sweep == Heartbeat.Deadlines).Age;
        var said =
            watch.SweepsHere ? "Timers: stopped; the bot's host sweeps instead. Restart the function app."
            : age is { } since ? $"Timers: last sweep {since.TotalSeconds:0} s ago."
            : "Timers: no sweep yet.";
        var data = ages.ToDictionary(
            one => one.Timer,
            one =>
                (object)(
                    stopped.Contains(one.Timer) ? "stopped"
                    : one.Age is { } ago ? $"{ago.TotalSeconds:0} s ago"
                    : "not yet"
                )
        );
        List<string> wrong = [.. stopped.Count > 0 ? [$"{string.Join(", ", stopped)} stopped"] : Array.Empty<string>(), .. failing];
        return new(
            wrong.Count == 0 ? HealthStatus.Healthy : HealthStatus.Degraded,
            said,
            wrong.Count == 0 ? null : new UnwellException(string.Join("; ", wrong)),
            data
        );
    }
}

/// <summary>How the queues stand. Dead letters wait for a person, who has them on a card: they are said, and are no fault of the
/// host.</summary>
internal sealed class QueuesHealth(WorkQueues queues, CurrentRules rules) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var states = await queues.StatesAsync(cancellationToken);
        return new(
            rules.IsHeld ? HealthStatus.Degraded : HealthStatus.Healthy,
            $"Queues: {states.Sum(one => one.Due)} due now, {states.Sum(one => one.DeadLettered)} dead-lettered for a person.",
            rules.IsHeld ? new UnwellException("a copy of the table was put back: reminders wait for the command release") : null,
            states.ToDictionary(
                one => one.Name,
                one => (object)$"{one.Due} due, oldest {one.Oldest.TotalSeconds:0} s, {one.DeadLettered} dead-lettered"
            )
        );
    }
}

/// <summary>How long the list of bank holidays goes on.</summary>
internal sealed class CalendarHealth(CurrentRules rules, LondonClock clock) : IHealthCheck
{
    /// <summary>With less left, clocks that start now may run past the list.</summary>
    private const int TooFew = 90;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var last = rules.Calendar.LastDay;
        var said =
            "Bank holidays: known to "
            + $"{last:yyyy-MM-dd}{(clock.Today > last.AddYears(-1) ? "; less than a year left, extend the list" : "")}.";
        return Task.FromResult(
            clock.Today.AddDays(TooFew) > last
                ? HealthCheckResult.Degraded(said, new UnwellException("the list of bank holidays ends soon"))
                : HealthCheckResult.Healthy(said)
        );
    }
}

/// <summary>Whether every record can be read.</summary>
internal sealed class RecordsHealth(UnreadableRecords records) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            records.Last switch
            {
                null => HealthCheckResult.Healthy("Records: not looked at yet."),
                { Count: 0 } => HealthCheckResult.Healthy("Records: all can be read."),
                { Count: var count } => HealthCheckResult.Degraded(
                    $"Records: {count} cannot be read. Run the command check.",
                    new UnwellException($"{count} {(count == 1 ? "record" : "records")} cannot be read")
                ),
            }
        );
}

/// <summary>Whether bot and timers run with the same file and version, and somebody holds each role.</summary>
internal sealed class PartnershipHealth(Hosts hosts, CurrentRules currentRules, IPeople people, LondonClock clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var started = await hosts.AllAsync(cancellationToken);
        await currentRules.RefreshAsync(always: false, cancellationToken);
        List<string> wrong =
        [
            .. Hosts.Differences(started),
            .. people.GapsOn(clock.Today).IsEmpty ? Array.Empty<string>() : ["a role that somebody has to hold is held by nobody today"],
        ];
        return new(
            wrong.Count == 0 ? HealthStatus.Healthy : HealthStatus.Degraded,
            $"Version: {Hosts.Version}. Partnership's file: {(wrong.Count == 0 ? "in order" : "not in order")}.",
            wrong.Count == 0 ? null : new UnwellException(string.Join("; ", wrong)),
            started.ToDictionary(host => host.Name, host => (object)host.Version)
        );
    }
}

/// <summary>
/// Whether Outlook and SharePoint answer, where they are set up. Graph is asked once in a quarter of an hour, however often this is.
/// </summary>
internal sealed class GraphHealth(IServiceProvider services) : IHealthCheck
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _one = new();

    private long _at;

    private Task<string>? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (services.GetService<GraphLook>() is not { } look)
        {
            return HealthCheckResult.Healthy("Outlook and SharePoint: not set up.");
        }

        Task<string> last;
        lock (_one)
        {
            if (_last is not { IsFaulted: false } || Stopwatch.GetElapsedTime(_at) > Fresh)
            {
                (_last, _at) = (look.FaultAsync(CancellationToken.None), Stopwatch.GetTimestamp());
            }

            last = _last;
        }

        // The first answer may take longer than whoever asks here waits: it is there for the next. Each call ends by itself.
        if (await Task.WhenAny(last, Task.Delay(Patience, cancellationToken)) != last)
        {
            return HealthCheckResult.Healthy("Outlook and SharePoint: asked, no answer yet.");
        }

        return await last is { Length: > 0 } fault
            ? HealthCheckResult.Degraded(
                $"Outlook and SharePoint: {fault}",
                new UnwellException("Outlook and SharePoint cannot be reached")
            )
            : HealthCheckResult.Healthy("Outlook and SharePoint: answer.");
    }
}

/// <summary>Why a part is not well, in few words.</summary>
internal sealed class UnwellException(string why) : Exception(why);
