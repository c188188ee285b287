using System.Collections.Immutable;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Retaining;

/// <summary>
/// The records that a copy brought back which was made before they were disposed of: the exports say so, and the table does not know of it
/// (F3). They are reviewed as any other whose time has come, and go again once somebody confirms it.
/// </summary>
public sealed class DisposedBefore(IRows rows, IAuditFiles files)
{
    /// <summary>Each with the certificate by which it went.</summary>
    public async Task<IReadOnlyList<(RecordRef Record, string Certificate)>> BackAsync(CancellationToken cancellationToken)
    {
        var confirmed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in await files.NamesAsync(AuditDay.Folder, cancellationToken))
        {
            if (AuditDay.DayOf(name) is not null && await files.ReadAsync(name, cancellationToken) is { } bytes)
            {
                foreach (var (record, certificate) in AuditDisposals.Confirmed(AuditDay.Read(bytes).Events))
                {
                    confirmed[record] = certificate;
                }
            }
        }

        var back = ImmutableList.CreateBuilder<(RecordRef, string)>();
        foreach (var (name, certificate) in confirmed)
        {
            var record = RecordRef.Parse(name);
            if (
                await Tombstone.FindAsync(rows, record, cancellationToken) is null
                && await rows.FindAsync(Keys.Head(record), cancellationToken) is not null
            )
            {
                back.Add((record, certificate));
            }
        }

        return back.ToImmutable();
    }
}
