using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.App.Audit;

/// <summary>
/// One day's export: a line of JSON for the day itself, then one for each reading, each event and the head of every record's chain. Each
/// day carries the fingerprint of the one before, so that readings are chained here and no row of the table is hot.
/// </summary>
/// <param name="Partnership">Whose.</param>
/// <param name="Day">The day in London. The first export holds everything before as well.</param>
/// <param name="Previous">The fingerprint of the export before; <see cref="First"/> in the first.</param>
/// <param name="Reads">What was read, by key.</param>
/// <param name="Events">What was recorded since the heads of the export before, by record and number.</param>
/// <param name="Heads">How far each record had come at the end of the day, by record.</param>
internal sealed record AuditDay(
    string Partnership,
    DateOnly Day,
    string Previous,
    ImmutableList<AuditRead> Reads,
    ImmutableList<AuditEvent> Events,
    ImmutableList<AuditHead> Heads
)
{
    /// <summary>What the first export carries in place of a fingerprint.</summary>
    internal const string First = "0";

    /// <summary>How the names of exports begin.</summary>
    internal const string Folder = "export/";

    private const string Suffix = ".jsonl";

    private const int Format = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string NameOf(DateOnly day) => $"{Folder}{Iso(day)}{Suffix}";

    /// <summary>The day an export's name says; null where it is no export's.</summary>
    internal static DateOnly? DayOf(string name) =>
        name.StartsWith(Folder, StringComparison.Ordinal)
        && name.EndsWith(Suffix, StringComparison.Ordinal)
        && DateOnly.TryParseExact(name[Folder.Length..^Suffix.Length], "yyyy-MM-dd", out var day)
            ? day
            : null;

    internal static string Fingerprint(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    /// <summary>The next day's export.</summary>
    /// <param name="before">The one before; null where this is the first.</param>
    /// <param name="previous">The fingerprint of the one before.</param>
    internal static AuditDay Next(string partnership, DateOnly day, AuditDay? before, string previous, AuditTable table)
    {
        var start = before is null ? DateTimeOffset.MinValue : London.EndOf(before.Day);
        var end = London.EndOf(day);
        var known = before?.Heads.ToDictionary(head => head.Record, head => head.Number, StringComparer.Ordinal) ?? [];
        var events = ImmutableList.CreateBuilder<AuditEvent>();
        var heads = ImmutableList.CreateBuilder<AuditHead>();
        foreach (var (record, all) in table.Records)
        {
            var from = known.GetValueOrDefault(record);
            var added = all.Where(one => one.Number > from).TakeWhile(one => one.At < end).ToList();
            events.AddRange(added);
            if ((added.Count > 0 ? added[^1] : all.FindLast(one => one.Number <= from)) is { } last)
            {
                heads.Add(new(record, last.Number, last.Hash));
            }
        }

        return new(
            partnership,
            day,
            previous,
            [.. table.Reads.Where(read => read.At >= start && read.At < end)],
            events.ToImmutable(),
            heads.ToImmutable()
        );
    }

    /// <summary>The file. The same day has the same bytes.</summary>
    internal ReadOnlyMemory<byte> Bytes()
    {
        var into = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(into, Options);
        void Line(Action write)
        {
            json.WriteStartObject();
            write();
            json.WriteEndObject();
            json.Flush();
            into.Write("\n"u8);
            json.Reset();
        }

        Line(() =>
        {
            json.WriteNumber("format", Format);
            json.WriteString("partnership", Partnership);
            json.WriteString("day", Iso(Day));
            json.WriteString("previous", Previous);
            json.WriteNumber("reads", Reads.Count);
            json.WriteNumber("events", Events.Count);
            json.WriteNumber("heads", Heads.Count);
        });
        foreach (var read in Reads)
        {
            Line(() =>
            {
                json.WriteString("read", read.Key);
                foreach (var (name, text) in read.Fields)
                {
                    json.WriteString($".{name}", text);
                }
            });
        }

        foreach (var one in Events)
        {
            Line(() =>
            {
                json.WriteString("event", one.Record);
                json.WriteNumber("number", one.Number);
                json.WriteString("text", one.Text);
                json.WriteString("previous", one.Previous);
                json.WriteString("hash", one.Hash);
            });
        }

        foreach (var head in Heads)
        {
            Line(() =>
            {
                json.WriteString("head", head.Record);
                json.WriteNumber("number", head.Number);
                json.WriteString("hash", head.Hash);
            });
        }

        return into.WrittenMemory;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no export, or not written as exports are.</exception>
    internal static AuditDay Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var day = Lines(bytes);
            return day.Bytes().Span.SequenceEqual(bytes.Span)
                ? day
                : throw new FormatException("It is not written as exports are: lines are missing, added or out of order.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("A line of it cannot be read.", e);
        }
    }

    private static AuditDay Lines(ReadOnlyMemory<byte> bytes)
    {
        var reads = ImmutableList.CreateBuilder<AuditRead>();
        var events = ImmutableList.CreateBuilder<AuditEvent>();
        var heads = ImmutableList.CreateBuilder<AuditHead>();
        AuditDay? day = null;
        while (bytes.Span.IndexOf((byte)'\n') is >= 0 and var length)
        {
            using var json = JsonDocument.Parse(bytes[..length]);
            bytes = bytes[(length + 1)..];
            var line = json.RootElement;
            string Text(string name) => line.GetProperty(name).GetString() ?? "";
            if (day is null)
            {
                day =
                    line.GetProperty("format").GetInt32() == Format
                        ? new(Text("partnership"), DateOnly.ParseExact(Text("day"), "yyyy-MM-dd"), Text("previous"), [], [], [])
                        : throw new FormatException("It was written by a newer version of this program.");
            }
            else if (line.TryGetProperty("read", out var key))
            {
                var fields = line.EnumerateObject().Skip(1).Select(one => KeyValuePair.Create(one.Name[1..], one.Value.GetString()!));
                reads.Add(new(key.GetString()!, fields.ToImmutableSortedDictionary(StringComparer.Ordinal)));
            }
            else if (line.TryGetProperty("event", out var record))
            {
                events.Add(new(record.GetString()!, line.GetProperty("number").GetInt32(), Text("text"), Text("previous"), Text("hash")));
            }
            else
            {
                heads.Add(new(Text("head"), line.GetProperty("number").GetInt32(), Text("hash")));
            }
        }

        return day is null
            ? throw new FormatException("It is empty.")
            : day with
            {
                Reads = reads.ToImmutable(),
                Events = events.ToImmutable(),
                Heads = heads.ToImmutable(),
            };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
