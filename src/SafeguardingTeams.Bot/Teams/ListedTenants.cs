using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Microsoft365.Teams.Inbound;

namespace SafeguardingTeams.Bot.Teams;

/// <summary>The tenants of the partnership's file.</summary>
internal sealed class ListedTenants(IPeople people) : IListedTenants
{
    public bool Lists(string tenantId) => people.ListsTenant(tenantId);
}
