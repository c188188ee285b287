using System.Collections.Immutable;

namespace SafeguardingTeams.Microsoft365.Teams.Protocol;

/// <summary>How the bot is known to Teams. Section <c>Bot</c> of the configuration; checked at start.</summary>
public sealed class BotOptions
{
    /// <summary>The hosts Teams is served from. A token is never sent to another.</summary>
    public static readonly ImmutableArray<string> TeamsHosts =
    [
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    /// <summary>The bot's application id.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant the bot is registered in: the authority of its outgoing tokens.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The client id of the managed identity; empty for the host's own.</summary>
    public string ManagedIdentityClientId { get; set; } = "";

    /// <summary>Where the keys that sign Teams' tokens are announced.</summary>
    public Uri Metadata { get; set; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Who signs them.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>What outgoing tokens are for.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The exact hosts, with port where it is not the usual one, of service addresses. Others are refused.</summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>Service addresses that may be used: https always; http only on this machine.</summary>
    public bool Allows(string serviceUrl)
    {
        IEnumerable<string> hosts = ServiceHosts.Count > 0 ? ServiceHosts : TeamsHosts;
        return Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
            && url.UserInfo.Length == 0
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)
            && hosts.Contains(url.Authority, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What is wrong with the configuration.</summary>
    internal IEnumerable<string> Errors()
    {
        if (!Guid.TryParseExact(AppId, "D", out _))
        {
            yield return "Bot:AppId must be the bot's application id.";
        }

        if (!Guid.TryParseExact(TenantId, "D", out _))
        {
            yield return "Bot:TenantId must be the id of the tenant the bot is registered in.";
        }

        if (Metadata.Scheme != Uri.UriSchemeHttps && !Metadata.IsLoopback)
        {
            yield return "Bot:Metadata must be an https address.";
        }
    }
}
