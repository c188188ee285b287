using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>
/// Whether a request really comes from Teams: issuer, audience, lifetime, signature, endorsement of the key for Teams, the
/// token's service address, its host, the tenant, and a person. Everything is needed; there is no way round.
/// </summary>
internal sealed class BotTokenValidator(IOptions<BotOptions> options, BotKeys keys, TimeProvider time, IListedTenants tenants)
{
    private const string Channel = "msteams";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Null where the token and the activity are good; else why not.</summary>
    internal async Task<InboundRefusal?> RefuseAsync(string? authorization, Activity activity, CancellationToken cancellationToken)
    {
        if (
            authorization is null
            || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || !_handler.CanReadToken(authorization[7..])
        )
        {
            return new(401, "no-token");
        }

        var token = authorization[7..];
        var (key, keyFault) = await KeyAsync(token, cancellationToken);
        if (key is null)
        {
            return keyFault;
        }

        var result = await _handler.ValidateTokenAsync(token, Parameters(key));
        if (!result.IsValid)
        {
            return new(
                401,
                result.Exception switch
                {
                    SecurityTokenInvalidIssuerException => "wrong-issuer",
                    SecurityTokenInvalidAudienceException => "wrong-audience",
                    SecurityTokenExpiredException
                    or SecurityTokenNotYetValidException
                    or SecurityTokenInvalidLifetimeException
                    or SecurityTokenNoExpirationException => "wrong-time",
                    _ => "wrong-signature",
                }
            );
        }

        return !BotKeys.Endorses(key, Channel) ? new(403, "not-endorsed") : About(activity, (JsonWebToken)result.SecurityToken);
    }

    private async Task<(JsonWebKey? Key, InboundRefusal? Fault)> KeyAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await keys.FindAsync(_handler.ReadJsonWebToken(token).Kid ?? "", cancellationToken) is { } key
                ? (key, null)
                : (null, new(401, "unknown-key"));
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            // The keys cannot be had. Teams tries again; nobody is let in meanwhile.
            return (null, new(503, "keys-unreachable"));
        }
        catch (ArgumentException)
        {
            return (null, new(401, "no-token"));
        }
    }

    private TokenValidationParameters Parameters(JsonWebKey key) =>
        new()
        {
            ValidIssuer = options.Value.Issuer,
            ValidAudience = options.Value.AppId,
            ValidAlgorithms = Algorithms,
            IssuerSigningKey = key,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, to, _, _) =>
                from is { } begins
                && to is { } ends
                && begins - Skew <= time.GetUtcNow().UtcDateTime
                && time.GetUtcNow().UtcDateTime < ends + Skew,
        };

    private InboundRefusal? About(Activity activity, JsonWebToken token)
    {
        var claim = token.Claims.FirstOrDefault(claim => claim.Type is "serviceurl" or "serviceUrl")?.Value;
        return activity.ChannelId != Channel ? new(403, "wrong-channel")
            : claim is null
            || activity.ServiceUrl is null
            || !string.Equals(claim.TrimEnd('/'), activity.ServiceUrl.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
                ? new(403, "wrong-service-url")
            : !options.Value.Allows(activity.ServiceUrl) ? new(403, "service-host-not-allowed")
            : activity.TenantId is not { Length: > 0 } tenant ? new(403, "no-tenant")
            : !tenants.Lists(tenant) ? new(403, "tenant-not-listed")
            : activity.Type is "message" or "invoke" && !Guid.TryParseExact(activity.From?.AadObjectId, "D", out _) ? new(403, "no-person")
            : null;
    }
}

/// <summary>Which tenants may come in.</summary>
public interface IListedTenants
{
    /// <summary>Whether this one may.</summary>
    bool Lists(string tenantId);
}
