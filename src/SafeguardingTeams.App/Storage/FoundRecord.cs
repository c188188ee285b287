using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Storage;

/// <summary>A record as it was found in storage, whatever state it is in.</summary>
/// <param name="Ref">Which.</param>
/// <param name="File">The record replayed; null where it cannot be read.</param>
/// <param name="Damage">What is wrong with it: ids and numbers, never text of a case (F2).</param>
internal sealed record FoundRecord(RecordRef Ref, RecordFile? File, ImmutableList<string> Damage)
{
    /// <summary>That it is disposed of, where its mark says so (F3).</summary>
    internal Tombstone? Gone { get; init; }

    /// <summary>Whether anything has happened to it; a draft alone is no record yet.</summary>
    internal bool HasBegun => Gone is not null || File is null || File.Version > 0 || !Damage.IsEmpty;

    /// <summary>Every record there is, those included that cannot be read.</summary>
    internal static async Task<IReadOnlyList<FoundRecord>> AllAsync(IRows rows, CancellationToken cancellationToken)
    {
        var found = new List<FoundRecord>();
        foreach (var kind in Keys.AllRecords)
        {
            found.AddRange(
                (await rows.ReadAsync(kind, cancellationToken))
                    .GroupBy(row => kind == Keys.AllGroup ? RecordRef.Group.ToString() : row.Key.Split('|')[1])
                    .Select(group => Of(RecordRef.Parse(group.Key), [.. group]))
            );
        }

        return found;
    }

    /// <summary>A record by its rows.</summary>
    internal static FoundRecord Of(RecordRef id, ImmutableList<Row> rows)
    {
        if (rows.Find(Tombstone.Is) is { } mark)
        {
            var gone = Tombstone.Of(id, mark);
            return new(
                id,
                StoredRecord.Empty(id),
                gone.GoneOn is not null && rows.Count > 1
                    ? [$"{id}: it was disposed of, certificate {gone.Certificate}, and rows of it are there. Dispose of it again."]
                    : []
            )
            {
                Gone = gone,
            };
        }

        var events = rows.FindAll(row => row.Key.StartsWith($"{Keys.Record(id)}e|", StringComparison.Ordinal));
        var unreadable = events.Select((row, i) => Unreadable(id, i + 1, row)).OfType<string>().ToImmutableList();
        var damage = unreadable.AddRange(Chain(id, rows, events));
        try
        {
            return new(id, unreadable.IsEmpty ? StoredRecord.From(id, rows).Record : null, damage);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Each event can be read, and together they make no record; or a draft of it cannot be read.
            return new(id, null, damage.Add($"{id}: its events cannot be replayed, or a draft of it cannot be read."));
        }
    }

    private static string? Unreadable(RecordRef id, int number, Row row)
    {
        var text = TextOf(row);
        try
        {
            StoredJson.Read(id, text);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return NameOf(text) is { } name && !StoredJson.Names.Contains(name)
                ? $"{id}, event {number}: this version knows no event {name}. A newer version wrote it: use that one."
                : $"{id}, event {number}: it cannot be read. Restore it from a backup.";
        }
    }

    /// <summary>The text of an event; empty where it was compressed and cannot be expanded.</summary>
    private static string TextOf(Row row)
    {
        try
        {
            return LongText.In(row, "record");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or IOException)
        {
            return "";
        }
    }

    /// <summary>The name an event is stored under, where it looks like one.</summary>
    private static string? NameOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return
                json.RootElement.TryGetProperty("name", out var name)
                && name.GetString() is { Length: < 100 } said
                && said.All(c => char.IsAsciiLetterOrDigit(c) || c == '.')
                ? said
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Chain(RecordRef id, ImmutableList<Row> rows, ImmutableList<Row> events)
    {
        var head = rows.Find(row => row.Key == Keys.Head(id));
        if (head is null && events.IsEmpty)
        {
            yield break;
        }

        var hash = HashChain.Start;
        foreach (var (row, number) in events.Select((row, i) => (row, i + 1)))
        {
            var next = HashChain.Next(hash, TextOf(row));
            if (row["previous"] != hash || row["hash"] != next)
            {
                yield return $"{id}, event {number}: it is not what was recorded, or one before it was taken out.";
            }

            hash = next;
        }

        if (head is null || head["hash"] != hash || head["version"] != events.Count.ToString(CultureInfo.InvariantCulture))
        {
            yield return $"{id}: the head does not match the last event; events may have been taken out at the end.";
        }
    }
}
