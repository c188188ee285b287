using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Bench;

/// <summary>One sweep among a thousand open cases, of which so many have a reminder due.</summary>
public class SweepBenchmark : IDisposable
{
    private const int Open = 1000;

    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
    private readonly RehearsalClock _clock = new(Monday);
    private BenchApp _shelf = null!;

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
    public Task<SweepReport> Sweep() => _shelf.Services.GetRequiredService<DeadlineSweep>().RunAsync(CancellationToken.None);

    /// <summary>Ends the emulator.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _shelf.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        _shelf = await BenchApp.OpenAsync(_clock);
        _clock.Set(Monday.AddDays(1));
        await SubmitAsync(Open);
    }

    private async Task SubmitAsync(int count)
    {
        var answers = BenchApp.Complete();
        for (var i = 0; i < count; i++)
        {
            await _shelf
                .Services.GetRequiredService<CommandRunner>()
                .RunAsync(
                    new SubmitReferral(
                        CaseId.FromChance("GSCP", RandomNumberGenerator.GetBytes(8)),
                        SeriousIncidentReferralV1.FormId,
                        1,
                        answers
                    ),
                    Convert.ToHexString(RandomNumberGenerator.GetBytes(8)),
                    BenchApp.Referrer,
                    CancellationToken.None
                );
        }
    }
}
