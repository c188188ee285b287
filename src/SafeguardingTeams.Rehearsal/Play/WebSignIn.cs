using System.Net;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>Signing in to the product's page without a screen.</summary>
public static class WebSignIn
{
    /// <summary>What keeps cookies and follows redirects as a browser does.</summary>
    public static HttpMessageHandler Cookies() => new CookieJar();

    /// <summary>To the sign-in, pick somebody, post back what it gives.</summary>
    public static async Task<(HttpStatusCode Status, string Body)> AsAsync(
        RehearsalHost host,
        string key,
        HttpClient http,
        string from = "/"
    )
    {
        using var list = await http.GetAsync(new Uri(from, UriKind.RelativeOrAbsolute));
        using var picked = await http.GetAsync(new Uri($"{list.RequestMessage!.RequestUri}&login_hint={key}"));
        var html = await picked.Content.ReadAsStringAsync();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["id_token"] = Field(html, "id_token"), ["state"] = Field(html, "state") }
        );
        using var back = await http.PostAsync(new Uri(host.WebPage, "/signin-oidc"), form);
        return (back.StatusCode, await back.Content.ReadAsStringAsync());
    }

    /// <summary>The value of a hidden field of a form.</summary>
    public static string Field(string html, string name) =>
        WebUtility.HtmlDecode(Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    /// <summary>Cookies as a browser keeps them for this machine: those marked secure too, which a plain client would not send.</summary>
    private sealed class CookieJar() : DelegatingHandler(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                request.Headers.Remove("Cookie");
                request.Headers.TryAddWithoutValidation(
                    "Cookie",
                    string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))
                );
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
