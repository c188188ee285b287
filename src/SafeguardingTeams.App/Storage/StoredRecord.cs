using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Storage;

/// <summary>Everything under one record's prefix, as one range read gives it.</summary>
/// <param name="Record">The record replayed; without events where there is none yet.</param>
/// <param name="HeadETag">The state of the head row; null where there is none yet.</param>
/// <param name="LastHash">The last event's hash.</param>
/// <param name="Receipts">The commands already done.</param>
/// <param name="Drafts">The drafts under this reference, by author and slot, with the state of their row.</param>
internal record StoredRecord(
    RecordFile Record,
    string? HeadETag,
    string LastHash,
    ImmutableHashSet<string> Receipts,
    ImmutableDictionary<string, (Draft Draft, string ETag)> Drafts
)
{
    /// <summary>The version of which something still waits that did not fit into its transaction; null where nothing does.</summary>
    internal int? DeferredFrom { get; init; }

    /// <summary>Whether it is disposed of: nobody is shown what is left of it, and nothing happens to it any more (F3).</summary>
    internal bool IsGone { get; init; }

    /// <summary>A person's draft of a slot; null where there is none.</summary>
    internal (Draft Draft, string ETag)? DraftOf(string personId, string slot) =>
        Drafts.TryGetValue(Keys.DraftOf(personId, slot), out var kept) ? kept : null;

    internal static async Task<StoredRecord> LoadAsync(IRows rows, RecordRef record, CancellationToken cancellationToken) =>
        From(record, await rows.ReadAsync(Keys.Record(record), cancellationToken));

    /// <summary>A record of any kind before anything happened to it.</summary>
    internal static RecordFile Empty(RecordRef record) =>
        record.Kind switch
        {
            RecordKind.Case => new CaseFile(record.CaseId),
            RecordKind.Group => new GroupFile(),
            RecordKind.Learning => new LearningFile(record),
            RecordKind.Action => new ActionFile(record),
            RecordKind.Meeting => new MeetingFile(record),
            RecordKind.Review => new ReviewFile(record),
            RecordKind.Briefing => new BriefingFile(record),
        };

    /// <summary>Replays what was read. A record that cannot be read is counted, so that somebody is told, and not shown.</summary>
    internal static StoredRecord From(RecordRef record, IReadOnlyList<Row> rows)
    {
        try
        {
            return Read(record, rows);
        }
        catch
        {
            Alarms.Unreadable(record.Kind.ToString());
            throw;
        }
    }

    private static StoredRecord Read(RecordRef record, IReadOnlyList<Row> rows)
    {
        var prefix = Keys.Record(record).Length;
        var file = Empty(record);
        if (rows.Any(row => row.Key == Keys.Gone(record)))
        {
            var gone = new StoredRecord(file, null, HashChain.Start, [], ImmutableDictionary<string, (Draft, string)>.Empty)
            {
                IsGone = true,
            };
            return record.Kind == RecordKind.Case ? new StoredCase(gone) : gone;
        }

        string? headETag = null;
        int? deferring = null;
        var hash = HashChain.Start;
        var receipts = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var drafts = ImmutableDictionary.CreateBuilder<string, (Draft, string)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            switch (row.Key[prefix])
            {
                case '0':
                    headETag = row.ETag;
                    break;
                case 'd':
                    var draft = StoredJson.ReadDraft(LongText.In(row, "draft"));
                    drafts.Add(Keys.DraftOf(draft.AuthorId, draft.Slot), (draft, row.ETag));
                    break;
                case 'e':
                    file = Replay.Next(file, StoredJson.Read(record, LongText.In(row, "record")));
                    hash = row["hash"];
                    break;
                case 'r':
                    receipts.Add(row.Key[(prefix + 2)..]);
                    break;
                case 'w':
                    deferring = int.Parse(row.Key.AsSpan(prefix + 2), CultureInfo.InvariantCulture);
                    break;
                default:
                    throw new InvalidOperationException("A row of an unknown kind stands under a record.");
            }
        }

        var stored = new StoredRecord(file, headETag, hash, receipts.ToImmutable(), drafts.ToImmutable()) { DeferredFrom = deferring };
        return record.Kind == RecordKind.Case ? new StoredCase(stored) : stored;
    }
}

/// <summary>A case as stored.</summary>
internal sealed record StoredCase : StoredRecord
{
    internal StoredCase(StoredRecord stored)
        : base(stored) { }

    /// <summary>The case; at stage NotStarted where nothing was submitted.</summary>
    internal CaseFile File => (CaseFile)Record;

    internal static async Task<StoredCase> LoadAsync(IRows rows, CaseId id, CancellationToken cancellationToken) =>
        (StoredCase)await StoredRecord.LoadAsync(rows, id, cancellationToken);

    internal static StoredCase From(CaseId id, IReadOnlyList<Row> rows) => (StoredCase)StoredRecord.From(id, rows);
}
