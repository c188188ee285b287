using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>Somebody at the product's web page, without a screen: the same cards as in Teams, documents, and files put in.</summary>
public sealed class WebPlayer : Player, IDisposable
{
    private readonly HttpClient _http;
    private string _token = "";
    private string _person = "";

    private WebPlayer(RehearsalHost host, CastMember member)
        : base(host.Teams, member) => _http = new(WebSignIn.Cookies()) { BaseAddress = host.WebPage };

    /// <param name="from">Where they sign in: a link of a mail, or the page itself.</param>
    /// <exception cref="InvalidOperationException">They were not let in.</exception>
    public static async Task<WebPlayer> SignInAsync(RehearsalHost host, string key, string from = "/")
    {
        var player = new WebPlayer(host, host.Member(key));
        var (status, _) = await WebSignIn.AsAsync(host, key, player._http, from);
        if (status != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{key} could not sign in: {status}.");
        }

        var session = await player._http.GetFromJsonAsync<JsonElement>("/web/session");
        player._token = session.GetProperty("token").GetString()!;
        player._person = session.GetProperty("person").GetString()!;
        return player;
    }

    /// <inheritdoc/>
    public override async Task<CardView> SendAsync(string verb, IReadOnlyDictionary<string, string> data)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/web/actions")
        {
            Content = JsonContent.Create(
                new
                {
                    verb,
                    data,
                    @for = _person,
                }
            ),
        };
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
    public async Task<(HttpStatusCode Status, string Page)> UploadAsync(
        string path,
        string fileName,
        byte[] bytes,
        string description = "Notes of the ward"
    )
    {
        var (status, page) = await GetAsync(path);
        if (status != HttpStatusCode.OK)
        {
            return (status, System.Text.Encoding.UTF8.GetString(page));
        }

        using var token = new StringContent(WebSignIn.Field(System.Text.Encoding.UTF8.GetString(page), "__RequestVerificationToken"));
        using var drawnFor = new StringContent(WebSignIn.Field(System.Text.Encoding.UTF8.GetString(page), "for"));
        using var described = new StringContent(description);
        using var file = new ByteArrayContent(bytes);
        using var form = new MultipartFormDataContent
        {
            { token, "__RequestVerificationToken" },
            { drawnFor, "for" },
            { described, "description" },
            { file, "file", fileName },
        };
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
