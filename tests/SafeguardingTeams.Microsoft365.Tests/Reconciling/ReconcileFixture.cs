using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Microsoft365.Graph;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;
using Account = SafeguardingTeams.Rehearsal.StandIns.Graph.Directory.Account;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// The application with its reconcile jobs over the real adapter, against the stand-in over HTTP, for the shipped partnership.
/// </summary>
internal sealed class ReconcileFixture : IAsyncDisposable
{
    internal const string Council = "0b64d988-f1d3-4ef3-a380-34c1be5bbcc3";

    private readonly WebApplication _app;
    private readonly bool _hasGraph;
    private readonly List<ServiceProvider> _processes = [];

    private ReconcileFixture(WebApplication app, GraphStandIn graph, RehearsalClock clock, PartnershipFile file, bool hasGraph)
    {
        (_app, Graph, Clock, File, _hasGraph) = (app, graph, clock, file, hasGraph);
        Restart();
    }

    internal GraphStandIn Graph { get; }

    internal RehearsalClock Clock { get; }

    internal PartnershipFile File { get; }

    internal MemoryRows Rows { get; } = new();

    internal MemoryKept Kept { get; } = new();

    internal MemoryAudit Audit { get; } = new();

    /// <summary>Calls the reconcile jobs off, as a host that stops does.</summary>
    internal CancellationTokenSource Stop { get; private set; } = new();

    private CancellationTokenSource _death = new();

    private TimeSpan? _grace;

    /// <summary>How long a reconcile job in hand may go on once it is called off; what the product says unless told.</summary>
    internal TimeSpan? Grace
    {
        get => _grace;
        set => (_grace, Runner.Grace) = (value, value ?? Runner.Grace);
    }

    /// <summary>How often a process ended with reconcile jobs left.</summary>
    internal int TimesCalledOff { get; private set; }

    /// <summary>How many reconcile jobs those processes left held.</summary>
    internal int LeftInHand { get; private set; }

    internal ReconcileRunner Runner => Get<ReconcileRunner>();

    internal DeadLetteredJobs DeadLettered => Get<DeadLetteredJobs>();

    internal IFolders Folders => Get<IFolders>();

    /// <summary>Called before the reconcile jobs of each step of a story.</summary>
    internal Action? StepBegins { get; set; }

    /// <summary>Called after the reconcile jobs of each step of a story.</summary>
    internal Func<Task>? StepEnds { get; set; }

    /// <summary>How many processes do reconcile jobs at once.</summary>
    internal int Runners { get; set; } = 1;

    internal static async Task<ReconcileFixture> OpenAsync(bool hasGraph = true, Func<PartnershipFile, PartnershipFile>? change = null)
    {
        var (file, errors) = PartnershipFile.Read(
            await System.IO.File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "partnership.json"))
        );
        Assert.Empty(errors);
        var address = new Uri($"http://127.0.0.1:{Azurite.FreePort()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var clock = new RehearsalClock(CaseStory.Monday);
        var graph = new GraphStandIn(clock, "operations@partnership.example") { Host = address };
        app.MapGraph(graph);
        await app.StartAsync();
        foreach (var person in file!.People)
        {
            foreach (var account in person.Accounts.Where(account => account.TenantId == Council))
            {
                graph.Directory.Add(
                    person.Email.StartsWith("lead-police", StringComparison.Ordinal)
                        ? Account.Guest(account.ObjectId, person.Display, person.Email)
                        : Account.Member(account.ObjectId, person.Display, person.Email)
                );
            }
        }

        return new(app, graph, clock, change?.Invoke(file) ?? file, hasGraph);
    }

    internal T Get<T>()
        where T : notnull => _processes[^1].GetRequiredService<T>();

    /// <summary>The process has ended and another begins: it knows only what is stored.</summary>
    internal void Restart()
    {
        (Stop, _death) = (new(), new());
        Rows.Death = _death.Token;
        _processes.Add(Process());
        Runner.Grace = Grace ?? Runner.Grace;
    }

    /// <summary>The process ends here: nothing it does from now on reaches storage.</summary>
    internal void Die()
    {
        _death.Cancel();
        Stop.Cancel();
    }

    /// <summary>Runs a command for somebody of the partnership's file, by their id; it must be done.</summary>
    internal Task<CaseFile> DoAsync(Command command, string personId) =>
        DoAsync(
            command,
            Get<IPeople>().Actors(Domain.Calendar.London.DateOf(Clock.GetUtcNow())).Find(person => person.PersonId == personId)!
        );

    internal async Task<CaseFile> DoAsync(Command command, Actor actor)
    {
        var outcome = await Get<CommandRunner>().RunAsync(command, Guid.NewGuid().ToString("N"), actor, CancellationToken.None);
        return outcome is Outcome.Done done
            ? done.File
            : throw new InvalidOperationException(
                $"{command.GetType().Name}: {string.Join(" ", ((Outcome.Refused)outcome).Reasons.Select(reason => reason.Message))}"
            );
    }

    internal async Task<CaseFile> FileAsync() => (await StoredCase.LoadAsync(Rows, CaseStory.Id, CancellationToken.None)).File;

    internal void ClockTo(DateTimeOffset at)
    {
        if (at > Clock.GetUtcNow())
        {
            Clock.Set(at);
        }
    }

    /// <summary>
    /// Does reconcile jobs until none is left but those that are dead-lettered, moving the clock over every wait and every hold.
    /// </summary>
    internal async Task SettleAsync()
    {
        StepBegins?.Invoke();
        for (var turn = 0; turn < 1500; turn++)
        {
            var ended = await TurnAsync();
            if (await Runner.WaitingAsync(CancellationToken.None) is not { } until)
            {
                return;
            }

            ClockTo(until);
            if (ended == 0)
            {
                ClockTo(Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
            }
        }

        Assert.Fail("The errands do not come to an end.");
    }

    internal async Task<int> SweepAsync() => await Get<IWatchSweep>().RunAsync(CancellationToken.None);

    /// <summary>A sweep that may be called off; whether it was does not matter to the next.</summary>
    internal async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await Get<IWatchSweep>().RunAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Called off.
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await _app.DisposeAsync();
        Graph.Dispose();
    }

    private async Task<int> TurnAsync()
    {
        try
        {
            if (Runners == 1)
            {
                return await Runner.RunAsync(Stop.Token);
            }

            while (_processes.Count < Runners)
            {
                _processes.Insert(0, Process());
            }

            return (
                await Task.WhenAll(
                    _processes.Select(process => Task.Run(() => process.GetRequiredService<ReconcileRunner>().RunAsync(Stop.Token)))
                )
            ).Sum();
        }
        catch (OperationCanceledException)
        {
            Restart();
            TimesCalledOff++;
            LeftInHand += (await Runner.LeftAsync(CancellationToken.None)).InHand;
            return 1;
        }
    }

    private ServiceProvider Process()
    {
        var settings = new Dictionary<string, string?>(Graph.Settings)
        {
            ["WebPage:Address"] = "https://cases.partnership.example/",
            ["Graph:TenantId"] = Council,
        };
        var services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IRows>(Rows)
            .AddSingleton<IKeptFiles>(Kept)
            .AddSingleton<IAuditFiles>(Audit)
            .AddSingleton<TokenCredential>(new Identity(Graph))
            .AddSingleton<ITeamsMessages>(new TakesAll())
            .AddApp(File, new Uri("https://cases.partnership.example/"), Presentation.Documents.Letter.LetterTemplates.Shipped);
        return (
            _hasGraph ? services.AddGraph(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()) : services
        ).BuildServiceProvider();
    }

    /// <summary>Chats that take whatever comes; who has one is said by the test.</summary>
    private sealed class TakesAll : ITeamsMessages
    {
        public Task<PostResult> PostAsync(Chat chat, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken) =>
            Task.FromResult<PostResult>(new PostResult.Delivered("m"));

        public Task<string?> EmailAsync(Chat chat, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<PostResult> UpdateAsync(
            Chat chat,
            string messageId,
            ReadOnlyMemory<byte> card,
            string summary,
            CancellationToken cancellationToken
        ) => Task.FromResult<PostResult>(new PostResult.Delivered(messageId));
    }

    private sealed class Identity(GraphStandIn graph) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(graph.Token(), TimeProvider.System.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
