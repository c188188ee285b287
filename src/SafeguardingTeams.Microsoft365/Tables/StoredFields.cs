using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.Microsoft365.Tables;

/// <summary>A row's texts as properties: one property holds at most 32K characters, so a long text is split over several.</summary>
internal static class StoredFields
{
    /// <summary>Below the service's 32,768 UTF-16 characters a property.</summary>
    internal const int Piece = 30_000;

    /// <summary>The most of one row, with room (the service takes 1 MiB, in UTF-16).</summary>
    internal const int MaxRowBytes = 1_000_000;

    private const string Mark = "__";

    internal static TableEntity Entity(string partition, string key, IReadOnlyDictionary<string, string> fields)
    {
        var entity = new TableEntity(partition, key);
        var size = 0;
        foreach (var (name, text) in fields)
        {
            size += 2 * text.Length;
            for (var (at, piece) = (0, 0); at == 0 || at < text.Length; piece++)
            {
                // Never between the two halves of a surrogate pair.
                var length = Math.Min(Piece, text.Length - at);
                length -= at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]) ? 1 : 0;
                entity[piece == 0 ? name : $"{name}{Mark}{piece.ToString(CultureInfo.InvariantCulture)}"] = text.Substring(at, length);
                at += Math.Max(1, length);
            }
        }

        return size <= MaxRowBytes ? entity : throw new ArgumentException("A row is larger than the storage takes.", nameof(fields));
    }

    internal static Row Read(TableEntity entity)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var name in entity.Keys.Where(name =>
                entity[name] is string
                && name is not ("PartitionKey" or "RowKey" or "odata.etag")
                && !name.Contains(Mark, StringComparison.Ordinal)
            )
        )
        {
            var text = new StringBuilder(entity.GetString(name));
            for (var piece = 1; entity.TryGetValue($"{name}{Mark}{piece.ToString(CultureInfo.InvariantCulture)}", out var next); piece++)
            {
                text.Append((string)next);
            }

            fields[name] = text.ToString();
        }

        return new(entity.RowKey, fields, entity.ETag.ToString());
    }

    internal static int Size(RowWrite write) =>
        write switch
        {
            RowWrite.Insert insert => Size(insert.Fields),
            RowWrite.Replace replace => Size(replace.Fields),
            RowWrite.Put put => Size(put.Fields),
            _ => 0,
        } + 1000;

    private static int Size(IReadOnlyDictionary<string, string> fields) => fields.Sum(field => 3 * field.Value.Length + field.Key.Length);
}
