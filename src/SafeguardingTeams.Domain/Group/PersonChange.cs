using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Group;

/// <summary>A change to one person of the partnership and to what they hold, as it was asked for; what it does not touch is null.</summary>
/// <param name="PersonId">Whose; empty where somebody new is added.</param>
public sealed record PersonChange(PersonChangeKind Kind, string PersonId)
{
    /// <summary>How others read them.</summary>
    public string? Display { get; init; }

    /// <summary>Of which agency they are.</summary>
    public string? AgencyId { get; init; }

    /// <summary>Where letters and invitations reach them.</summary>
    public string? Email { get; init; }

    /// <summary>The accounts they may come with: all of them.</summary>
    public ImmutableList<PersonAccount>? Accounts { get; init; }

    /// <summary>The role it is about.</summary>
    public Role? Role { get; init; }

    /// <summary>The first day of a role that is given or handed over; the last of one that ends, or of somebody who leaves.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Who stands in, in order: all of them.</summary>
    public ImmutableList<string>? Deputies { get; init; }

    /// <summary>Who takes the role over.</summary>
    public string? ToPersonId { get; init; }

    /// <summary>Whether its day is a first day.</summary>
    internal bool Begins => Kind is PersonChangeKind.GiveRole or PersonChangeKind.HandOver;

    /// <summary>Whether the same is asked for.</summary>
    public bool IsSame(PersonChange other) =>
        this with { Accounts = null, Deputies = null } == other with { Accounts = null, Deputies = null }
        && (Accounts ?? []).SequenceEqual(other.Accounts ?? [])
        && (Deputies ?? []).SequenceEqual(other.Deputies ?? []);
}

/// <summary>What is changed.</summary>
public enum PersonChangeKind
{
    /// <summary>Somebody is added, who holds nothing yet.</summary>
    Add,

    /// <summary>What they are called, their agency, address or accounts.</summary>
    Details,

    /// <summary>A role is given.</summary>
    GiveRole,

    /// <summary>A role ends.</summary>
    EndRole,

    /// <summary>A role passes to somebody else.</summary>
    HandOver,

    /// <summary>Who stands in for them in a role.</summary>
    Deputies,

    /// <summary>They leave.</summary>
    Leave,

    /// <summary>That they left is taken back; what they held is not given again.</summary>
    Return,
}
