using Microsoft.Azure.Functions.Worker;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Sweeps;

namespace SafeguardingTeams.Timers;

/// <summary>
/// The timers. Schedules are in UTC, since Linux plans cannot be told a time zone; office hours are reckoned in the domain. A failed run is
/// tried again twice, and the next tick is the real retry. They are spread over the minute, so that they do not all come at once.
/// </summary>
internal sealed class Sweeps(Ticks ticks)
{
    private const int Retries = 2;

    private const string Pause = "00:00:10";

    /// <summary>Reminders and lateness that are due, absences that begin, deadlines to be recalculated.</summary>
    [Function("DeadlineSweep")]
    [FixedDelayRetry(Retries, Pause)]
    public Task Deadlines([TimerTrigger("0 * * * * *", UseMonitor = true)] TimerInfo timer, FunctionContext context) =>
        ticks.RunAsync(timer, context, (services, stop) => services.GetRequiredService<DeadlineSweep>().RunAsync(stop));

    /// <summary>Messages a crash or a wait has left.</summary>
    [Function("DispatchSweep")]
    [FixedDelayRetry(Retries, Pause)]
    public Task Dispatch([TimerTrigger("30 * * * * *", UseMonitor = true)] TimerInfo timer, FunctionContext context) =>
        ticks.RunAsync(timer, context, async (services, stop) =>
        {
            await services.GetRequiredService<Dispatcher>().DispatchAsync(stop);
            await services.GetRequiredService<Heartbeat>().BeatAsync(Heartbeat.Dispatch, stop);
        });

    /// <summary>Reconcile jobs in Outlook and SharePoint a crash or a wait has left.</summary>
    [Function("ReconcileSweep")]
    [FixedDelayRetry(Retries, Pause)]
    public Task Reconciling([TimerTrigger("45 * * * * *", UseMonitor = true)] TimerInfo timer, FunctionContext context) =>
        ticks.RunAsync(timer, context, async (services, stop) =>
        {
            await services.GetRequiredService<ReconcileRunner>().RunAsync(stop);
            await services.GetRequiredService<Heartbeat>().BeatAsync(Heartbeat.Jobs, stop);
        });

    /// <summary>What flows are to be told and a crash or a wait has left.</summary>
    [Function("FlowSweep")]
    [FixedDelayRetry(Retries, Pause)]
    public Task Flows([TimerTrigger("15 * * * * *", UseMonitor = true)] TimerInfo timer, FunctionContext context) =>
        ticks.RunAsync(timer, context, async (services, stop) =>
        {
            await services.GetRequiredService<FlowFanOut>().RunAsync(stop);
            await services.GetRequiredService<FlowDeliveries>().RunAsync(stop);
            await services.GetRequiredService<Heartbeat>().BeatAsync(Heartbeat.Flows, stop);
        });

    /// <summary>What others do in Outlook and SharePoint.</summary>
    [Function("WatchSweep")]
    [FixedDelayRetry(Retries, Pause)]
    public Task Watch([TimerTrigger("20 */15 * * * *", UseMonitor = true)] TimerInfo timer, FunctionContext context) =>
        ticks.RunAsync(timer, context, (services, stop) => services.GetRequiredService<IWatchSweep>().RunAsync(stop));

    /// <summary>The audit of each day that is over, written where nobody can change it, and a copy of the table.</summary>
    [Function("ExportSweep")]
    [FixedDelayRetry(Retries, Pause)]
    public Task Export([TimerTrigger("50 10 2 * * *", UseMonitor = true)] TimerInfo timer, FunctionContext context) =>
        ticks.RunAsync(timer, context, (services, stop) => services.GetRequiredService<ExportSweep>().RunAsync(stop));
}
