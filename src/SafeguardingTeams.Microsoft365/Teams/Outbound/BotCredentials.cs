using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Microsoft.Rest;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Microsoft365.Tokens;

namespace SafeguardingTeams.Microsoft365.Teams.Outbound;

/// <summary>The bot's token for what the SDK sends, whoever has it sent: only ever for an allowed host, or the call is not made.</summary>
internal sealed class BotCredentials(IOptions<BotOptions> options, OutgoingTokens tokens) : ServiceClientCredentials
{
    /// <exception cref="InvalidOperationException">The host is not one of Teams'.</exception>
    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!options.Value.Allows(request.RequestUri!.OriginalString))
        {
            throw new InvalidOperationException("No token goes to this host.");
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
    }
}
