using Azure.Core;
using Azure.Identity;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Rehearsal.StandIns.Entra;

/// <summary>
/// The tokens Entra gives the product's identity: for Teams' connector and for Graph, each with an audience and a key of its own.
/// </summary>
internal sealed class StandInTokens(TeamsStandIn teams, GraphStandIn graph)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>A token for a resource, or null where the identity has none. Its life is the machine's time.</summary>
    internal (string Token, DateTimeOffset Until)? For(string resource) =>
        resource switch
        {
            ConnectorEndpoints.Audience => (
                teams.OutgoingKey.Sign("rehearsal", ConnectorEndpoints.Audience, TimeProvider.System.GetUtcNow(), Life),
                TimeProvider.System.GetUtcNow() + Life
            ),
            GraphStandIn.Resource => (graph.Token(), TimeProvider.System.GetUtcNow() + Life),
            _ => null,
        };
}

/// <summary>Gives the bot, which runs in this process, its tokens.</summary>
internal sealed class StandInCredential(StandInTokens tokens) : TokenCredential
{
    private const string All = "/.default";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        requestContext.Scopes is [{ } scope]
        && scope.EndsWith(All, StringComparison.Ordinal)
        && tokens.For(scope[..^All.Length]) is var (token, until)
            ? new(token, until)
            : throw new AuthenticationFailedException("An unknown scope.");

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
