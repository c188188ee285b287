using System.Net;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>A browser without a screen: signs in to the product's page, and keeps its cookies.</summary>
internal static class Browser
{
    internal static HttpMessageHandler Cookies() => WebSignIn.Cookies();

    internal static async Task<HttpClient> SignedInAsync(RehearsalHost host, string key)
    {
        var http = new HttpClient(WebSignIn.Cookies()) { BaseAddress = host.WebPage };
        var (status, _) = await SignInAsync(host, key, http);
        Assert.Equal(HttpStatusCode.OK, status);
        return http;
    }

    internal static Task<(HttpStatusCode Status, string Body)> SignInAsync(RehearsalHost host, string key, HttpClient http) =>
        WebSignIn.AsAsync(host, key, http);
}
