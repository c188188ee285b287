using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.People;

/// <summary>
/// A person of the partnership and what they hold: as the partnership's file says, or, once the group's record says something of them, as
/// the record does (PD17).
/// </summary>
/// <param name="Id">Their own id, whatever account they come with.</param>
/// <param name="Display">How others read them: role and agency.</param>
/// <param name="Email">Where letters and invitations reach them; empty where none is known.</param>
/// <param name="Accounts">The accounts they may come with.</param>
/// <param name="Roles">What they hold, held, or will hold, by from and to dates.</param>
/// <param name="LastDay">Their last day, after which nobody is let in by their accounts; null while they are here.</param>
public sealed record RosterPerson(
    string Id,
    string Display,
    string AgencyId,
    string Email,
    ImmutableList<PersonAccount> Accounts,
    ImmutableList<HeldRole> Roles,
    DateOnly? LastDay
)
{
    /// <summary>Whether they have left by a day.</summary>
    public bool HasLeft(DateOnly day) => LastDay < day;

    /// <summary>The entry of a role that holds on a day, or the next after it; null where there is none.</summary>
    public HeldRole? Entry(Role role, DateOnly day) =>
        Roles.Where(held => held.Role == role && !(held.To < day)).OrderBy(held => held.From).FirstOrDefault();

    /// <summary>The roles that hold on a day.</summary>
    public IEnumerable<HeldRole> On(DateOnly day) => HasLeft(day) ? [] : Roles.Where(held => held.IsInForce(day));

    /// <summary>Whether it says the same.</summary>
    public bool IsSame(RosterPerson other) =>
        (Id, Display, AgencyId, Email, LastDay) == (other.Id, other.Display, other.AgencyId, other.Email, other.LastDay)
        && Accounts.SequenceEqual(other.Accounts)
        && Roles.Count == other.Roles.Count
        && Roles.Zip(other.Roles).All(pair => pair.First.IsSame(pair.Second));
}

/// <summary>An account: tenant and object id, both lower-case GUIDs.</summary>
public sealed record PersonAccount(string TenantId, string ObjectId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{TenantId}/{ObjectId}";
}

/// <summary>A role somebody holds from a day to a day, both inclusive, and who stands in, in order (PD17).</summary>
/// <param name="To">The last day; null while none is known.</param>
public sealed record HeldRole(Role Role, DateOnly From, DateOnly? To, ImmutableList<string> Deputies)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool IsInForce(DateOnly day) => From <= day && !(To < day);

    /// <summary>Whether it says the same.</summary>
    public bool IsSame(HeldRole other) => (Role, From, To) == (other.Role, other.From, other.To) && Deputies.SequenceEqual(other.Deputies);
}
