using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>
/// A short sum of every line a form had when it was written. By it one sees what was typed beside the fields, without a second
/// copy of the text hidden in the file. They are kept in properties, because those come through other programs than Word.
/// </summary>
internal static class LineSums
{
    private const string Property = "SafeguardingLines";

    /// <summary>Word keeps at most 255 characters of a property.</summary>
    private const int SumsInOne = 30,
        Characters = 8;

    /// <summary>The properties for the lines of a document.</summary>
    internal static IEnumerable<(string Name, string Value)> Of(string documentXml) =>
        new Reading(control => Reading.Of(control, "tag") is var tag && Marks.Is(tag) ? null : tag)
            .Read(XElement.Parse(documentXml))
            .Lines.Select(Sum)
            .Distinct(StringComparer.Ordinal)
            .Chunk(SumsInOne)
            .Select((sums, i) => ($"{Property}{i + 1}", string.Concat(sums)));

    /// <summary>The sums in a file's properties; null where there are none.</summary>
    internal static HashSet<string>? Read(IReadOnlyDictionary<string, string> properties)
    {
        var all = properties
            .Where(property => property.Key.StartsWith(Property, StringComparison.Ordinal))
            .SelectMany(property => property.Value.Chunk(Characters))
            .Select(sum => new string(sum))
            .ToHashSet(StringComparer.Ordinal);
        return all.Count == 0 ? null : all;
    }

    internal static string Sum(string line) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, Characters / 4 * 3));
}
