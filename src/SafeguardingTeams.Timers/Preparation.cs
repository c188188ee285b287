using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Microsoft365.Tables;

namespace SafeguardingTeams.Timers;

/// <summary>
/// Prepares storage once, for whichever tick comes first. Where it could not be reached, the next tick tries again. Nothing that
/// reads storage may be resolved before.
/// </summary>
internal sealed class Preparation(IServiceProvider services)
{
    private readonly Lock _one = new();

    private Task? _prepared;

    /// <summary>Waits until storage is prepared. A tick that is called off lets go; the preparation goes on for the next.</summary>
    internal async Task ReadyAsync(CancellationToken stop)
    {
        Task prepared;
        lock (_one)
        {
            prepared = _prepared = _prepared is null or { IsFaulted: true } or { IsCanceled: true }
                ? Task.Run(PrepareAsync, CancellationToken.None)
                : _prepared;
        }

        await prepared.WaitAsync(stop);
    }

    private async Task PrepareAsync()
    {
        await services.PrepareTablesAsync(CancellationToken.None);
        var hosts = services.GetRequiredService<Hosts>();
        await hosts.StartedAsync(Hosts.Timers, CancellationToken.None);
        var file = services.GetRequiredService<PartnershipFile>();
        var logger = services.GetRequiredService<ILogger<Preparation>>();
        TimersLog.Started(logger, Hosts.Version, file.Code, file.Fingerprint, services.GetRequiredService<TableLook>().Place);
        foreach (var difference in Hosts.Differences(await hosts.AllAsync(CancellationToken.None)))
        {
            TimersLog.Differs(logger, difference);
        }
    }
}
