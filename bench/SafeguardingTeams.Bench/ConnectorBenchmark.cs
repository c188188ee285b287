using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Bench;

/// <summary>
/// What a flow does through the connector beside the same by card: over HTTP, with a token that is checked. And one event told to two
/// hundred flows, until the last has it.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 20)]
public class ConnectorBenchmark : IDisposable
{
    private const int Subscribers = 200;

    private RehearsalHost _host = null!;
    private Player _chair = null!;
    private Player _owner = null!;
    private Connection _chairsFlow = null!;
    private Connection _ownersFlow = null!;
    private string _case = "";
    private string _action = "";
    private int _said;
    private int _told;
    private TaskCompletionSource _all = new();

    /// <summary>A case, and an action that somebody owns; two hundred flows that ask what is opened.</summary>
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>The Chair opens a case; the reading is recorded.</summary>
    [Benchmark(Baseline = true)]
    public Task<CardView> ReadByCard() => _chair.SendAsync("open-case", new Dictionary<string, string> { ["case"] = _case });

    /// <summary>A flow of the Chair's reads where the case stands; the reading is recorded.</summary>
    [Benchmark]
    public Task<ConnectorAnswer> ReadByFlow() => _chairsFlow.CallAsync("GetCase", new JsonObject { ["record"] = _case });

    /// <summary>The owner of an action opens the form and says how far it is.</summary>
    [Benchmark]
    public async Task WriteByCard()
    {
        await _owner.SendAsync("open-case", new Dictionary<string, string> { ["case"] = _action });
        await _owner.PressAsync("Say how far it is");
        await _owner.PressAsync("Say it", new Dictionary<string, string> { ["state"] = "OnTrack", ["text"] = Next() });
    }

    /// <summary>A flow of the owner's reads the action and says how far it is.</summary>
    [Benchmark]
    public async Task WriteByFlow()
    {
        var read = await _ownersFlow.CallAsync("GetAction", new JsonObject { ["record"] = _action });
        (
            await _ownersFlow.CallAsync(
                "RecordActionProgress",
                new JsonObject
                {
                    ["record"] = _action,
                    ["If-Match"] = read.ETag,
                    ["body"] = new JsonObject { ["state"] = "OnTrack", ["text"] = Next() },
                }
            )
        ).Good();
    }

    /// <summary>A referral is sent, and two hundred flows are told.</summary>
    [Benchmark]
    public async Task TellTwoHundred()
    {
        (_told, _all) = (0, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _host.Flows.Form.SendAsync(Next(), "What others can learn.");
        await _all.Task;
    }

    /// <summary>Ends everything.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _chairsFlow.Dispose();
        _ownersFlow.Dispose();
        _host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    private string Next() => $"So far, {Interlocked.Increment(ref _said)}.";

    private async Task StartAsync()
    {
        _host = await RehearsalHost.StartAsync(new() { Clock = new(new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero)), CallsAtOnce = 1_000_000 });
        var story = new Story(_host, TextWriter.Null);
        _case = await story.AskedAsync(met: true);
        _action = await AgreeAsync(await story.LearningAsync());
        _chair = new(_host.Teams, _host.Member("chair"));
        _owner = new(_host.Teams, _host.Member("rep-general-practice"));
        _chairsFlow = _host.Flows.Maker.As("chair");
        _ownersFlow = _host.Flows.Maker.As("rep-general-practice");
        foreach (var who in new[] { "operations-officer", "school-lead" })
        {
            // A subscriber has a hundred at most.
            var connection = _host.Flows.Maker.As(who);
            for (var i = 0; i < Subscribers / 2; i++)
            {
                await connection.SubscribeAsync("WhenARecordIsOpened", [], _host.Flows.Maker.WaitAt(ToldAsync));
            }
        }
    }

    private Task ToldAsync(JsonObject notice)
    {
        if (Interlocked.Increment(ref _told) == Subscribers)
        {
            _all.TrySetResult();
        }

        return Task.CompletedTask;
    }

    private async Task<string> AgreeAsync(string learning)
    {
        var operations = new Player(_host.Teams, _host.Member("operations-officer"));
        await operations.SendAsync("open-case", new Dictionary<string, string> { ["case"] = learning });
        await operations.PressAsync("Agree an action");
        await operations.PressAsync(
            "Agree the action",
            new Dictionary<string, string>
            {
                ["change"] = "No baby goes home before the first visit is arranged.",
                ["what"] = "Write it into the discharge form.",
                ["owner"] = "rep-general-practice",
                ["due"] = $"{London.DateOf(_host.Clock.GetUtcNow()).AddDays(60):yyyy-MM-dd}",
                ["how"] = "An audit of twenty discharges.",
                ["item"] = "recommendation 1",
            }
        );
        return operations.Card.CardInvocation("Timeline").Data["case"];
    }
}
