using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Bench;

/// <summary>One sweep among a thousand open cases, of which so many have a reminder due.</summary>
public class SweepBenchmark : IDisposable
{
    private const int Open = 1000;

    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly Actor Referrer = new("p-bench", "Practitioner, an agency", "schools", "Schools and colleges", "t/o", [Role.Practitioner]);

    private readonly RehearsalClock _clock = new(Monday);
    private Azurite _azurite = null!;
    private ServiceProvider _services = null!;

    /// <summary>How many are due.</summary>
    [Params(0, 10, 100)]
    public int Due { get; set; }

    /// <summary>A thousand open cases with nothing due by Tuesday.</summary>
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>So many new cases, due on Tuesday at nine.</summary>
    [IterationSetup]
    public void Make()
    {
        _clock.Set(Monday);
        SubmitAsync(Due).GetAwaiter().GetResult();
        _clock.Set(new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
    }

    /// <summary>The sweep.</summary>
    [Benchmark]
    public Task<SweepReport> Sweep() => _services.GetRequiredService<DeadlineSweep>().RunAsync(CancellationToken.None);

    /// <summary>Ends the emulator.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _services.Dispose();
        _azurite.DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        _azurite = await Azurite.StartAsync();
        var file = PartnershipFile.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "partnership.json"))).File!;
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<ITeamsMessages, CommandBenchmark.NoMessages>().AddSingleton<TimeProvider>(_clock);
        services.AddApp(file, new Uri("https://page.example"));
        services.AddTables(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = _azurite.ConnectionString }).Build());
        _services = services.BuildServiceProvider();
        await _services.PrepareTablesAsync(CancellationToken.None);
        _clock.Set(Monday.AddDays(1));
        await SubmitAsync(Open);
    }

    private async Task SubmitAsync(int count)
    {
        var answers = CommandBenchmark.Complete();
        for (var i = 0; i < count; i++)
        {
            await _services.GetRequiredService<CommandRunner>().RunAsync(
                new SubmitReferral(CaseId.FromChance("GSCP", RandomNumberGenerator.GetBytes(8)), SeriousIncidentReferralV1.FormId, 1, answers),
                Convert.ToHexString(RandomNumberGenerator.GetBytes(8)), Referrer, CancellationToken.None);
        }
    }
}
