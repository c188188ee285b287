using System.Collections.Immutable;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
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
        Keys.Closed,
    ];

    /// <summary>How far sweeps have got: no part of any record.</summary>
    private static readonly string[] NoIndex = [Keys.Counted, Keys.Followed, Keys.Held];

    /// <summary>
    /// Where else a record is named: what follows from it, what was sent and done, who read it. Whoever stands there and has no events
    /// was lost.
    /// </summary>
    private static readonly string[] OtherPrefixes =
    [
        Keys.Outbox,
        Keys.DeadLetteredMessages,
        Keys.ReconcileJobs,
        Keys.DeadLetteredJobs,
        Keys.Announcements,
        Keys.DeferredFrom,
        Keys.AllSent,
        Keys.AllNotes,
        Keys.AllReads,
    ];

    /// <summary>Every case that can be read, replayed from its events.</summary>
    public async Task<IReadOnlyList<CaseFile>> CasesAsync(CancellationToken cancellationToken) =>
        [.. (await FoundRecord.AllAsync(rows, cancellationToken)).Select(one => one.File).OfType<CaseFile>().Where(IsSubmitted)];

    /// <summary>
    /// Compares; changes nothing. Where something is wrong it looks again: on a system at work a commit may stand between two reads, and
    /// what is wrong only once was in the making.
    /// </summary>
    public async Task<UpkeepReport> CheckAsync(CancellationToken cancellationToken)
    {
        var first = await LookAsync(cancellationToken);
        return first.Clean ? first : first.And(await LookAsync(cancellationToken));
    }

    /// <summary>
    /// Puts the index rows of readable records right. What names a record that is lost or cannot be read stays as it is: it may be the
    /// last there is of it. Returns what was wrong before.
    /// </summary>
    public async Task<UpkeepReport> RebuildAsync(CancellationToken cancellationToken)
    {
        var report = await CheckAsync(cancellationToken);
        foreach (var writes in report.Missing.Concat(report.Extra).Chunk(Batch))
        {
            await rows.CommitAsync(writes, cancellationToken);
        }

        return report;
    }

    /// <summary>How many records cannot be read, by this version at least. Looks at events only, and changes nothing.</summary>
    public async Task<IReadOnlyList<RecordRef>> UnreadableAsync(CancellationToken cancellationToken) =>
        [.. (await FoundRecord.AllAsync(rows, cancellationToken)).Where(one => one.File is null).Select(one => one.Ref)];

    private async Task<UpkeepReport> LookAsync(CancellationToken cancellationToken)
    {
        var records = (await FoundRecord.AllAsync(rows, cancellationToken)).Where(one => one.HasBegun).ToList();
        var files = records.Select(one => one.File).OfType<RecordFile>().Where(file => file.Version > 0).ToList();
        var wanted = files.SelectMany(projection.Of).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var found = new Dictionary<string, Row>(StringComparer.Ordinal);
        // Rows of the rules that stand there before the group's record began are carried over into it, and are no index until then.
        foreach (var prefix in files.Exists(file => file is GroupFile) ? [.. IndexPrefixes, Keys.Rules] : IndexPrefixes)
        {
            foreach (var row in (await rows.ReadAsync(prefix, cancellationToken)).Where(row => !NoIndex.Contains(row.Key)))
            {
                found.Add(row.Key, row);
            }
        }

        var whole = files.Select(file => file.Ref).ToHashSet();
        var named = found.Values.SelectMany(Named).ToHashSet();
        foreach (var prefix in OtherPrefixes)
        {
            named.UnionWith((await rows.ReadAsync(prefix, cancellationToken)).SelectMany(Named));
        }

        var lost = named
            .Except(records.Select(one => one.Ref))
            // A look at the group's lists is recorded before the group's own record begins.
            .Where(record => record.Kind != RecordKind.Group)
            .Select(record => record.ToString())
            .Order(StringComparer.Ordinal)
            .Select(record => $"{record}: other rows name it, and it has no events: it was lost. Restore it from a backup.");
        return new(
            files.Count(file => file is CaseFile incident && IsSubmitted(incident)),
            [.. records.SelectMany(one => one.Damage), .. lost, .. Disposed(records, files.OfType<GroupFile>().FirstOrDefault())],
            [
                .. wanted
                    .Where(pair => !found.TryGetValue(pair.Key, out var row) || !Same(pair.Value, row))
                    .Select(pair => (RowWrite)new RowWrite.Put(pair.Key, pair.Value)),
            ],
            [
                .. found
                    .Values.Where(row => !wanted.ContainsKey(row.Key) && Named(row).All(whole.Contains))
                    .Select(row => (RowWrite)new RowWrite.Delete(row.Key)),
            ]
        )
        {
            Kept = await KeptAsync(files, cancellationToken),
            Unreadable = [.. records.Where(one => one.File is null).Select(one => one.Ref)],
        };
    }

    /// <summary>Marks without a certificate, and certificates of what is there or has no mark (F3).</summary>
    private static IEnumerable<string> Disposed(IReadOnlyList<FoundRecord> records, GroupFile? group)
    {
        var certified = (group?.Retained.Values ?? []).Where(one => one.Disposal is not null).ToDictionary(one => one.Record);
        foreach (var one in records.Where(one => one.Gone is not null))
        {
            if (certified.GetValueOrDefault(one.Ref)?.Disposal?.Certificate != one.Gone!.Certificate)
            {
                yield return $"{one.Ref}: it is marked as disposed of, and no certificate of that is on the group's record.";
            }
        }

        var marked = records.Where(one => one.Gone is not null).Select(one => one.Ref).ToHashSet();
        foreach (var one in certified.Values.Where(one => !marked.Contains(one.Record)))
        {
            yield return $"{one.Record}: it was disposed of, certificate {one.Disposal!.Certificate}, and is not marked so.";
        }
    }

    private static bool IsSubmitted(CaseFile file) => file.Stage != Stage.NotStarted;

    /// <summary>The records a row names, in its key or as what it is about.</summary>
    private static IEnumerable<RecordRef> Named(Row row) =>
        row.Key.Split('|').Append(row["case"]).Append(row["record"]).Select(RecordRef.TryParse).OfType<RecordRef>().Distinct();

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

    private static bool Same(Dictionary<string, string> wanted, Row row) =>
        wanted.Count == row.Fields.Count(field => field.Key is not "Timestamp") && wanted.All(pair => row[pair.Key] == pair.Value);
}

/// <summary>What a check found.</summary>
/// <param name="Cases">How many cases can be read.</param>
/// <param name="Damaged">Where the record itself is not what was recorded, cannot be read or is lost: a person has to look at it.</param>
/// <param name="Missing">Index rows that are missing or wrong.</param>
/// <param name="Extra">Index rows that nothing calls for, of records that are whole.</param>
public sealed record UpkeepReport(int Cases, ImmutableList<string> Damaged, ImmutableList<RowWrite> Missing, ImmutableList<RowWrite> Extra)
{
    /// <summary>Kept files that are not there, or not what was recorded: a person has to look at them.</summary>
    public ImmutableList<string> Kept { get; init; } = [];

    /// <summary>The records that cannot be read: what is wrong with each stands under <see cref="Damaged"/>.</summary>
    public ImmutableList<RecordRef> Unreadable { get; init; } = [];

    /// <summary>Whether all is as it should be.</summary>
    public bool Clean => Damaged.IsEmpty && Kept.IsEmpty && Missing.IsEmpty && Extra.IsEmpty;

    /// <summary>What was wrong at two looks, as the later one has it.</summary>
    internal UpkeepReport And(UpkeepReport later) =>
        later with
        {
            Damaged = [.. later.Damaged.Intersect(Damaged)],
            Kept = [.. later.Kept.Intersect(Kept)],
            Unreadable = [.. later.Unreadable.Intersect(Unreadable)],
            Missing = [.. later.Missing.IntersectBy(Missing.Select(write => write.Key), write => write.Key)],
            Extra = [.. later.Extra.IntersectBy(Extra.Select(write => write.Key), write => write.Key)],
        };
}
