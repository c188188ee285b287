using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace SafeguardingTeams.App.Storage;

/// <summary>
/// A text in a row. A long one is compressed, so that a form filled to its limits, in whatever script, fits into the one row its event is
/// stored in; the hash of an event is always that of the text itself.
/// </summary>
internal static class LongText
{
    /// <summary>Up to here a text stands in its row as it is.</summary>
    private const int Plain = 60_000;

    private const string Compressed = ".br";

    /// <summary>The field a text is stored in.</summary>
    internal static KeyValuePair<string, string> Field(string name, string text) =>
        text.Length <= Plain ? new(name, text) : new(name + Compressed, Base64Url.EncodeToString(Compress(Encoding.UTF8.GetBytes(text))));

    /// <summary>The text of a row, however it was stored.</summary>
    internal static string In(Row row, string name) =>
        row[name + Compressed] is { Length: > 0 } compressed
            ? Encoding.UTF8.GetString(Expand(Base64Url.DecodeFromChars(compressed)))
            : row[name];

    private static byte[] Compress(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var brotli = new BrotliStream(into, CompressionLevel.Fastest))
        {
            brotli.Write(bytes);
        }

        return into.ToArray();
    }

    private static byte[] Expand(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var into = new MemoryStream();
        brotli.CopyTo(into);
        return into.ToArray();
    }
}
