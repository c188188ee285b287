using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Records;

/// <summary>Who acts, as resolved on the server from the token: never from what a card says.</summary>
/// <param name="PersonId">The person's own id, whatever account they came with.</param>
/// <param name="Display">What others see: a name as the directory gives it, or role and agency.</param>
/// <param name="AgencyId">The one agency the person belongs to.</param>
/// <param name="AgencyName">That agency as people call it.</param>
/// <param name="Account">The account used: tenant id, a slash, object id.</param>
/// <param name="Roles">The roles in force today, by the directory, with those of absent holders this person stands in for.</param>
public sealed record Actor(
    string PersonId,
    string Display,
    string AgencyId,
    string AgencyName,
    string Account,
    ImmutableHashSet<Role> Roles
)
{
    /// <summary>Their email address by the partnership's file; empty where it gives none.</summary>
    public string Email { get; init; } = "";

    /// <summary>The roles this person is a deputy for, behind somebody who is there (PD17).</summary>
    public ImmutableList<Deputising> Deputises { get; init; } = [];

    /// <summary>Whether this person is away today (PD17): they keep their roles, but nobody counts on them.</summary>
    public bool IsAway { get; init; }

    /// <summary>
    /// Whether they come as a guest who reads agreed papers and nothing else (C9): what everybody may do who comes with an organisation's
    /// sign-in is not theirs.
    /// </summary>
    public bool ReadsPapersOnly { get; init; }

    /// <summary>Every role this person may hold in some case.</summary>
    public ImmutableHashSet<Role> MayHold => Roles.Union(Deputises.Select(deputy => deputy.Role));

    /// <summary>Whether they hold a role as it is assigned in a case.</summary>
    public bool Holds(Role role, Assignment assigned)
    {
        if (assigned.HandedTo.Length > 0)
        {
            return assigned.HandedTo == PersonId;
        }

        return !assigned.StoodAside.Contains(PersonId)
            && (
                Roles.Contains(role)
                || Deputises.Exists(deputy =>
                    deputy.Role == role && deputy.Ahead.RemoveAll(assigned.StoodAside.Contains).Count <= (assigned.DeputyAsked ? 1 : 0)
                )
            );
    }
}

/// <summary>How a role is assigned in one case, where it departs from the partnership's file.</summary>
/// <param name="StoodAside">Who had part in the case.</param>
/// <param name="DeputyAsked">Whether the deputy was asked because the holder had not answered.</param>
/// <param name="HandedTo">The one person it was handed over to; empty where it was not.</param>
public sealed record Assignment(ImmutableHashSet<string> StoodAside, bool DeputyAsked, string HandedTo);

/// <summary>A place in a role's list of deputies.</summary>
/// <param name="Ahead">Who comes before and is not away: the holder, then deputies, in order.</param>
public sealed record Deputising(Role Role, ImmutableList<string> Ahead);
