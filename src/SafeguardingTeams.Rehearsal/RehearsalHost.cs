using Azure.Core;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Bot;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns;
using SafeguardingTeams.Rehearsal.StandIns.Entra;
using SafeguardingTeams.Rehearsal.StandIns.Functions;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Rehearsal;

/// <summary>
/// Everything on one machine: the storage emulator, the bot in this process, and a stand-in for the Microsoft 365 round it.
/// Nothing in the bot knows.
/// </summary>
public sealed partial class RehearsalHost : IAsyncDisposable
{
    private const string OperationsMailbox = "operations@partnership.example";

    private readonly RehearsalOptions _options;
    private readonly string _botAppId = Guid.NewGuid().ToString();
    private readonly string _clientId = Guid.NewGuid().ToString();
    private readonly string _connectorId = Guid.NewGuid().ToString();
    private readonly int _botPort;
    private readonly SigningKey _entraKey = new();
    private readonly StandInTokens _tokens;
    private readonly string _identitySecret = Guid.NewGuid().ToString();
    private WebApplication? _bot;
    private readonly PartnershipFile _file;
    private WebApplication? _around;
    private int _run;

    private RehearsalHost(RehearsalOptions options, Azurite azurite)
    {
        (_options, Azurite) = (options, azurite);
        _file = Read(options.PartnershipFile ?? Path.Combine(AppContext.BaseDirectory, "partnership.json"));
        _botPort = Azurite.FreePort();
        Page = new($"http://127.0.0.1:{(options.Port > 0 ? options.Port : Azurite.FreePort())}");
        WebPage = new($"http://127.0.0.1:{_botPort}");
        Moves = new(this);
        Teams = new(options.Clock, _botAppId) { Bot = WebPage, ServiceUrl = new Uri(Page, "/teams/").ToString() };
        Graph = new(options.Clock, OperationsMailbox) { Host = Page };
        _tokens = new(Teams, Graph);
        Tab = new(_entraKey, _clientId, new(Page, "/entra/"), Graph.Directory);
        Connections = new(_entraKey, _connectorId, new(Page, "/entra/"), Graph.Directory);
        Flows = MakeFlows();
    }

    /// <summary>The storage emulator.</summary>
    public Azurite Azurite { get; }

    /// <summary>The rehearsal's own page.</summary>
    public Uri Page { get; }

    /// <summary>The product's signed-in page.</summary>
    public Uri WebPage { get; }

    public TeamsStandIn Teams { get; }

    /// <summary>Outlook, SharePoint and the directory.</summary>
    public GraphStandIn Graph { get; }

    /// <summary>The tokens of the tab in Teams.</summary>
    public TabTokens Tab { get; }

    /// <summary>The tokens of connections of Power Platform.</summary>
    public ConnectionTokens Connections { get; }

    /// <summary>How the page is registered in Entra.</summary>
    public EntraRegistration Registration { get; } = new();

    /// <summary>Flows of Power Automate that use the connector.</summary>
    public RehearsedFlows Flows { get; private set; }

    /// <summary>Moves the clock on, with everything that happens on the way.</summary>
    public ClockMoves Moves { get; }

    /// <summary>The clock everything runs by.</summary>
    public RehearsalClock Clock => _options.Clock;

    /// <summary>The bot's services, to look at what it holds.</summary>
    public IServiceProvider Services => _bot!.Services;

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<CastMember> Cast => People.Cast.Of(_file);

    private RehearsedFlows MakeFlows() => new(new(WebPage, Page, key => Connections.For(Member(key)), () => Clock.GetUtcNow()));

    private static PartnershipFile Read(string path)
    {
        var (file, errors) = PartnershipFile.Read(File.ReadAllBytes(path));
        return file ?? throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>Starts everything.</summary>
    public static async Task<RehearsalHost> StartAsync(RehearsalOptions options)
    {
        var host = new RehearsalHost(options, options.Azurite ?? await Azurite.StartAsync());
        try
        {
            await host.StartAroundAsync();
            await host.StartBotAsync();
            return host;
        }
        catch
        {
            // What did start is not left behind.
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody of the cast.</summary>
    public CastMember Member(string key) => Cast.First(member => member.Key == key);

    /// <summary>Everything is forgotten: a new table, empty chats, the app installed for the people of the file.</summary>
    public async Task StartAgainAsync()
    {
        await Moves.ForgetAsync();
        await StopBotAsync();
        Teams.Clear();
        Graph.Clear();
        Flows.Dispose();
        Flows = MakeFlows();
        await StartBotAsync();
    }

    /// <summary>Stops the bot and starts it on the same storage, as a restart in Azure would.</summary>
    public async Task RestartBotAsync()
    {
        await StopBotAsync();
        _run--;
        await StartBotAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Moves.DisposeAsync();
        await StopBotAsync();
        if (_around is not null)
        {
            await _around.DisposeAsync();
        }

        Flows.Dispose();
        Teams.Dispose();
        Graph.Dispose();
        _entraKey.Dispose();
        if (_options.Azurite is null)
        {
            await Azurite.DisposeAsync();
        }
    }

    private async Task StartAroundAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Page.ToString());
        _around = builder.Build();
        _around.MapTeams(Teams, _options.Clock);
        _around.MapSigningDoor(Teams);
        _around.MapGraph(Graph);
        _around.MapEntra(
            _entraKey,
            () => Cast,
            _clientId,
            () => WebPage,
            () => People.Cast.CouncilOf(_file),
            Graph.Directory,
            Registration
        );
        _around.MapManagedIdentity(_tokens, _identitySecret);
        _around.MapPage(this);
        await _around.StartAsync();
    }

    /// <summary>Starts the timers as the Functions host would, on this run's storage and by the rehearsal's time.</summary>
    /// <param name="limits">Other limits than the host's own.</param>
    /// <param name="other">App settings in place of this run's.</param>
    public Task<FunctionsHost> StartTimersAsync(HostLimits? limits = null, params IEnumerable<(string Name, string Value)> other)
    {
        var settings = Settings()
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), pair => pair.Value);
        settings["IDENTITY_ENDPOINT"] = new Uri(Page, "/msi/token").ToString();
        settings["IDENTITY_HEADER"] = _identitySecret;
        settings["Rehearsal__TimeFromTrigger"] = "true";
        foreach (var (name, value) in other)
        {
            settings[name] = value;
        }

        return FunctionsHost.StartAsync(
            new()
            {
                Settings = settings,
                CaseTime = _options.Clock,
                Limits = limits ?? new(),
            }
        );
    }

    /// <summary>Stops the bot in this process, for one in a process of its own: returns the environment that one needs.</summary>
    public async Task<IReadOnlyDictionary<string, string>> HandOverAsync()
    {
        await StopBotAsync();
        return new Dictionary<string, string>(
            BotSettings()
                .Where(pair => pair.Value is not null)
                .Select(pair => KeyValuePair.Create(pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value!))
        )
        {
            ["ASPNETCORE_URLS"] = WebPage.ToString(),
            ["IDENTITY_ENDPOINT"] = new Uri(Page, "/msi/token").ToString(),
            ["IDENTITY_HEADER"] = _identitySecret,
        };
    }

    private async Task StartBotAsync()
    {
        _run++;
        var builder = Begin();
        builder.WebHost.UseUrls(WebPage.ToString());
        var errors = builder.AddBot();
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }

        _bot = builder.Build();
        await _bot.UseBotAsync();
        await _bot.StartAsync();
        Graph.Enter(_file, Cast);
        if (_options.RunsTimers)
        {
            await Moves.RunOnScheduleAsync();
        }

        if (_options.InstallsForEverybody)
        {
            foreach (var member in Cast.Where(member => !People.Cast.IsOutside(member) && !Teams.ChatOf(member).Installed))
            {
                await Teams.InstallAsync(member);
            }
        }
    }

    private async Task StopBotAsync()
    {
        if (_bot is not null)
        {
            await _bot.StopAsync();
            await _bot.DisposeAsync();
            _bot = null;
        }
    }
}
