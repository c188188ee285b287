using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;

namespace SafeguardingTeams.App.Retaining;

/// <summary>A record as it is when somebody reviews whether it is kept, and the commit from which on nobody opens it (F3).</summary>
public sealed class RecordsToGo(
    IRows rows,
    RowProjection projection,
    RetentionRules rules,
    CommandRunner commands,
    CurrentRules currentRules,
    Partnership partnership,
    LondonClock clock
)
{
    /// <summary>How it is now, with what it is linked to.</summary>
    internal async Task<(FoundToGo Found, ImmutableList<(RecordRef Record, bool IsOpen)> Links)> FindAsync(
        RecordRef record,
        CancellationToken cancellationToken
    )
    {
        var (found, links, _) = await LookAsync(record, cancellationToken);
        return (found, links);
    }

    /// <summary>Whether there is such a record; a draft alone is none, and one that is gone is none.</summary>
    internal async Task<bool> IsThereAsync(RecordRef record, CancellationToken cancellationToken) =>
        record.Kind != RecordKind.Group && (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record.Version > 0;

    /// <summary>
    /// Confirms that a record goes: in one transaction with its mark, and only if nothing has happened to it since it was read.
    /// </summary>
    internal async Task<Outcome> ConfirmAsync(
        RecordRef record,
        int seen,
        string commandId,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var (found, _, head) = await LookAsync(record, cancellationToken);
        var certificate = Number(partnership.Code, commandId);
        var at = clock.Now;
        var outcome = await commands.RunAsync(
            new ConfirmDisposal(found, certificate, seen),
            commandId,
            actor,
            null,
            _ =>
                head is null
                    ? null
                    :
                    [
                        new RowWrite.Replace(head.Key, head.Fields.Where(field => field.Key != "Timestamp").ToDictionary(), head.ETag),
                        new RowWrite.Insert(Keys.Gone(record), new Tombstone(record, certificate, at).Fields()),
                    ],
            cancellationToken
        );
        await currentRules.RefreshAsync(always: true, cancellationToken);
        return outcome;
    }

    /// <summary>The number of a certificate: the same for the same press, and no reference of a record.</summary>
    private static string Number(string code, string commandId) =>
        CaseId.FromChance(code, SHA256.HashData(Encoding.UTF8.GetBytes($"certificate|{commandId}"))).Value.Insert(code.Length, "-DC");

    private async Task<(FoundToGo Found, ImmutableList<(RecordRef, bool)> Links, Row? Head)> LookAsync(
        RecordRef record,
        CancellationToken cancellationToken
    )
    {
        var stored = await StoredRecord.LoadAsync(rows, record, cancellationToken);
        var closed = stored.DeferredFrom is null ? ClosedRows.Of(stored.Record, projection.Of(stored.Record)) : null;
        var links = ImmutableList.CreateBuilder<(RecordRef, bool)>();
        foreach (var linked in await LinkedAsync(stored.Record, cancellationToken))
        {
            var other = await StoredRecord.LoadAsync(rows, linked, cancellationToken);
            links.Add((linked, other.Record.Version > 0 && ClosedRows.Of(other.Record, projection.Of(other.Record)) is null));
        }

        var due = closed is var (_, fields) && rules.Of(record.Kind) is { } by ? ClosedRows.Due(fields, by) : null;
        return (
            new(record, due, [.. links.Where(link => link.Item2).Select(link => link.Item1)]),
            links.ToImmutable(),
            await rows.FindAsync(Keys.Head(record), cancellationToken)
        );
    }

    private async Task<IEnumerable<RecordRef>> LinkedAsync(RecordFile file, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(Keys.LinksOf(file.Ref), cancellationToken))
            .Select(row => RecordRef.TryParse(row["record"]))
            .Append(file is CaseFile { JoinedTo: { } into } ? into : null)
            .OfType<RecordRef>()
            .Concat(file is CaseFile incident ? incident.JoinedReferrals.Select(joined => RecordRef.Of(joined.CaseId)) : [])
            .Where(linked => linked.Kind != RecordKind.Group)
            .Distinct();
}
