using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>What nobody should wait for at their first press: the SDK's first turn, and Teams' keys.</summary>
public static class DoorWarmUp
{
    /// <summary>Gives the SDK a turn with something it passes over, and fetches the keys where they can be had.</summary>
    /// <exception cref="InvalidOperationException">They cannot; the first request tries again.</exception>
    public static async Task WarmUpTeamsAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var nothing = new Activity(
            "warmUp",
            null,
            null,
            "https://localhost/",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            default
        );
        await services.GetRequiredService<TeamsTurns>().TakeAsync(nothing, cancellationToken);
        await services.GetRequiredService<BotKeys>().ReadyAsync(cancellationToken);
    }
}
