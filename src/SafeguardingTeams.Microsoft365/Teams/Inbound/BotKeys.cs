using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using System.Text.Json;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>
/// The keys that sign what Teams sends, with their endorsements. Fetched again at least daily, and when an unknown key is
/// met (at most every five minutes); a failed fetch is not kept, and known keys go on working meanwhile.
/// </summary>
internal sealed class BotKeys(IOptions<BotOptions> options, HttpClient http)
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _manager = new(
        options.Value.Metadata.ToString(), new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(http) { RequireHttps = !options.Value.Metadata.IsLoopback })
    {
        AutomaticRefreshInterval = TimeSpan.FromHours(12),
        RefreshInterval = TimeSpan.FromMinutes(5),
    };

    /// <summary>The key of an id, or null. An unknown id asks for a new fetch.</summary>
    internal async Task<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var found = Key(await _manager.GetConfigurationAsync(cancellationToken), keyId);
        if (found is null)
        {
            _manager.RequestRefresh();
            found = Key(await _manager.GetConfigurationAsync(cancellationToken), keyId);
        }

        return found;
    }

    /// <summary>Whether the key is endorsed for a channel. A key without endorsements is endorsed for none.</summary>
    internal static bool Endorses(JsonWebKey key, string channel) =>
        key.AdditionalData.TryGetValue("endorsements", out var list) && list switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.GetString() == channel),
            IEnumerable<object> items => items.Any(item => item.ToString() == channel),
            _ => false,
        };

    private static JsonWebKey? Key(OpenIdConnectConfiguration configuration, string keyId) =>
        configuration.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == keyId);
}
