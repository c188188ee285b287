using System.Collections.Concurrent;
using System.Collections.Immutable;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// Makes an actor of an account: from the partnership's file, or, for a practitioner who is not in it, from the tenant
/// and the agency they picked once; or, for a guest of the site's tenant, from what they were entered as by hand.
/// </summary>
/// <param name="site">The site's tenant; null where there is none, and so nobody is its guest.</param>
public sealed class Arrivals(IPeople people, CurrentRules currentRules, IRows rows, LondonClock clock, GraphTenant? site = null)
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
            case Arrival.Practitioner practitioner when await GuestAsync(practitioner, account, cancellationToken) is { } guest:
                return new ArrivedAs.Somebody(guest);
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

    /// <summary>
    /// Whether somebody whose sign-in says that they are a guest may come in: from the partnership's file, or as the owner of an action
    /// they were invited for. Any other guest of a listed tenant is nobody of its agencies.
    /// </summary>
    public async Task<bool> TakesGuestAsync(Account account, CancellationToken cancellationToken) =>
        people.Recognise(account, clock.Today) switch
        {
            Arrival.Known => true,
            Arrival.Practitioner practitioner => await GuestAsync(practitioner, account, cancellationToken) is not null,
            _ => false,
        };

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

    private async Task<Actor?> GuestAsync(Arrival.Practitioner practitioner, Account account, CancellationToken cancellationToken) =>
        site?.Has(account) == true && await rows.FindAsync(Keys.Guest(practitioner.PersonId), cancellationToken) is { } row
            ? Guests.Actor(practitioner.PersonId, account, row)
            : null;

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
