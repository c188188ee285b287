using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Web;

namespace SafeguardingTeams.Bot.Api;

/// <summary>Which sign-in is asked follows from the address: tokens at the tab and the connector, the page's session elsewhere.</summary>
internal static class ByAddress
{
    private const string Scheme = "by-address";

    /// <summary>Adds it, after the schemes.</summary>
    internal static void AddSchemeByAddress(this IServiceCollection services, bool hasApi) =>
        services
            .AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, options => options.ForwardDefaultSelector = http =>
                    TabPages.Has(http.Request.Path) ? TabSignIn.Scheme
                    : hasApi && ConnectorApi.Has(http.Request.Path) ? ApiSignIn.Scheme
                    : OpenIdConnectDefaults.AuthenticationScheme);
}
