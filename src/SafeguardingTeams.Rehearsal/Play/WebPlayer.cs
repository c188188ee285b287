using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SafeguardingTeams.Rehearsal.People;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>Somebody at the product's web page, without a screen: the same cards as in Teams, documents, and files put in.</summary>
public sealed class WebPlayer : Player, IDisposable
{
    private readonly HttpClient _http;
    private string _token = "";

    private WebPlayer(RehearsalHost host, CastMember member)
        : base(host.Teams, member) => _http = new(new CookieJar()) { BaseAddress = host.WebPage };

    /// <summary>Signs in as a browser does: to the sign-in, pick oneself, post back what it gives.</summary>
    public static async Task<WebPlayer> SignInAsync(RehearsalHost host, string key)
    {
        var player = new WebPlayer(host, host.Member(key));
        using var list = await player._http.GetAsync(new Uri("/", UriKind.Relative));
        var html = await player._http.GetStringAsync($"{list.RequestMessage!.RequestUri}&login_hint={key}");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["id_token"] = Field(html, "id_token"), ["state"] = Field(html, "state") });
        using var back = await player._http.PostAsync(new Uri(host.WebPage, "/signin-oidc"), form);
        back.EnsureSuccessStatusCode();
        var session = await player._http.GetFromJsonAsync<JsonElement>("/web/session");
        player._token = session.GetProperty("token").GetString()!;
        return player;
    }

    /// <inheritdoc/>
    public override async Task<CardView> SendAsync(string verb, IReadOnlyDictionary<string, string> data)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/web/actions") { Content = JsonContent.Create(new { verb, data }) };
        await request.Content.LoadIntoBufferAsync();
        request.Headers.Add("X-CSRF-TOKEN", _token);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return Card = new(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Opens a document of a case; what came and its status.</summary>
    public async Task<(HttpStatusCode Status, byte[] Bytes)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Puts a file in by the page's form.</summary>
    /// <returns>The page that comes, as text, and its status.</returns>
    public async Task<(HttpStatusCode Status, string Page)> PutInAsync(string path, string fileName, byte[] bytes)
    {
        var (status, page) = await GetAsync(path);
        if (status != HttpStatusCode.OK)
        {
            return (status, System.Text.Encoding.UTF8.GetString(page));
        }

        using var token = new StringContent(Field(System.Text.Encoding.UTF8.GetString(page), "__RequestVerificationToken"));
        using var file = new ByteArrayContent(bytes);
        using var form = new MultipartFormDataContent { { token, "__RequestVerificationToken" }, { file, "file", fileName } };
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static string Field(string html, string name) => WebUtility.HtmlDecode(Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

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
