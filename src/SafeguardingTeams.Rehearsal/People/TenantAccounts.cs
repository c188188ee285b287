using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;

namespace SafeguardingTeams.Rehearsal.People;

/// <summary>
/// Puts the cast into the directory of the council's tenant, where the site is: its own people as members, those who have an
/// account there besides as guests.
/// </summary>
internal static class TenantAccounts
{
    internal static void Enter(this GraphStandIn graph, PartnershipFile file, IReadOnlyList<CastMember> cast)
    {
        var council = Cast.CouncilOf(file);
        foreach (var member in cast.Where(member => member.TenantId == council))
        {
            var isGuest = cast.FirstOrDefault(other => $"{other.Key}-guest" == member.Key);
            graph.Directory.Add(
                isGuest is null
                    ? Account.Member(member.ObjectId, member.Name, member.Email)
                    : Account.Guest(member.ObjectId, isGuest.Name, isGuest.Email)
            );
            graph.Outlook.Of((isGuest ?? member).Email).Busy ??= isGuest is null ? [] : null;
        }

        graph.SharePoint.OperationsMembers =
        [
            .. file
                .People.Where(person => person.Roles.Any(role => role.Role == Role.Operations))
                .SelectMany(person => person.Accounts)
                .Where(account => account.TenantId == council)
                .Select(account => account.ObjectId),
        ];
    }
}
