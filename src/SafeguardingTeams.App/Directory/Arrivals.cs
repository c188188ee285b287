using System.Collections.Concurrent;
using System.Collections.Immutable;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// Makes an actor of an account: from the partnership's file, or, for a practitioner who is not in it, from the tenant
/// and the agency they picked once.
/// </summary>
public sealed class Arrivals(IPeople people, CurrentRules currentRules, IRows rows, LondonClock clock)
{
    private readonly ConcurrentDictionary<string, string> _agencies = new(StringComparer.Ordinal);

    /// <summary>Who acts; or that they must pick their agency first; or that they are refused.</summary>
    public async Task<ArrivedAs> ResolveAsync(Account account, string displayName, CancellationToken cancellationToken)
    {
        await currentRules.RefreshAsync(always: false, cancellationToken);
        switch (people.Recognise(account, clock.Today))
        {
            case Arrival.Known known:
                return new ArrivedAs.Somebody(known.Actor);
            case Arrival.Practitioner practitioner:
                return await AgencyAsync(practitioner, cancellationToken) is { } agency
                    ? new ArrivedAs.Somebody(
                        new Actor(
                            practitioner.PersonId,
                            Shown(displayName),
                            agency,
                            people.AgencyName(agency),
                            account.ToString(),
                            [Role.Practitioner]
                        )
                    )
                    : new ArrivedAs.MustPickAgency(
                        practitioner.PersonId,
                        [.. practitioner.AgencyIds.Select(id => (id, people.AgencyName(id)))]
                    );
            default:
                return new ArrivedAs.Refused();
        }
    }

    /// <summary>Remembers which of the tenant's agencies a practitioner belongs to. Another tenant's agency is not taken.</summary>
    public async Task<bool> PickAsync(Account account, string agencyId, CancellationToken cancellationToken)
    {
        if (people.Recognise(account, clock.Today) is not Arrival.Practitioner practitioner || !practitioner.AgencyIds.Contains(agencyId))
        {
            return false;
        }

        await rows.CommitAsync(
            [new RowWrite.Put(Keys.Profile(practitioner.PersonId), new Dictionary<string, string> { ["agency"] = agencyId })],
            cancellationToken
        );
        _agencies[practitioner.PersonId] = agencyId;
        return true;
    }

    private async Task<string?> AgencyAsync(Arrival.Practitioner practitioner, CancellationToken cancellationToken)
    {
        if (practitioner.AgencyIds is [var only])
        {
            return only;
        }

        if (
            !_agencies.TryGetValue(practitioner.PersonId, out var agency)
            && await rows.FindAsync(Keys.Profile(practitioner.PersonId), cancellationToken) is { } row
        )
        {
            _agencies[practitioner.PersonId] = agency = row["agency"];
        }

        return agency is not null && practitioner.AgencyIds.Contains(agency) ? agency : null;
    }

    private static string Shown(string displayName) =>
        string.IsNullOrWhiteSpace(displayName) ? "Practitioner" : displayName.Trim()[..Math.Min(displayName.Trim().Length, 100)];
}

/// <summary>What an account may be.</summary>
public abstract record ArrivedAs
{
    /// <summary>Somebody who may act.</summary>
    public sealed record Somebody(Actor Actor) : ArrivedAs;

    /// <summary>A practitioner of a tenant with several agencies who has not picked theirs yet.</summary>
    public sealed record MustPickAgency(string PersonId, ImmutableList<(string Id, string Name)> Agencies) : ArrivedAs;

    /// <summary>Refused, and told nothing.</summary>
    public sealed record Refused : ArrivedAs;
}
