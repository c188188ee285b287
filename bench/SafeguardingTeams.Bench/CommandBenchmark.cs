using System.Security.Cryptography;
using Azure.Data.Tables;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.Play;

namespace SafeguardingTeams.Bench;

/// <summary>A command beside the storage calls it is made of: what is between the two is ours.</summary>
[MemoryDiagnoser]
public class CommandBenchmark : IDisposable
{
    private static readonly Actor Referrer = new("p-bench", "Practitioner, an agency", "schools", "Schools and colleges", "t/o", [Role.Practitioner]);

    private Azurite _azurite = null!;
    private ServiceProvider _services = null!;
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
        await foreach (var _ in _table.QueryAsync<TableEntity>($"PartitionKey eq 'RAW' and RowKey ge '{key}|' and RowKey lt '{key}}}'"))
        {
        }

        await _table.SubmitTransactionAsync(_rows.Select((fields, i) =>
        {
            var entity = new TableEntity("RAW", $"{key}|{i}");
            foreach (var (name, text) in fields)
            {
                entity[name] = text;
            }

            return new TableTransactionAction(TableTransactionActionType.Add, entity);
        }));
    }

    /// <summary>A complete referral, sent.</summary>
    [Benchmark]
    public Task<Outcome> SubmitReferral() => _commands.RunAsync(
        new SubmitReferral(CaseId.FromChance("GSCP", RandomNumberGenerator.GetBytes(8)), SeriousIncidentReferralV1.FormId, 1, _answers),
        Convert.ToHexString(RandomNumberGenerator.GetBytes(8)), Referrer, CancellationToken.None);

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
        services.AddLogging().AddSingleton<ITeamsMessages, NoMessages>();
        services.AddApp(file, new Uri("https://page.example"));
        services.AddTables(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = _azurite.ConnectionString }).Build());
        _services = services.BuildServiceProvider();
        await _services.PrepareTablesAsync(CancellationToken.None);
        _commands = _services.GetRequiredService<CommandRunner>();
        _table = _services.GetRequiredService<TableClient>();
        _answers = Complete();
        if (await SubmitReferral() is not Outcome.Done)
        {
            throw new InvalidOperationException("The example is not complete.");
        }

        _rows = [.. (await _services.GetRequiredService<IRows>().ReadRangeAsync("!", "~", CancellationToken.None)).Where(row => !row.Key.StartsWith("meta|", StringComparison.Ordinal))
            .Select(row => row.Fields.Where(field => field.Key != "Timestamp").ToDictionary())];
    }

    internal static Answers Complete()
    {
        var example = ExampleReferral.Before(new(2026, 11, 2));
        var answers = Answers.None.With("referrer", "name", "Practitioner").With("referrer", "agency", "Schools and colleges");
        answers = example.Answers.SelectMany(page => page.Value.Select(answer => (page.Key, answer))).Aggregate(answers, (all, one) => all.With(one.Key, one.answer.Key, one.answer.Value));
        return example.Rows.SelectMany(page => page.Value.Select((row, i) => (page.Key, row, i)))
            .Aggregate(answers, (all, one) => all.With(one.Key, one.row.Aggregate(AnswerRow.Empty($"r{one.i}"), (made, answer) => made.With(answer.Key, answer.Value))));
    }

    internal sealed class NoMessages : ITeamsMessages
    {
        public Task<PostResult> PostAsync(Chat chat, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken) => Task.FromResult<PostResult>(new PostResult.Delivered("m"));

        public Task<string?> EmailAsync(Chat chat, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<PostResult> UpdateAsync(Chat chat, string messageId, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken) => Task.FromResult<PostResult>(new PostResult.Delivered(messageId));
    }
}
