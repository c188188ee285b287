using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Bench;

/// <summary>
/// Verifying 100,000 entries, half readings and half events of one and a half thousand characters, of 500 records over a year, against its
/// 365 exports; and writing one night's export among them. Table and exports are in memory, so that storage costs nothing.
/// </summary>
[MemoryDiagnoser]
public class AuditBenchmark
{
    private const int Records = 500;
    private const int Each = 100;
    private const int Days = 365;
    private static readonly DateTimeOffset First = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Files _files = new();
    private Table _table = null!;
    private RehearsalClock _clock = null!;

    /// <summary>A year of records, exported day by day.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _table = new(Rows().OrderBy(row => row.Key, StringComparer.Ordinal).ToList());
        _clock = new RehearsalClock(First.AddDays(1));
        await Export().RunAsync(CancellationToken.None);
        _clock.Set(First.AddDays(Days));
        await Export().RunAsync(CancellationToken.None);
        var report = await VerifyAsync();
        if (report is not { Days: Days, Entries: 2 * Records * Each, Findings.IsEmpty: true })
        {
            throw new InvalidOperationException($"{report.Days} days, {report.Entries} entries, {report.Findings.Count} findings.");
        }
    }

    /// <summary>All of it.</summary>
    [Benchmark]
    public Task<AuditReport> VerifyAsync() => new AuditCheck(_table, _files).RunAsync("", CancellationToken.None);

    /// <summary>The last night's export, written again.</summary>
    [Benchmark]
    public Task<AuditExportReport> ExportAsync()
    {
        _files.RemoveLast();
        return Export().RunAsync(CancellationToken.None);
    }

    private AuditExport Export() => new(_table, _files, new Partnership("GSCP"), new(_clock));

    private static IEnumerable<Row> Rows()
    {
        var filler = new string('x', 1300);
        for (var record = 0; record < Records; record++)
        {
            var hash = "0";
            for (var i = 0; i < Each; i++)
            {
                var at = First.AddDays(i * Days / Each).AddSeconds(record);
                var reference = $"GSCP-{record:D4}-2222";
                var start = $$"""{"name":"Bench.v1","sequence":{{i + 1}},"at":"{{at:O}}","by":{},"commandId":"x","data":""";
                var text = $"{start}{{\"says\":\"{filler}\"}}}}";
                var next = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hash}\n{text}")));
                yield return new(
                    $"case|{reference}|e|{i + 1:D6}",
                    new Dictionary<string, string>
                    {
                        ["record"] = text,
                        ["previous"] = hash,
                        ["hash"] = next,
                    },
                    ""
                );
                hash = next;
                yield return new(
                    $"read|{reference}|{at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}|{i}",
                    new Dictionary<string, string>
                    {
                        ["case"] = reference,
                        ["at"] = at.ToString("O", CultureInfo.InvariantCulture),
                        ["person"] = "chair",
                        ["account"] = "11111111-2222-4333-8444-555555555555/11111111-2222-4333-8444-555555555555",
                        ["capacity"] = "Chair",
                        ["purpose"] = "Reading",
                        ["what"] = "open-case",
                        ["carrier"] = "Teams",
                    },
                    ""
                );
            }
        }
    }

    private sealed class Table(List<Row> rows) : IRows
    {
        public Task<IReadOnlyList<Row>> ReadAsync(string prefix, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Row>>(rows.FindAll(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)));

        public Task<IReadOnlyList<Row>> ReadRangeAsync(string from, string to, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<Row?> FindAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommitResult> CommitAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class Files : IAuditFiles
    {
        private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _all = new(StringComparer.Ordinal);

        public Task<bool> PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
            Task.FromResult(_all.TryAdd(name, bytes));

        public Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken) =>
            Task.FromResult<ReadOnlyMemory<byte>?>(_all[name]);

        public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([.. _all.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))]);

        internal void RemoveLast() => _all.Remove(_all.Keys.Last());
    }
}
