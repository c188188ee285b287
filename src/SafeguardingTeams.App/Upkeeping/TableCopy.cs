using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Upkeeping;

/// <summary>
/// A copy of the table as a file: compressed lines of JSON, the first says whose it is, the last how many rows there are, so that half a
/// file is not taken for a whole one.
/// </summary>
internal static class TableCopy
{
    private const int Format = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static ReadOnlyMemory<byte> Write(string partnership, IReadOnlyCollection<Row> rows)
    {
        using var into = new MemoryStream();
        using (var compressed = new BrotliStream(into, CompressionLevel.Fastest))
        using (var json = new Utf8JsonWriter(compressed, Options))
        {
            void Line(Action write)
            {
                json.WriteStartObject();
                write();
                json.WriteEndObject();
                json.Flush();
                compressed.Write("\n"u8);
                json.Reset();
            }

            Line(() =>
            {
                json.WriteNumber("format", Format);
                json.WriteString("partnership", partnership);
            });
            foreach (var row in rows)
            {
                Line(() =>
                {
                    json.WriteString("key", row.Key);
                    foreach (var (name, text) in row.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
                    {
                        json.WriteString($".{name}", text);
                    }
                });
            }

            Line(() => json.WriteNumber("rows", rows.Count));
        }

        return into.ToArray();
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no copy, or not the whole of one.</exception>
    internal static (string Partnership, IReadOnlyList<Row> Rows) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var lines = new StreamReader(new BrotliStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress));
            using var first = JsonDocument.Parse(lines.ReadLine() ?? "");
            if (first.RootElement.GetProperty("format").GetInt32() != Format)
            {
                throw new FormatException("The copy was written by a newer version of this program.");
            }

            var rows = new List<Row>();
            while (lines.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.TryGetProperty("rows", out var count))
                {
                    return count.GetInt32() == rows.Count
                        ? (first.RootElement.GetProperty("partnership").GetString()!, rows)
                        : throw new FormatException("Rows are missing from the copy.");
                }

                rows.Add(
                    new(
                        json.RootElement.GetProperty("key").GetString()!,
                        json.RootElement.EnumerateObject().Skip(1).ToDictionary(one => one.Name[1..], one => one.Value.GetString()!),
                        ""
                    )
                );
            }

            throw new FormatException("The copy ends before its end.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or InvalidDataException)
        {
            throw new FormatException("It is no copy of a table.", e);
        }
    }
}
