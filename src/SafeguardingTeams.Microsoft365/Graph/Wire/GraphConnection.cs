using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using SafeguardingTeams.Microsoft365.Tokens;

namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>
/// The SDK's client, without its retries (the outbox retries, after looking) and without its redirects
/// (a content's other address is followed by <see cref="StorageClient"/>, which has no token).
/// </summary>
internal sealed class GraphConnection : IDisposable
{
    private readonly HttpClient _http;
    private readonly OutgoingTokens _tokens;

    internal GraphConnection(GraphOptions options, OutgoingTokens tokens)
    {
        var graph = new Uri(options.BaseUrl);
        _tokens = tokens;
        var handlers = GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not (RetryHandler or RedirectHandler));
        _http = GraphClientFactory.Create([.. handlers, new Preferences(graph), new OnlyOnce()]);
        _http.Timeout = Timeout.InfiniteTimeSpan;
        // Microsoft holds traffic back later where it says whose it is: non-ISV, company, application and version.
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("NONISV|SafeguardingPartnership|SafeguardingInTeams/1.0");
        Client = new(_http, new BaseBearerTokenAuthenticationProvider(new GraphTokens(graph, tokens)), options.BaseUrl.TrimEnd('/'));
        Options = options;
    }

    /// <summary>The SDK's client. Every call is given its own time limit by <see cref="GraphCalls"/>.</summary>
    internal GraphServiceClient Client { get; }

    /// <summary>Where things are.</summary>
    internal GraphOptions Options { get; }

    /// <summary>A file or folder by its name in a folder, as Graph addresses it: <c>items/{folder}:/{name}:/what</c>.</summary>
    internal string ByName(string driveId, string folderId, string name, string what) =>
        $"{Item(driveId, folderId)}:/{Uri.EscapeDataString(name)}{what}";

    /// <summary>A file or folder by its id.</summary>
    internal string Item(string driveId, string itemId) =>
        $"{Options.BaseUrl.TrimEnd('/')}/drives/{Uri.EscapeDataString(driveId)}/items/{Uri.EscapeDataString(itemId)}";

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
        _tokens.Dispose();
    }
}
