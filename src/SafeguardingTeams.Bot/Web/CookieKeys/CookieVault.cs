using System.Buffers.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SafeguardingTeams.Bot.Web.CookieKeys;

/// <summary>
/// A key in Azure Key Vault that never leaves it: the vault wraps a secret with it and unwraps it again, for the host's identity. What
/// cannot be done throws: nobody is signed in by a key that the vault does not know.
/// </summary>
internal sealed class CookieVault
{
    private const string Setting = "Storage:CookieKey";

    private const string Algorithm = "RSA-OAEP-256";

    private readonly Uri _key;
    private readonly HttpPipeline _pipeline;

    /// <param name="key">The key's identifier, without a version: new secrets are wrapped by the newest.</param>
    /// <param name="credential">The host's identity.</param>
    /// <param name="transport">How requests go; null for HTTPS.</param>
    internal CookieVault(Uri key, TokenCredential credential, HttpPipelineTransport? transport = null)
    {
        _key = key;
        var options = new Options();
        options.Diagnostics.IsLoggingContentEnabled = false;
        options.Transport = transport ?? options.Transport;
        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, "https://vault.azure.net/.default"));
    }

    /// <summary>The key a setting names; null where keys stand in the emulator as they are.</summary>
    internal static Uri? Named(IConfiguration configuration) =>
        configuration[Setting] is { Length: > 0 } named ? new Uri(named.TrimEnd('/')) : null;

    /// <summary>What is wrong with the setting. It may be left out with the emulator only.</summary>
    internal static IEnumerable<string> Errors(IConfiguration configuration)
    {
        var named = configuration[Setting];
        var emulator = string.IsNullOrEmpty(configuration["Storage:TableEndpoint"]);
        if (!(emulator && string.IsNullOrEmpty(named)) && !IsKey(named))
        {
            yield return $"{Setting}: set it to the identifier, without a version, of the key that wraps the keys of cookies, such as "
                + "https://<vault>.vault.azure.net/keys/cookies.";
        }
    }

    /// <summary>Wraps a secret by the newest version of the key.</summary>
    /// <returns>The version, by its identifier, and the wrapped secret.</returns>
    /// <exception cref="Azure.RequestFailedException">The vault did not.</exception>
    internal (string Version, byte[] Wrapped) Wrap(byte[] secret)
    {
        var answer = Ask($"{_key}/wrapkey", secret);
        return IsVersion(answer.Version) ? answer : throw Foreign();
    }

    /// <summary>Unwraps it by the version it was wrapped with.</summary>
    /// <exception cref="InvalidOperationException">That is no version of this key: it is asked of nobody else.</exception>
    /// <exception cref="Azure.RequestFailedException">The vault did not.</exception>
    internal byte[] Unwrap(string version, byte[] wrapped) =>
        IsVersion(version) ? Ask($"{version}/unwrapkey", wrapped).Value : throw Foreign();

    private static bool IsKey(string? named) =>
        Uri.TryCreate(named, UriKind.Absolute, out var key)
        && key.Scheme == Uri.UriSchemeHttps
        && key.IsDefaultPort
        && key.Host.EndsWith(".vault.azure.net", StringComparison.Ordinal)
        && key.AbsolutePath.Trim('/').Split('/') is ["keys", { Length: > 0 }]
        && key.Query.Length + key.UserInfo.Length == 0;

    private bool IsVersion(string version) =>
        version.StartsWith($"{_key}/", StringComparison.Ordinal) && version[(_key.ToString().Length + 1)..].All(char.IsAsciiLetterOrDigit);

    private static InvalidOperationException Foreign() => new("A key of cookies was wrapped by another key than the one configured.");

    private (string Version, byte[] Value) Ask(string address, byte[] value)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri($"{address}?api-version=7.4"));
        message.Request.Headers.Add("Content-Type", "application/json");
        var question = new JsonObject { ["alg"] = Algorithm, ["value"] = Base64Url.EncodeToString(value) };
        message.Request.Content = RequestContent.Create(BinaryData.FromString(question.ToJsonString()));
        _pipeline.Send(message, CancellationToken.None);
        return
            !message.Response.IsError
            && JsonNode.Parse(message.Response.Content) is JsonObject answer
            && (string?)answer["kid"] is { } version
            && (string?)answer["value"] is { } result
            ? (version, Base64Url.DecodeFromChars(result))
            : throw new Azure.RequestFailedException(message.Response);
    }

    private sealed class Options : ClientOptions;
}
