using System.Security.Cryptography;
using Azure.Data.Tables;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Referral;

namespace SafeguardingTeams.Bench;

/// <summary>A command beside the storage calls it is made of: what is between the two is ours.</summary>
[MemoryDiagnoser]
public class CommandBenchmark : IDisposable
{
    private BenchApp _shelf = null!;
    private CommandRunner _commands = null!;
    private TableClient _table = null!;
    private Answers _answers = null!;
    private Dictionary<string, string>[] _rows = null!;

    /// <summary>Starts the emulator and learns what rows a command writes.</summary>
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>One range read and one transaction, of rows as large as the command's, by the storage client alone.</summary>
    [Benchmark(Baseline = true)]
    public async Task RawReadAndTransaction()
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        await foreach (var _ in _table.QueryAsync<TableEntity>($"PartitionKey eq 'RAW' and RowKey ge '{key}|' and RowKey lt '{key}}}'")) { }

        await _table.SubmitTransactionAsync(
            _rows.Select(
                (fields, i) =>
                {
                    var entity = new TableEntity("RAW", $"{key}|{i}");
                    foreach (var (name, text) in fields)
                    {
                        entity[name] = text;
                    }

                    return new TableTransactionAction(TableTransactionActionType.Add, entity);
                }
            )
        );
    }

    /// <summary>A complete referral, sent.</summary>
    [Benchmark]
    public Task<Outcome> SubmitReferral() =>
        _commands.RunAsync(
            new SubmitReferral(CaseId.FromChance("GSCP", RandomNumberGenerator.GetBytes(8)), SeriousIncidentReferralV1.FormId, 1, _answers),
            Convert.ToHexString(RandomNumberGenerator.GetBytes(8)),
            BenchApp.Referrer,
            CancellationToken.None
        );

    /// <summary>Ends the emulator.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _shelf.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        _shelf = await BenchApp.OpenAsync(TimeProvider.System);
        _commands = _shelf.Services.GetRequiredService<CommandRunner>();
        _table = _shelf.Services.GetRequiredService<TableClient>();
        _answers = BenchApp.Complete();
        if (await SubmitReferral() is not Outcome.Done)
        {
            throw new InvalidOperationException("The example is not complete.");
        }

        _rows =
        [
            .. (await _shelf.Services.GetRequiredService<IRows>().ReadRangeAsync("!", "~", CancellationToken.None))
                .Where(row => !row.Key.StartsWith("meta|", StringComparison.Ordinal))
                .Select(row => row.Fields.Where(field => field.Key != "Timestamp").ToDictionary()),
        ];
    }
}
