using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>The adapter against the stand-in, over real HTTP.</summary>
internal sealed class GraphFixture : IAsyncDisposable
{
    internal const string Representative = "representative@police.example";
    internal const string RepresentativeId = "33333333-2222-4333-8444-555555555555";
    internal static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private ServiceProvider _services;

    private GraphFixture(WebApplication app, GraphStandIn graph)
    {
        (_app, Graph) = (app, graph);
        _services = AdapterOf(Settings);
    }

    internal GraphStandIn Graph { get; }

    internal IMailbox Mailbox => _services.GetRequiredService<IMailbox>();

    internal IFolders Folders => _services.GetRequiredService<IFolders>();

    internal IGuests Guests => _services.GetRequiredService<IGuests>();

    internal ConcurrentQueue<string> Logged { get; } = new();

    internal static async Task<GraphFixture> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{Azurite.FreePort()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var graph = new GraphStandIn(new RehearsalClock(Now), "operations@partnership.example") { Host = address };
        app.MapGraph(graph);
        await app.StartAsync();
        graph.Directory.Add(Account.Guest(RepresentativeId, "Police representative", Representative));
        return new(app, graph);
    }

    /// <summary>A new process of the product: it has no token yet.</summary>
    internal void Restart() => _services = AdapterOf(Settings);

    internal static IFolders FoldersOf(IServiceProvider services) => services.GetRequiredService<IFolders>();

    /// <summary>A request past the adapter.</summary>
    /// <param name="path">After the version.</param>
    /// <param name="token">Null for one as the product has it, empty for none.</param>
    internal async Task<(int Status, string Body)> AskAsync(string method, string path, string? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(Graph.Host, $"/graph/v1.0{path}"))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        request.Headers.Authorization = token is "" ? null : new AuthenticationHeaderValue("Bearer", token ?? Graph.Token());
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A change past the adapter, of what was read as a tag says.</summary>
    internal async Task<int> PatchAsync(string path, string body, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri(Graph.Host, $"/graph/v1.0{path}"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        request.Headers.Authorization = new("Bearer", Graph.Token());
        using var response = await _http.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>How often a request was made.</summary>
    internal int Count(string method, string template) =>
        Graph.Requests.Count(request => request.Method == method && request.Template == template);

    /// <summary>An adapter of other settings.</summary>
    internal ServiceProvider AdapterOf(Dictionary<string, string?> settings) =>
        new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new Ear(Logged)).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<TokenCredential>(new Identity(Graph))
            .AddGraph(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();

    /// <summary>Graph is not there any more.</summary>
    internal Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _app.DisposeAsync();
        _http.Dispose();
        Graph.Dispose();
    }

    private Dictionary<string, string?> Settings => new(Graph.Settings) { ["WebPage:Address"] = "https://cases.partnership.example/" };

    private sealed class Identity(GraphStandIn graph) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(["https://graph.microsoft.com/.default"], requestContext.Scopes);
            return new(graph.Token(), TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Ear(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => logged.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}

/// <summary>What a call gave; where it gave something else, the test fails and says what.</summary>
internal static class Results
{
    internal static T Value<T>(this GraphResult<T> result)
    {
        Assert.True(result is GraphResult<T>.Done, $"{result}");
        return ((GraphResult<T>.Done)result).Value;
    }

    internal static (TimeSpan Wait, bool OutcomeUnknown) Later<T>(this GraphResult<T> result)
    {
        Assert.True(result is GraphResult<T>.Later, $"{result}");
        return (((GraphResult<T>.Later)result).Wait, ((GraphResult<T>.Later)result).OutcomeUnknown);
    }
}
