using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>Who comes to the page for a file, beside its cards.</summary>
public sealed class Visits(Arrivals arrivals, LondonClock clock)
{
    /// <summary>Who comes, where it is somebody we know; null for anybody else.</summary>
    internal async Task<Reader?> OfAsync(CardAction visit, CancellationToken cancellationToken) =>
        await arrivals.ResolveAsync(visit.Account, visit.DisplayName, cancellationToken) is ArrivedAs.Somebody somebody
            ? new(Guid.NewGuid().ToString("N")[..12], somebody.Actor, clock.Now, visit.Verb, visit.Channel)
            : null;
}
