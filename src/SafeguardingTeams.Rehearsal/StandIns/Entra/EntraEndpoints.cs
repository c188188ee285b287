using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;

namespace SafeguardingTeams.Rehearsal.StandIns.Entra;

/// <summary>
/// Entra's sign-in: instead of a password, a list of the rehearsal's people. Checks what the real one checks of a request:
/// client, response type and mode, nonce, and that the reply goes to a registered address. At "organizations" everybody signs in to their
/// own tenant; at a tenant's own address only its members and its guests do, and a guest's token has their object id there.
/// </summary>
internal static class EntraEndpoints
{
    private const string Common = "organizations";

    internal static void MapEntra(
        this IEndpointRouteBuilder endpoints,
        SigningKey key,
        Func<IReadOnlyList<CastMember>> cast,
        string clientId,
        Func<Uri> page,
        Func<string> council,
        DirectoryStandIn directory,
        EntraRegistration registration
    )
    {
        endpoints.MapGet($"/entra/{Common}/v2.0/.well-known/openid-configuration", (HttpRequest request) => Results.Json(
                new JsonObject
                {
                    ["issuer"] = $"http://{request.Host}/entra/{{tenantid}}/v2.0",
                    ["authorization_endpoint"] = $"http://{request.Host}/entra/{Common}/oauth2/v2.0/authorize",
                    ["token_endpoint"] = $"http://{request.Host}/entra/{Common}/oauth2/v2.0/token",
                    ["jwks_uri"] = $"http://{request.Host}/entra/keys",
                    ["response_types_supported"] = new JsonArray("id_token"),
                    ["subject_types_supported"] = new JsonArray("pairwise"),
                    ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                }
            ));
        endpoints.MapGet("/entra/keys", () => Results.Json(new JsonObject { ["keys"] = new JsonArray(key.Public()) }));
        endpoints.MapGet("/entra/{authority}/oauth2/v2.0/authorize", (HttpRequest request, string authority) =>
            authority == Common || Guid.TryParseExact(authority, "D", out _)
                ? Authorize(request, authority, key, cast(), clientId, page(), council(), directory, registration)
                : Results.NotFound()
        );
    }

    /// <summary>What is not as registered, with the number Entra gives it; null where all is.</summary>
    private static string? Refusal(
        Func<string, string> query,
        string authority,
        string clientId,
        Uri page,
        EntraRegistration registration
    ) =>
        query("client_id") != clientId || registration.UnknownIn.Contains(authority)
            ? "AADSTS700016: the application is not in the directory."
        : query("redirect_uri") != new Uri(page, registration.Redirect).ToString()
            ? "AADSTS50011: the redirect address is not one of those registered."
        : query("response_type") != "id_token" || !registration.IssuesIdTokens ? "AADSTS700054: response_type id_token is not enabled."
        : query("response_mode") != "form_post" || query("nonce").Length == 0 || !query("scope").Split(' ').Contains("openid")
            ? "AADSTS900144: the sign-in request lacks something."
        : null;

    private static IResult Authorize(
        HttpRequest request,
        string authority,
        SigningKey key,
        IReadOnlyList<CastMember> cast,
        string clientId,
        Uri page,
        string council,
        DirectoryStandIn directory,
        EntraRegistration registration
    )
    {
        string Query(string name) => request.Query[name].ToString();
        if (Refusal(Query, authority, clientId, page, registration) is { } refusal)
        {
            return Results.BadRequest(refusal);
        }

        if (Query("prompt") == "none")
        {
            return Results.BadRequest("AADSTS50058: a silent sign-in was asked for, and nobody is signed in.");
        }

        if (cast.FirstOrDefault(member => member.Key == Query("login_hint")) is not { } member)
        {
            return Html(
                "Sign in to the rehearsal",
                string.Concat(
                    cast.Select(person =>
                        $"""<li><a href="{Encode($"{request.Path}{request.QueryString}&login_hint={person.Key}")}">"""
                        + $"""{Encode(person.Name)}</a></li>"""
                    )
                ),
                "<p>Nobody has a password here. Who are you?</p><ul>",
                "</ul>"
            );
        }

        if (AccountAt(authority, member, council, directory) is not var (tenant, objectId))
        {
            return Results.Text(
                "AADSTS50020: this account does not exist in the tenant, and cannot be used there before it is added as an external user.",
                statusCode: StatusCodes.Status400BadRequest
            );
        }

        var isGuest = tenant != member.TenantId || (tenant == council && directory.Accounts.GetValueOrDefault(objectId)?.IsGuest == true);
        (string, string)[] vouched = isGuest
            ? [("idp", $"https://sts.rehearsal.example/{(tenant == member.TenantId ? "elsewhere" : member.TenantId)}/")]
            : [];
        var token = key.Sign(
            $"http://{request.Host}/entra/{tenant}/v2.0",
            clientId,
            DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()),
            TimeSpan.FromHours(1),
            [
                ("tid", tenant),
                ("oid", objectId),
                ("sub", objectId),
                ("name", member.Name),
                ("preferred_username", member.Email),
                ("nonce", Query("nonce")),
                ("ver", "2.0"),
                .. vouched,
            ]
        );
        return Html(
            "Signed in",
            $"""
            <form method="post" action="{Encode(Query("redirect_uri"))}"><input type="hidden" name="id_token" value="{Encode(
                token
            )}"><input type="hidden" name="state" value="{Encode(Query("state"))}">
            <p>You are {Encode(member.Name)}.</p><button>Continue</button></form><script>document.forms[0].submit();</script>
            """,
            "",
            ""
        );
    }

    /// <summary>
    /// The account somebody has where they sign in: their own at home; at another tenant the guest's, found by the address they were
    /// invited at; none, and no token, where they are neither member nor guest. Only the council's tenant has guests here.
    /// </summary>
    private static (string Tenant, string ObjectId)? AccountAt(
        string authority,
        CastMember member,
        string council,
        DirectoryStandIn directory
    ) =>
        authority == Common || authority == member.TenantId ? (member.TenantId, member.ObjectId)
        : authority == council && directory.With(member.Email).FirstOrDefault(account => account.IsGuest) is { } guest
            ? (authority, guest.Id)
        : null;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static IResult Html(string title, string middle, string before, string after) =>
        Results.Content(
            """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" """
                + $"""content="width=device-width, initial-scale=1"><title>{title}</title><link rel="icon" """
                + $"""href="data:,"></head><body><main><h1>{title}</h1>{before}{middle}{after}</main></body></html>""",
            "text/html; charset=utf-8"
        );
}

/// <summary>How the page is registered in Entra.</summary>
public sealed class EntraRegistration
{
    /// <summary>The path of its redirect address.</summary>
    public string Redirect { get; set; } = "/signin-oidc";

    /// <summary>Whether it may have id tokens.</summary>
    public bool IssuesIdTokens { get; set; } = true;

    /// <summary>The tenants in which nobody has consented to it.</summary>
    public ISet<string> UnknownIn { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
