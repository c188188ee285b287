using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.Bot.Web.CookieKeys;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The keys of the page's cookies are sealed by a key that never leaves the vault.</summary>
[Trait(Needs.Name, Needs.Server)]
public sealed class CookieKeyTests : IDisposable
{
    private const string Key = "https://vault.vault.azure.net/keys/cookies";

    private readonly Vault _vault = new();

    [Fact]
    public void What_is_kept_holds_no_key_and_another_instance_reads_it_by_the_vault()
    {
        var rows = new Rows();
        var sealedText = Instance(rows).Protect("session");
        var kept = Assert.Single(rows.Kept).ToString();
        Assert.DoesNotContain("<masterKey", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", kept, StringComparison.Ordinal);
        Assert.Contains($"version=\"{Key}/1\"", kept, StringComparison.Ordinal);
        _vault.Version = "2";
        Assert.Equal("session", Instance(rows).Unprotect(sealedText));
        Assert.Equal(["/keys/cookies/wrapkey", "/keys/cookies/1/unwrapkey"], _vault.Asked.Distinct());
        _vault.Refuses = true;
        Assert.ThrowsAny<Exception>(() => Instance(rows).Unprotect(sealedText));
    }

    [Fact]
    public void A_key_that_was_changed_or_wrapped_by_another_is_not_opened_and_nobody_else_is_asked()
    {
        var opened = new XElement("key", "secret");
        var vault = Open();
        var kept = new WrappedKeys(vault).Encrypt(opened);
        Assert.Equal(typeof(WrappedKeysReader), kept.DecryptorType);
        Assert.True(XNode.DeepEquals(opened, WrappedKeys.Open(kept.EncryptedElement, vault)));
        foreach (var name in new[] { "nonce", "tag", "secret" })
        {
            var changed = new XElement(kept.EncryptedElement);
            var bytes = Convert.FromBase64String((string)changed.Attribute(name)!);
            bytes[0] ^= 1;
            changed.SetAttributeValue(name, Convert.ToBase64String(bytes));
            Assert.ThrowsAny<Exception>(() => WrappedKeys.Open(changed, vault));
        }

        _vault.Asked.Clear();
        foreach (var version in new[] { "https://other.example/keys/cookies/1", $"{Key}x/1", $"{Key}/1/../2", $"{Key}/1?x=y", Key })
        {
            var foreign = new XElement(kept.EncryptedElement);
            foreign.SetAttributeValue("version", version);
            Assert.Throws<InvalidOperationException>(() => WrappedKeys.Open(foreign, vault));
        }

        Assert.Empty(_vault.Asked);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("cookies", false)]
    [InlineData("http://vault.vault.azure.net/keys/cookies", false)]
    [InlineData("https://vault.example/keys/cookies", false)]
    [InlineData("https://vault.vault.azure.net/secrets/cookies", false)]
    [InlineData("https://vault.vault.azure.net/keys/cookies/1", false)]
    [InlineData(Key, true)]
    [InlineData($"{Key}/", true)]
    public void In_Azure_the_bot_does_not_start_without_a_key_of_the_vault(string key, bool starts)
    {
        var errors = Errors(new() { ["Storage:TableEndpoint"] = "https://account.table.core.windows.net/", ["Storage:CookieKey"] = key });
        Assert.Equal(
            starts ? [] : ["Storage:CookieKey"],
            errors.Select(error => error[..error.LastIndexOf(": set", StringComparison.Ordinal)])
        );
    }

    [Fact]
    public void With_the_emulator_there_need_be_none() =>
        Assert.Empty(Errors(new() { ["Storage:ConnectionString"] = "TableEndpoint=http://127.0.0.1:1/a;" }));

    public void Dispose() => _vault.Dispose();

    private static IReadOnlyList<string> Errors(Dictionary<string, string?> storage)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["WebPage:Address"] = "https://page.example",
                ["Partnership:File"] = RealFile.At,
                ["Bot:AppId"] = Guid.NewGuid().ToString(),
                ["Bot:TenantId"] = Guid.NewGuid().ToString(),
                ["AzureAd:ClientId"] = Guid.NewGuid().ToString(),
            }
        );
        builder.Configuration.AddInMemoryCollection(storage);
        return builder.AddBot();
    }

    private CookieVault Open() => new(new(Key), new NobodyInParticular(), new HttpClientTransport(_vault));

    private IDataProtector Instance(Rows rows)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("test");
        var vault = Open();
        services.AddSingleton(vault);
        services.Configure<KeyManagementOptions>(options => (options.XmlRepository, options.XmlEncryptor) = (rows, new WrappedKeys(vault)));
        return services.BuildServiceProvider().GetDataProtector("cookies");
    }

    private sealed class Rows : IXmlRepository
    {
        internal List<XElement> Kept { get; } = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. Kept];

        public void StoreElement(XElement element, string friendlyName) => Kept.Add(new(element));
    }

    private sealed class NobodyInParticular : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(Assert.Single(requestContext.Scopes), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>Wraps and unwraps as Key Vault does, by a key of its own for each version.</summary>
    private sealed class Vault : HttpMessageHandler
    {
        private readonly Dictionary<string, RSA> _versions = new() { ["1"] = RSA.Create(2048), ["2"] = RSA.Create(2048) };

        internal string Version { get; set; } = "1";

        internal bool Refuses { get; set; }

        internal List<string> Asked { get; } = [];

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("https://vault.azure.net/.default", request.Headers.Authorization!.Parameter);
            Assert.Equal("?api-version=7.4", request.RequestUri!.Query);
            Asked.Add(request.RequestUri.AbsolutePath);
            if (Refuses)
            {
                return new(HttpStatusCode.Forbidden);
            }

            var body = JsonNode.Parse(request.Content!.ReadAsStream(cancellationToken))!;
            Assert.Equal("RSA-OAEP-256", (string)body["alg"]!);
            var value = Base64Url.DecodeFromChars((string)body["value"]!);
            var path = request.RequestUri.AbsolutePath.Split('/');
            var (version, result) = path switch
            {
                ["", "keys", "cookies", "wrapkey"] => (Version, _versions[Version].Encrypt(value, RSAEncryptionPadding.OaepSHA256)),
                ["", "keys", "cookies", var old, "unwrapkey"] => (old, _versions[old].Decrypt(value, RSAEncryptionPadding.OaepSHA256)),
                _ => throw new InvalidOperationException(request.RequestUri.AbsolutePath),
            };
            return new(HttpStatusCode.OK)
            {
                Content = JsonContent.Create(new { kid = $"{Key}/{version}", value = Base64Url.EncodeToString(result) }),
            };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));

        protected override void Dispose(bool disposing)
        {
            foreach (var key in _versions.Values)
            {
                key.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
