using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace SafeguardingTeams.Microsoft365.Tokens;

/// <summary>
/// Who the host is to whatever it reaches: storage, the vault, Teams, Graph, Application Insights. One identity, from one setting.
/// </summary>
internal static class HostIdentity
{
    /// <summary>The managed identity <c>Bot:ManagedIdentityClientId</c> names; the host's own where it names none.</summary>
    internal static TokenCredential Of(IConfiguration configuration) =>
        new ManagedIdentityCredential(
            configuration["Bot:ManagedIdentityClientId"] is { Length: > 0 } id
                ? ManagedIdentityId.FromUserAssignedClientId(id)
                : ManagedIdentityId.SystemAssigned
        );
}
