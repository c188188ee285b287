using System.Collections.Immutable;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.App.Audit;

/// <summary>
/// Writes what was read and recorded, day by day, where nobody can change it afterwards (F1): every day that is over and not written yet.
/// Two at it, or one cut off anywhere, leave one file for each day: the first that is there stays, and the next is written after it.
/// </summary>
public sealed class AuditExport(IRows rows, IAuditFiles files, Partnership partnership, LondonClock clock)
{
    /// <summary>A day is to be written within this time of its end; later, it is late.</summary>
    public static readonly TimeSpan InTime = TimeSpan.FromHours(24);

    /// <summary>Writes every day that is over and not written yet.</summary>
    public async Task<AuditExportReport> RunAsync(CancellationToken cancellationToken)
    {
        var (before, fingerprint) = await LastAsync(cancellationToken);
        var yesterday = clock.Today.AddDays(-1);
        var day = before?.Day.AddDays(1) ?? yesterday;
        if (day > yesterday)
        {
            return new([], []);
        }

        var table = await AuditTable.LoadAsync(rows, cancellationToken);
        var broken = before is null ? [] : Broken(before, table);
        var written = ImmutableList.CreateBuilder<AuditDayWritten>();
        for (; day <= yesterday; day = day.AddDays(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = AuditDay.Next(partnership.Code, day, before, fingerprint, table);
            var bytes = next.Bytes();
            if (await files.PutAsync(AuditDay.NameOf(day), bytes, cancellationToken))
            {
                written.Add(new(day, AuditDay.Fingerprint(bytes), clock.Now - London.EndOf(day) > InTime));
                before = next;
            }
            else
            {
                bytes = await files.ReadAsync(AuditDay.NameOf(day), cancellationToken) ?? throw new FormatException("An export is gone.");
                before = AuditDay.Read(bytes);
            }

            fingerprint = AuditDay.Fingerprint(bytes);
        }

        return new(written.ToImmutable(), broken);
    }

    /// <summary>The last day that was written; null where there is none yet. The copy of the table is made in the same night.</summary>
    public async Task<DateOnly?> LastDayAsync(CancellationToken cancellationToken) =>
        (await files.NamesAsync(AuditDay.Folder, cancellationToken)).Select(AuditDay.DayOf).LastOrDefault(day => day is not null);

    /// <summary>The last day that was written, with its fingerprint.</summary>
    /// <exception cref="FormatException">It cannot be read: nothing is written after it before a person has looked.</exception>
    private async Task<(AuditDay? Day, string Fingerprint)> LastAsync(CancellationToken cancellationToken)
    {
        var name = (await files.NamesAsync(AuditDay.Folder, cancellationToken)).LastOrDefault(name => AuditDay.DayOf(name) is not null);
        return name is not null && await files.ReadAsync(name, cancellationToken) is { } bytes
            ? (AuditDay.Read(bytes), AuditDay.Fingerprint(bytes))
            : (null, AuditDay.First);
    }

    /// <summary>The records whose chain in the table no longer goes through the head that was exported last.</summary>
    private static ImmutableList<string> Broken(AuditDay before, AuditTable table) =>
        [
            .. before
                .Heads.Where(head =>
                    !table.Gone.ContainsKey(head.Record)
                    && table.Records.GetValueOrDefault(head.Record)?.Find(one => one.Number == head.Number)?.Hash != head.Hash
                )
                .Select(head => head.Record),
        ];
}

/// <summary>What was written.</summary>
/// <param name="Written">The days, in their order.</param>
/// <param name="Broken">The records whose chain no longer goes through what was exported before: somebody has changed the table.</param>
public sealed record AuditExportReport(ImmutableList<AuditDayWritten> Written, ImmutableList<string> Broken);

/// <summary>A day that was written.</summary>
/// <param name="Fingerprint">The SHA-256 of the file, which the next day carries.</param>
/// <param name="Late">Whether it should have been written a day before.</param>
public sealed record AuditDayWritten(DateOnly Day, string Fingerprint, bool Late);
