using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Newtonsoft.Json.Serialization;

namespace SafeguardingTeams.Microsoft365.Teams.Outbound;

/// <summary>The SDK's clients of the service addresses: all through our one HTTP client, with our credentials.</summary>
internal sealed class TeamsConnectors(HttpClient http, BotCredentials credentials) : ConnectorFactory
{
    /// <summary>How long an answer of Teams is waited for, the token included.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Shared: each client would otherwise work out anew how every class of a message is written.</summary>
    private static readonly DefaultContractResolver Contracts = new();

    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
        Task.FromResult<IConnectorClient>(To(serviceUrl));

    internal ConnectorClient To(string serviceUrl)
    {
        var client = new ConnectorClient(new Uri(serviceUrl), credentials, http, disposeHttpClient: false);
        (client.SerializationSettings.ContractResolver, client.DeserializationSettings.ContractResolver) = (Contracts, Contracts);
        return client;
    }
}
