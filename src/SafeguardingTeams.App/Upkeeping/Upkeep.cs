using System.Collections.Immutable;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Upkeeping;

/// <summary>
/// Checks what is stored against the events, which are the record: the chain of hashes of each record, its head, and every
/// index row derived anew, and every file that was kept as it left. Can put the index rows right; events it never touches.
/// </summary>
public sealed class Upkeep(IRows rows, RowProjection projection, IKeptFiles files)
{
    private const int Batch = 90;

    private static readonly string[] IndexPrefixes =
    [
        Keys.AllMine,
        Keys.AllTasks,
        Keys.AllPapers,
        Keys.Due,
        Keys.Watched,
        Keys.AllFinds,
        Keys.AllAlike,
        Keys.Themes,
        Keys.AllThemed,
        Keys.AllRecommended,
        Keys.AllBriefed,
        Keys.AllFigures,
        Keys.Open,
        Keys.Links,
        Keys.Agenda,
        Keys.Missed,
    ];

    /// <summary>How far sweeps have got: no part of any record.</summary>
    private static readonly string[] NoIndex = [Keys.Counted, Keys.Followed, Keys.Held];

    /// <summary>Every case, replayed from its events.</summary>
    public async Task<IReadOnlyList<CaseFile>> CasesAsync(CancellationToken cancellationToken) =>
        [.. (await StoredAsync(cancellationToken)).Select(stored => stored.Case.File)];

    /// <summary>Compares; changes nothing.</summary>
    public async Task<UpkeepReport> CheckAsync(CancellationToken cancellationToken)
    {
        var cases = await StoredAsync(cancellationToken);
        var group = (await GroupAsync(cancellationToken)).ToList();
        var stored = cases
            .Select(one => (one.Case.Record, one.Rows))
            .Concat(await OthersAsync(Keys.AllLearning, cancellationToken))
            .Concat(await OthersAsync(Keys.AllActions, cancellationToken))
            .Concat(await OthersAsync(Keys.AllMeetings, cancellationToken))
            .Concat(await OthersAsync(Keys.AllReviews, cancellationToken))
            .Concat(await OthersAsync(Keys.AllBriefings, cancellationToken))
            .Concat(group)
            .ToList();
        var damaged = stored.SelectMany(one => Damage(one.Record.Ref, one.Rows)).ToImmutableList();
        var wanted = stored
            .SelectMany(one => projection.Of(one.Record))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var found = new Dictionary<string, Row>(StringComparer.Ordinal);
        // Rows of the rules that stand there before the group's record began are carried over into it, and are no index until then.
        foreach (var prefix in group.Count > 0 ? [.. IndexPrefixes, Keys.Rules] : IndexPrefixes)
        {
            foreach (var row in (await rows.ReadAsync(prefix, cancellationToken)).Where(row => !NoIndex.Contains(row.Key)))
            {
                found.Add(row.Key, row);
            }
        }

        return new(
            cases.Count,
            damaged,
            [
                .. wanted
                    .Where(pair => !found.TryGetValue(pair.Key, out var row) || !Same(pair.Value, row))
                    .Select(pair => (RowWrite)new RowWrite.Put(pair.Key, pair.Value)),
            ],
            [.. found.Keys.Where(key => !wanted.ContainsKey(key)).Select(key => (RowWrite)new RowWrite.Delete(key))]
        )
        {
            Kept = await KeptAsync([.. stored.Select(one => one.Record)], cancellationToken),
        };
    }

    /// <summary>Puts the index rows right. Returns what was wrong before.</summary>
    public async Task<UpkeepReport> RebuildAsync(CancellationToken cancellationToken)
    {
        var report = await CheckAsync(cancellationToken);
        foreach (var writes in report.Missing.Concat(report.Extra).Chunk(Batch))
        {
            await rows.CommitAsync(writes, cancellationToken);
        }

        return report;
    }

    private async Task<IReadOnlyList<(StoredCase Case, ImmutableList<Row> Rows)>> StoredAsync(CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.AllCases, cancellationToken))
                .GroupBy(row => row.Key.Split('|')[1], StringComparer.Ordinal)
                .Select(group => (Case: StoredCase.From(CaseId.Parse(group.Key), [.. group]), Rows: group.ToImmutableList()))
                .Where(stored => stored.Case.File.Stage != Stage.NotStarted),
        ];

    /// <summary>Every record of a kind to which something has happened.</summary>
    private async Task<IEnumerable<(RecordFile Record, ImmutableList<Row> Rows)>> OthersAsync(
        string prefix,
        CancellationToken cancellationToken
    ) =>
        (await rows.ReadAsync(prefix, cancellationToken))
            .GroupBy(row => row.Key.Split('|')[1], StringComparer.Ordinal)
            .Select(one => (StoredRecord.From(RecordRef.Parse(one.Key), [.. one]).Record, one.ToImmutableList()))
            .Where(one => one.Record.Version > 0);

    /// <summary>The group's record, where it has begun.</summary>
    private async Task<IEnumerable<(RecordFile Record, ImmutableList<Row> Rows)>> GroupAsync(CancellationToken cancellationToken) =>
        await rows.ReadAsync(Keys.Record(RecordRef.Group), cancellationToken) is { Count: > 0 } found
            ? [(StoredRecord.From(RecordRef.Group, found).Record, [.. found])]
            : [];

    /// <summary>What is wrong with kept files, each once: by record, event and name, which say nothing of a case.</summary>
    private async Task<ImmutableList<string>> KeptAsync(IReadOnlyList<RecordFile> records, CancellationToken cancellationToken)
    {
        var wrong = ImmutableList.CreateBuilder<string>();
        foreach (var record in records)
        {
            foreach (var kept in KeptFile.Of(record).DistinctBy(one => one.Document.Sha256))
            {
                var bytes = await files.ReadAsync(record.Ref, kept.Document.Sha256, cancellationToken);
                if (KeptDocuments.Wrong(kept.Document, bytes) is { Length: > 0 } what)
                {
                    wrong.Add($"{record.Ref}, event {kept.Number}, {kept.Document.Name}: {what}");
                }
            }
        }

        return wrong.ToImmutable();
    }

    private static IEnumerable<string> Damage(RecordRef id, ImmutableList<Row> rows)
    {
        var hash = HashChain.Start;
        var count = 0;
        foreach (var row in rows.Where(row => row.Key.StartsWith($"{Keys.Record(id)}e|", StringComparison.Ordinal)))
        {
            count++;
            var next = HashChain.Next(hash, LongText.In(row, "record"));
            if (row["previous"] != hash || row["hash"] != next)
            {
                yield return $"{id}, event {count}: it is not what was recorded, or one before it was taken out.";
            }

            hash = next;
        }

        if (
            rows.Find(row => row.Key == Keys.Head(id)) is not { } head
            || head["hash"] != hash
            || head["version"] != count.ToString(System.Globalization.CultureInfo.InvariantCulture)
        )
        {
            yield return $"{id}: the head does not match the last event; events may have been taken out at the end.";
        }
    }

    private static bool Same(Dictionary<string, string> wanted, Row row) =>
        wanted.Count == row.Fields.Count(field => field.Key is not "Timestamp") && wanted.All(pair => row[pair.Key] == pair.Value);
}

/// <summary>What a check found.</summary>
/// <param name="Cases">How many cases were looked at.</param>
/// <param name="Damaged">Where the record itself is not what was recorded: a person has to look at it.</param>
/// <param name="Missing">Index rows that are missing or wrong.</param>
/// <param name="Extra">Index rows that nothing calls for.</param>
public sealed record UpkeepReport(int Cases, ImmutableList<string> Damaged, ImmutableList<RowWrite> Missing, ImmutableList<RowWrite> Extra)
{
    /// <summary>Kept files that are not there, or not what was recorded: a person has to look at them.</summary>
    public ImmutableList<string> Kept { get; init; } = [];

    /// <summary>Whether all is as it should be.</summary>
    public bool Clean => Damaged.IsEmpty && Kept.IsEmpty && Missing.IsEmpty && Extra.IsEmpty;
}
