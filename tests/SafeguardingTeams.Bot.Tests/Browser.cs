using System.Net;
using SafeguardingTeams.Rehearsal;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>A browser without a screen: signs in to the product's page, and keeps its cookies.</summary>
internal static class Browser
{
    internal static HttpMessageHandler Cookies() => new CookieJar();

    internal static async Task<HttpClient> SignedInAsync(RehearsalHost host, string key)
    {
        var http = new HttpClient(new CookieJar()) { BaseAddress = host.WebPage };
        var (status, _) = await SignInAsync(host, key, http);
        Assert.Equal(HttpStatusCode.OK, status);
        return http;
    }

    /// <summary>As a browser does: to the sign-in, pick somebody, post back what it gives.</summary>
    internal static async Task<(HttpStatusCode Status, string Body)> SignInAsync(RehearsalHost host, string key, HttpClient http)
    {
        using var list = await http.GetAsync("/");
        using var picked = await http.GetAsync($"{list.RequestMessage!.RequestUri}&login_hint={key}");
        var html = await picked.Content.ReadAsStringAsync();
        string Value(string name) => WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["id_token"] = Value("id_token"), ["state"] = Value("state") });
        using var back = await http.PostAsync(new Uri(host.WebPage, "/signin-oidc"), form);
        return (back.StatusCode, await back.Content.ReadAsStringAsync());
    }

    /// <summary>Cookies as a browser keeps them for this machine: those marked secure too, which a plain client would not send.</summary>
    private sealed class CookieJar() : DelegatingHandler(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                request.Headers.Remove("Cookie");
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
                var response = await base.SendAsync(request, cancellationToken);
                foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                {
                    var pair = cookie.Split(';')[0].Split('=', 2);
                    _cookies[pair[0]] = pair[1];
                }

                if (response.StatusCode != HttpStatusCode.Redirect)
                {
                    response.RequestMessage = request;
                    return response;
                }

                request = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, response.Headers.Location!));
            }
        }
    }
}
