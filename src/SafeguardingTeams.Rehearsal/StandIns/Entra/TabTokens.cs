using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;

namespace SafeguardingTeams.Rehearsal.StandIns.Entra;

/// <summary>
/// What Entra gives Teams for a tab: an access token of the second version, for the registration the app's package names, in the name of
/// whoever uses Teams. It lives by the machine's time.
/// </summary>
public sealed class TabTokens
{
    /// <summary>Teams on the web, as Entra knows it.</summary>
    private const string TeamsOnTheWeb = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly SigningKey _key;
    private readonly Uri _entra;
    private readonly DirectoryStandIn _directory;

    internal TabTokens(SigningKey key, string clientId, Uri entra, DirectoryStandIn directory) =>
        (_key, ClientId, _entra, _directory) = (key, clientId, entra, directory);

    /// <summary>The registration it is for.</summary>
    public string ClientId { get; }

    /// <summary>A token for somebody, or one that is wrong in one thing.</summary>
    /// <param name="audience">For whom; the registration unless told.</param>
    /// <param name="scope">What Teams may do in their name; empty for a token of an app's own.</param>
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
        (string, object)[] may = scope.Length > 0 ? [("scp", scope)] : [("idtyp", "app")];
        return (by ?? _key).Sign(
            new Uri(_entra, $"{issuer ?? member.TenantId}/v2.0").ToString(),
            audience ?? ClientId,
            DateTimeOffset.FromUnixTimeSeconds((from ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds()),
            Life,
            [
                ("tid", member.TenantId),
                ("oid", member.ObjectId),
                ("sub", member.ObjectId),
                ("name", member.Name),
                ("preferred_username", member.Email),
                ("azp", TeamsOnTheWeb),
                ("ver", "2.0"),
                .. may,
                .. vouched,
            ]
        );
    }
}
