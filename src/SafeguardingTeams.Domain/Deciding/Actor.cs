using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>Who acts, as resolved on the server from the token: never from what a card says.</summary>
/// <param name="PersonId">The person's own id, whatever account they came with.</param>
/// <param name="Display">What others see: a name as the directory gives it, or role and agency.</param>
/// <param name="AgencyId">The one agency the person belongs to.</param>
/// <param name="AgencyName">That agency as people call it.</param>
/// <param name="Account">The account used: tenant id, a slash, object id.</param>
/// <param name="Roles">The roles in force today, by the directory.</param>
public sealed record Actor(
    string PersonId, string Display, string AgencyId, string AgencyName, string Account, ImmutableHashSet<Role> Roles)
{
    /// <summary>
    /// The roles this person holds for this case. Everybody is a practitioner, but for a case that exists only
    /// the one who referred it is its practitioner (F2: nobody sees a case who has no part in it).
    /// </summary>
    public ImmutableHashSet<Role> RolesFor(CaseFile file) =>
        file.Stage == Stage.NotStarted || file.Referral?.Referrer.PersonId == PersonId
            ? Roles.Add(Role.Practitioner) : Roles.Remove(Role.Practitioner);
}
