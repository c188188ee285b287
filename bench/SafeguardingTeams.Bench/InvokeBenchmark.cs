using BenchmarkDotNet.Attributes;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Bench;

/// <summary>
/// A press in Teams, as the service would deliver it: signed, over HTTP, the token checked, the case read, the card drawn.
/// </summary>
public class InvokeBenchmark : IDisposable
{
    private RehearsalHost _host = null!;
    private Player _chair = null!;
    private Dictionary<string, string> _open = null!;

    /// <summary>A case of which the leads have been asked.</summary>
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>The first card: no case is read.</summary>
    [Benchmark(Baseline = true)]
    public Task<CardView> Home() => _chair.SendAsync("home", new Dictionary<string, string>());

    /// <summary>The Chair opens the case; the reading is recorded.</summary>
    [Benchmark]
    public Task<CardView> OpenCase() => _chair.SendAsync("open-case", _open);

    /// <summary>Ends everything.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        _host = await RehearsalHost.StartAsync(new() { Clock = new(new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero)) });
        _open = new() { ["case"] = await new Story(_host, TextWriter.Null).AskedAsync(met: true) };
        _chair = new(_host.Teams, _host.Member("chair"));
    }
}
