using Microsoft.Kiota.Abstractions.Authentication;
using SafeguardingTeams.Microsoft365.Tokens;

namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>Gives the SDK a token for Graph's own host and for no other, whatever address a link in an answer names.</summary>
internal sealed class GraphTokens(Uri graph, OutgoingTokens tokens) : IAccessTokenProvider
{
    /// <inheritdoc/>
    public AllowedHostsValidator AllowedHostsValidator { get; } = new([graph.Host]);

    /// <inheritdoc/>
    public async Task<string> GetAuthorizationTokenAsync(
        Uri uri,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default
    ) =>
        uri.Scheme == graph.Scheme && string.Equals(uri.Authority, graph.Authority, StringComparison.OrdinalIgnoreCase)
            ? await tokens.GetAsync(cancellationToken, additionalAuthenticationContext?.GetValueOrDefault("claims") as string)
            : throw new OtherHostException();
}

/// <summary>An address of another host was to be called as if it were Graph's.</summary>
internal sealed class OtherHostException : Exception
{
    /// <summary>Without the address: it may hold a secret.</summary>
    internal OtherHostException()
        : base("A link in an answer points to another host than Graph's.") { }
}
