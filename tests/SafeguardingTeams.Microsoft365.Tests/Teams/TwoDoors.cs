using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>Sends the same request to the bot's door and to the SDK alone, and says in words what came of it.</summary>
internal sealed class TwoDoors : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) })
    {
        Timeout = TimeSpan.FromMinutes(3),
    };

    private TwoDoors(TeamsDoorFixture ours, SdkAlone sdk) => (Ours, Sdk) = (ours, sdk);

    internal TeamsDoorFixture Ours { get; }

    internal SdkAlone Sdk { get; }

    internal static async Task<TwoDoors> OpenAsync()
    {
        var ours = await TeamsDoorFixture.OpenAsync();
        return new(ours, await SdkAlone.OpenAsync(ours));
    }

    internal async Task<(string Sdk, string Ours)> SendAsync(Sent sent)
    {
        var (before, asked) = (Sdk.Came, Sdk.Asked.Count);
        var sdk = await SendAsync(new Uri(Sdk.Address, "/api/messages"), sent, () => Sdk.Came > before, () => Sdk.Culture);
        foreach (var call in Sdk.Asked.Skip(asked))
        {
            sdk += $", having asked {call}";
        }

        var came = Ours.Recorder.Came.Count;
        return (
            sdk,
            await SendAsync(
                new Uri(Ours.Address, "/api/messages"),
                sent,
                () => Ours.Recorder.Came.Count > came,
                () => Ours.Recorder.Culture
            )
        );
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Sdk.DisposeAsync();
        await Ours.DisposeAsync();
    }

    private async Task<string> SendAsync(Uri address, Sent sent, Func<bool> reached, Func<string> culture)
    {
        var body = new Counted(sent.Body, sent.Type);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.ExpectContinue = true;
        if (sent.Token is { } token)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        var inner = answer.Length > 0 && JsonNode.Parse(answer)?["statusCode"] is { } code && (int)code != 200 ? $", {code} inside" : "";
        var read =
            sent.Body.Length > 1_000_000
                ? body.IsRead
                    ? ", all of it read"
                    : ", none of it read"
                : "";
        return $"{(reached() ? "reaches the handler" : "stops")}{(sent.Culture && reached() ? $" in {Named(culture())}" : "")}: HTTP "
            + $"{(int)response.StatusCode}{inner}{read}";
    }

    private static string Named(string culture) =>
        culture == CultureInfo.CurrentCulture.Name ? "the host's culture" : $"the culture {culture}";

    /// <summary>A body that waits until the server asks for it.</summary>
    private sealed class Counted : HttpContent
    {
        private readonly byte[] _bytes;

        internal Counted(string body, string type)
        {
            _bytes = Encoding.UTF8.GetBytes(body);
            Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        internal bool IsRead { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes);
            IsRead = true;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}

/// <summary>One request.</summary>
internal sealed record Sent(string Body, string? Token, string Type = "application/json", bool Culture = false);
