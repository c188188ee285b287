using System.Buffers.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SafeguardingTeams.Microsoft365.Graph.Wire;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365;

/// <summary>Looks whether the host's identity gets a token for each service it calls, and that it is one identity.</summary>
public sealed class TokenLook(TokenCredential credential, IOptions<BotOptions> bot, IConfiguration configuration, IServiceProvider services)
{
    private const string Storage = "https://storage.azure.com/.default";

    /// <summary>Asks for each token there is to ask for.</summary>
    public async Task<IReadOnlyList<TokenState>> TakeAsync(CancellationToken cancellationToken)
    {
        var states = new List<TokenState>();
        if (!string.IsNullOrEmpty(configuration["Storage:TableEndpoint"]))
        {
            states.Add(await OfAsync("storage", Storage, cancellationToken));
        }

        states.Add(await OfAsync("Bot Framework", bot.Value.Scope, cancellationToken));
        if (services.GetService(typeof(IOptions<GraphOptions>)) is IOptions<GraphOptions> { Value: { Mailbox.Length: > 0 } graph })
        {
            states.Add(await OfAsync("Graph", graph.Scope, cancellationToken));
        }

        return states;
    }

    private async Task<TokenState> OfAsync(string service, string scope, CancellationToken cancellationToken)
    {
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return new(service, IsThere: true, IdentityIn(token.Token));
        }
        catch (Exception e) when (e is AuthenticationFailedException or HttpRequestException or InvalidOperationException)
        {
            return new(service, IsThere: false, null);
        }
    }

    /// <summary>Whose a token says it is. It is not checked: it is our own.</summary>
    private static string? IdentityIn(string token)
    {
        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.') is [_, var middle, _] ? middle : ""));
            return payload.RootElement.TryGetProperty("appid", out var id) ? id.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>Whether there is a token for a service.</summary>
/// <param name="Identity">Whose: the client id in it; null where it does not say.</param>
public sealed record TokenState(string Service, bool IsThere, string? Identity);
