using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>Who acts, as resolved on the server from the token: never from what a card says.</summary>
/// <param name="PersonId">The person's own id, whatever account they came with.</param>
/// <param name="Display">What others see: a name as the directory gives it, or role and agency.</param>
/// <param name="AgencyId">The one agency the person belongs to.</param>
/// <param name="AgencyName">That agency as people call it.</param>
/// <param name="Account">The account used: tenant id, a slash, object id.</param>
/// <param name="Roles">The roles in force today, by the directory, with those of absent holders this person stands in for.</param>
public sealed record Actor(
    string PersonId, string Display, string AgencyId, string AgencyName, string Account, ImmutableHashSet<Role> Roles)
{
    /// <summary>The roles this person is a deputy for, behind somebody who is there (decision 17).</summary>
    public ImmutableList<Deputising> Deputises { get; init; } = [];

    /// <summary>
    /// The roles this person holds for this case. Everybody is a practitioner, but for a case that exists only the one
    /// who referred it is its practitioner (F2). Who stands aside loses the role and the next deputy has it; a deputy who
    /// was asked has it too; a role that was handed over is only with whom it was handed to.
    /// </summary>
    public ImmutableHashSet<Role> RolesFor(CaseFile file)
    {
        var roles = Roles.Union(Deputises.Where(deputy => IsAsked(deputy, file)).Select(deputy => deputy.Role))
            .Except(file.StoodAside.Where(aside => aside.PersonId == PersonId).Select(aside => aside.Role));
        foreach (var (role, personId) in file.HandedOver)
        {
            roles = personId == PersonId ? roles.Add(role) : roles.Remove(role);
        }

        return file.Stage == Stage.NotStarted || file.Referral?.Referrer.PersonId == PersonId ? roles.Add(Role.Practitioner) : roles.Remove(Role.Practitioner);
    }

    private static bool IsAsked(Deputising deputy, CaseFile file)
    {
        var ahead = deputy.Ahead.RemoveAll(person => file.StoodAside.Contains(new(deputy.Role, person)));
        return ahead.Count <= (file.DeputiesAsked.Contains(deputy.Role) ? 1 : 0);
    }
}

/// <summary>A place in a role's list of deputies.</summary>
/// <param name="Role">The role.</param>
/// <param name="Ahead">Who comes before and is not away: the holder, then deputies, in order.</param>
public sealed record Deputising(Role Role, ImmutableList<string> Ahead);
