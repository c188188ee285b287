using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;

namespace SafeguardingTeams.Rehearsal.StandIns.Entra;

/// <summary>
/// What Entra gives a connection of Power Platform: an access token of the second version for the API's registration, given to the
/// connector's own registration in the name of whoever made the connection; or to an application in nobody's name.
/// </summary>
public sealed class ConnectionTokens
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly SigningKey _key;
    private readonly Uri _entra;
    private readonly DirectoryStandIn _directory;

    internal ConnectionTokens(SigningKey key, string clientId, Uri entra, DirectoryStandIn directory) =>
        (_key, ClientId, _entra, _directory) = (key, clientId, entra, directory);

    /// <summary>The registration of the API.</summary>
    public string ClientId { get; }

    /// <summary>The registration of the connector.</summary>
    public string Connector { get; } = Guid.NewGuid().ToString();

    /// <summary>An application that the partnership has listed.</summary>
    public string Application { get; } = Guid.NewGuid().ToString();

    /// <summary>Another application that the partnership has listed.</summary>
    public string OtherApplication { get; } = Guid.NewGuid().ToString();

    /// <summary>A token in somebody's name, or one that is wrong in one thing.</summary>
    /// <param name="audience">For whom; the API's registration unless told.</param>
    /// <param name="scope">What may be done in their name.</param>
    /// <param name="from">Since when it counts; now unless told.</param>
    /// <param name="issuer">Another tenant than the person's that says it issued it.</param>
    /// <param name="by">Another key than Entra's.</param>
    public string For(
        CastMember member,
        string? audience = null,
        string scope = "access_as_user",
        DateTimeOffset? from = null,
        string? issuer = null,
        SigningKey? by = null
    )
    {
        (string, object)[] vouched =
            _directory.Accounts.GetValueOrDefault(member.ObjectId)?.IsGuest == true
                ? [("idp", "https://sts.rehearsal.example/elsewhere/")]
                : [];
        return Sign(
            issuer ?? member.TenantId,
            audience,
            from,
            by,
            [
                ("tid", member.TenantId),
                ("oid", member.ObjectId),
                ("sub", member.ObjectId),
                ("name", member.Name),
                ("preferred_username", member.Email),
                ("azp", Connector),
                ("scp", scope),
                .. vouched,
            ]
        );
    }

    /// <summary>A token of an application's own, or one that is wrong in one thing.</summary>
    /// <param name="client">Which application; the listed one unless told.</param>
    /// <param name="role">The role an administrator gave it; empty for none.</param>
    public string ForApplication(string? client = null, string role = "Records.ReadCoded", string tenant = Cast.Council) =>
        Sign(
            tenant,
            null,
            null,
            null,
            [
                ("tid", tenant),
                ("oid", client ?? Application),
                ("sub", client ?? Application),
                ("azp", client ?? Application),
                ("idtyp", "app"),
                .. role.Length > 0 ? [("roles", new[] { role })] : Array.Empty<(string, object)>(),
            ]
        );

    private string Sign(string tenant, string? audience, DateTimeOffset? from, SigningKey? by, (string, object)[] claims) =>
        (by ?? _key).Sign(
            new Uri(_entra, $"{tenant}/v2.0").ToString(),
            audience ?? ClientId,
            DateTimeOffset.FromUnixTimeSeconds((from ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds()),
            Life,
            [.. claims, ("ver", "2.0")]
        );
}
