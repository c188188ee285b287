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

    /// <summary>What the oversight tab in Teams shows somebody; asked with a token and no cookie, as Teams does.</summary>
    internal static async Task<string> TabAsync(this RehearsalHost host, string key)
    {
        using var answer = await AskTabAsync(host, host.Tab.For(host.Member(key)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Asks the tab's address for something with a token.</summary>
    /// <param name="token">Null for none.</param>
    internal static async Task<HttpResponseMessage> AskTabAsync(RehearsalHost host, string? token, string path = "/tab/api/oversight")
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = host.WebPage,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        var answer = await http.SendAsync(request);
        if (path.StartsWith("/tab", StringComparison.Ordinal))
        {
            Assert.False(answer.Headers.Contains("Set-Cookie"), $"{path} sets a cookie.");
        }

        return answer;
    }
}
