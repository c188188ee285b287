using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Audit;

/// <summary>What the table holds of what is audited.</summary>
/// <param name="Records">The events of each record, by reference, in their order.</param>
/// <param name="Reads">Every reading, in the order of keys.</param>
internal sealed record AuditTable(ImmutableSortedDictionary<string, ImmutableList<AuditEvent>> Records, ImmutableList<AuditRead> Reads)
{
    /// <summary>The records whose rows are being removed, or are, by a certificate that the group's record confirms (F3).</summary>
    internal ImmutableSortedDictionary<string, Tombstone> Gone { get; init; } =
        ImmutableSortedDictionary.Create<string, Tombstone>(StringComparer.Ordinal);

    internal static async Task<AuditTable> LoadAsync(IRows rows, CancellationToken cancellationToken)
    {
        var all = new List<Row>();
        foreach (var prefix in Keys.AllRecords)
        {
            all.AddRange(await rows.ReadAsync(prefix, cancellationToken));
        }

        var events = all.Select(EventIn).OfType<AuditEvent>().ToList();
        var gone = AuditDisposals.Gone(all, events);
        // Of what is being removed at this moment some is still there: everything of it was exported before that began.
        bool IsGoing(string record) => gone.TryGetValue(record, out var one) && one.GoneOn is null;
        var reads = (await rows.ReadAsync(Keys.AllReads, cancellationToken)).Select(ReadIn);
        return Of(events.Where(one => !IsGoing(one.Record)), reads.Where(one => !IsGoing(one.Record))) with { Gone = gone };
    }

    /// <summary>The same from what was read already.</summary>
    internal static AuditTable Of(IEnumerable<AuditEvent> events, IEnumerable<AuditRead> reads) =>
        new(
            events
                .GroupBy(one => one.Record, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(
                    record => record.Key,
                    record => record.OrderBy(one => one.Number).ToImmutableList(),
                    StringComparer.Ordinal
                ),
            [.. reads.OrderBy(one => one.Key, StringComparer.Ordinal)]
        );

    /// <summary>The event of a row; null where the row is none.</summary>
    internal static AuditEvent? EventIn(Row row) =>
        row.Key.Split('|') switch
        {
            [var group, "e", var number] when $"{group}|" == Keys.AllGroup => new(
                group,
                Digits(number),
                Text(row),
                row["previous"],
                row["hash"]
            ),
            [_, var record, "e", var number] => new(record, Digits(number), Text(row), row["previous"], row["hash"]),
            _ => null,
        };

    internal static AuditRead ReadIn(Row row) =>
        new(row.Key, row.Fields.Where(field => field.Key != "Timestamp").ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>The text, or what stands there in its place where it cannot be expanded: it is then no event of any hash.</summary>
    private static string Text(Row row)
    {
        try
        {
            return LongText.In(row, "record");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or InvalidDataException)
        {
            return "";
        }
    }

    private static int Digits(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
