using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.App.Storage;

/// <summary>Everything under one case's prefix, as one range read gives it.</summary>
/// <param name="File">The case replayed; at stage NotStarted where nothing was submitted.</param>
/// <param name="HeadETag">The state of the head row; null where there is none yet.</param>
/// <param name="LastHash">The last event's hash.</param>
/// <param name="Receipts">The commands already done.</param>
/// <param name="Drafts">The drafts under this reference, by author and slot, with the state of their row.</param>
internal sealed record StoredCase(
    CaseFile File, string? HeadETag, string LastHash, ImmutableHashSet<string> Receipts, ImmutableDictionary<string, (Draft Draft, string ETag)> Drafts)
{
    /// <summary>The version of which something still waits that did not fit into its transaction; null where nothing does.</summary>
    internal int? Unfinished { get; init; }

    /// <summary>A person's draft of a slot; null where there is none.</summary>
    internal (Draft Draft, string ETag)? DraftOf(string personId, string slot) => Drafts.TryGetValue(Keys.DraftOf(personId, slot), out var kept) ? kept : null;

    internal static async Task<StoredCase> LoadAsync(IRows rows, CaseId id, CancellationToken cancellationToken) =>
        From(id, await rows.ReadAsync(Keys.Case(id), cancellationToken));

    internal static StoredCase From(CaseId id, IReadOnlyList<Row> rows)
    {
        var prefix = Keys.Case(id).Length;
        var file = new CaseFile(id);
        string? headETag = null;
        int? unfinished = null;
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
                    file = Replay.Next(file, StoredJson.Read(id, LongText.In(row, "record")));
                    hash = row["hash"];
                    break;
                case 'r':
                    receipts.Add(row.Key[(prefix + 2)..]);
                    break;
                case 'w':
                    unfinished = int.Parse(row.Key.AsSpan(prefix + 2), CultureInfo.InvariantCulture);
                    break;
                default:
                    throw new InvalidOperationException("A row of an unknown kind stands under a case.");
            }
        }

        return new(file, headETag, hash, receipts.ToImmutable(), drafts.ToImmutable()) { Unfinished = unfinished };
    }
}
