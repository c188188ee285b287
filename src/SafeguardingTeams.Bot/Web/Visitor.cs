using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.Identity.Web;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Bot.Web;

/// <summary>Who is at the page, by the token of the sign-in.</summary>
internal static class Visitor
{
    /// <summary>What they did, for the application.</summary>
    internal static CardAction Did(HttpContext http, string verb, IReadOnlyDictionary<string, string> data)
    {
        string Claim(string name) => http.User.FindFirst(name)?.Value ?? "";
        var account = AccountOf(http.User);
        var email = Claim("email") is { Length: > 0 } given ? given : Claim("preferred_username");
        var channel = TabPages.Has(http.Request.Path) ? "Teams tab" : "web page";
        return new(account, Claim("name"), verb, data, channel) { Email = email.Contains('@', StringComparison.Ordinal) ? email : "" };
    }

    /// <summary>The account of a sign-in: tenant and object id there.</summary>
    internal static Account AccountOf(ClaimsPrincipal user) =>
        new((user.GetTenantId() ?? "").ToLowerInvariant(), (user.GetObjectId() ?? "").ToLowerInvariant());

    /// <summary>The account that is signed in, as a card or a form says whom it was drawn for.</summary>
    internal static string Of(HttpContext http) => Did(http, "").Account.ToString();

    /// <summary>The name that is signed in, for showing only.</summary>
    internal static string NameOf(HttpContext http) => http.User.FindFirst("name")?.Value ?? "";

    /// <summary>The same where there is nothing but the deed.</summary>
    internal static CardAction Did(HttpContext http, string verb) => Did(http, verb, ImmutableDictionary<string, string>.Empty);
}
