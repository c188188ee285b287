using AdaptiveCards;
using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.Papers;

/// <summary>Who comes to the page for a file, beside its cards.</summary>
public sealed class Visits(Arrivals arrivals, PartnershipWords words, LondonClock clock)
{
    /// <summary>The visit as a press by somebody we know; null for anybody else.</summary>
    internal async Task<Press?> OfAsync(CardAction visit, CancellationToken cancellationToken) =>
        await arrivals.ResolveAsync(visit.Account, visit.DisplayName, cancellationToken) is ArrivedAs.Somebody somebody
            ? new(visit, somebody.Actor, new(Guid.NewGuid().ToString("N")[..12], words, somebody.Actor, clock.Now, clock.Today), InputIds.ByName(visit.Data)) : null;
}
