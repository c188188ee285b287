using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SafeguardingTeams.Rehearsal.StandIns;

/// <summary>
/// A signing key of this run, shared with nobody while it is in use. To make one takes a good part of a second, so that one nobody uses
/// any more serves the next, under another name; all are gone with the process.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private static readonly ConcurrentBag<RSA> Unused = [];

    private readonly RSA _rsa = Unused.TryTake(out var unused) ? unused : RSA.Create(2048);
    private bool _givenBack;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Names the key.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>Signs a token.</summary>
    public string Sign(
        string issuer,
        string audience,
        DateTimeOffset from,
        TimeSpan life,
        params ReadOnlySpan<(string Name, object Value)> claims
    )
    {
        var all = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in claims)
        {
            all[name] = value;
        }

        return _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer,
                Audience = audience,
                IssuedAt = from.UtcDateTime,
                NotBefore = from.UtcDateTime,
                Expires = (from + life).UtcDateTime,
                Claims = all,
                SigningCredentials = new(new RsaSecurityKey(_rsa) { KeyId = Id }, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    /// <summary>The public half as a key document shows it.</summary>
    public JsonObject Public(params ReadOnlySpan<string> endorsements)
    {
        var parameters = _rsa.ExportParameters(false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["alg"] = "RS256",
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (endorsements.Length > 0)
        {
            key["endorsements"] = new JsonArray([.. endorsements.ToArray().Select(endorsement => JsonValue.Create(endorsement))]);
        }

        return key;
    }

    /// <summary>The public half, for checking.</summary>
    public SecurityKey Checking => new RsaSecurityKey(_rsa.ExportParameters(false)) { KeyId = Id };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _givenBack, true))
        {
            Unused.Add(_rsa);
        }
    }
}
