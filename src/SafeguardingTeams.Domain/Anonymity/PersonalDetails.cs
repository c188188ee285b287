using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Domain.Anonymity;

/// <summary>
/// Finds in a text what may point to a person: what the source record knows, and what looks like it (E26). It helps whoever checks and
/// promises nothing: what is left is a low risk, not none.
/// </summary>
public static partial class PersonalDetails
{
    private static readonly string[] DateFormats = ["d/M/yyyy", "d/M/yy", "d.M.yyyy", "d.M.yy", "d-M-yyyy", "d-M-yy", "yyyy-MM-dd"];

    /// <summary>All of them, in the order they stand; what the source knows is not said again for what it looks like.</summary>
    public static ImmutableList<PersonalDetail> In(string text, KnownDetails known)
    {
        List<PersonalDetail> found =
        [
            .. known.Names.Find(text).Select(name => new PersonalDetail(DetailKind.Name, name.At, name.Text, true, name.IsWhole)),
            .. Initials(text, known),
            .. Phrases(text, known),
        ];
        foreach (var (kind, pattern) in Looks.All)
        {
            found.AddRange(
                pattern.Matches(text).Select(match => new PersonalDetail(kind, match.Index, match.Value, IsKnown(kind, match.Value, known)))
            );
        }

        found.AddRange(Numbers(text, known));
        return
        [
            .. found
                .OrderBy(one => one.At)
                .ThenByDescending(one => one.IsKnown)
                .ThenByDescending(one => one.Text.Length)
                .Aggregate(ImmutableList<PersonalDetail>.Empty, (kept, one) =>
                    kept.Exists(other => Covers(other, one)) ? kept : kept.Add(one)
                ),
        ];
    }

    /// <summary>Whether one is within another that says as much.</summary>
    private static bool Covers(PersonalDetail there, PersonalDetail one) =>
        there.At <= one.At
        && one.At + one.Text.Length <= there.At + there.Text.Length
        && (there.IsKnown || !one.IsKnown)
        && there.Kind != DetailKind.Quotation;

    private static IEnumerable<PersonalDetail> Initials(string text, KnownDetails known) =>
        from Match match in Capitals().Matches(text)
        where known.Initials.Contains(KnownDetails.Plain(match.Value))
        select new PersonalDetail(DetailKind.Initials, match.Index, match.Value, true);

    /// <summary>Lines of addresses and agencies, word for word, whatever stands between the words.</summary>
    private static IEnumerable<PersonalDetail> Phrases(string text, KnownDetails known)
    {
        var words = Words(text);
        var most = known.Phrases.Keys.Select(phrase => phrase.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
        for (var from = 0; from < words.Count; from++)
        {
            for (var count = Math.Min(most, words.Count - from); count > 1; count--)
            {
                var last = words[from + count - 1];
                if (known.Phrases.TryGetValue(string.Join(' ', words.Skip(from).Take(count).Select(word => word.Plain)), out var kind))
                {
                    yield return new(kind, words[from].At, text[words[from].At..(last.At + last.Length)], true);
                    break;
                }
            }
        }
    }

    /// <summary>References and numbers the source knows, however they are spaced.</summary>
    private static IEnumerable<PersonalDetail> Numbers(string text, KnownDetails known) =>
        from Match match in Numbered().Matches(text)
        where known.Numbers.TryGetValue(KnownDetails.Plain(match.Value), out var kind) && kind == DetailKind.Reference
        select new PersonalDetail(DetailKind.Reference, match.Index, match.Value, true);

    private static bool IsKnown(DetailKind kind, string text, KnownDetails known) =>
        kind switch
        {
            DetailKind.Date => DayOf(text) is { } day && known.Dates.Contains(day),
            DetailKind.Telephone => known.Numbers.ContainsKey(KnownDetails.Telephone(text)),
            DetailKind.Email => known.Numbers.ContainsKey(string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant()),
            DetailKind.Postcode or DetailKind.Reference => known.Numbers.ContainsKey(KnownDetails.Plain(text)),
            _ => false,
        };

    /// <summary>The day of a date in figures, or with the month in words; null where it is none of these.</summary>
    private static DateOnly? DayOf(string text)
    {
        var plain = Ending().Replace(text.Trim(), "$1");
        plain = Blanks()
            .Replace(plain.Replace(" of ", " ", StringComparison.OrdinalIgnoreCase).Replace(",", "", StringComparison.Ordinal), " ");
        plain = plain.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? plain[4..] : plain;
        string[] formats = [.. DateFormats, "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"];
        return DateOnly.TryParseExact(plain, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static List<(string Plain, int At, int Length)> Words(string text)
    {
        var (words, from) = (new List<(string, int, int)>(), 0);
        foreach (var word in NameWords.Split(text))
        {
            var at = text.IndexOf(word, from, StringComparison.Ordinal);
            words.Add((NameWords.Plain(word), at, word.Length));
            from = at + word.Length;
        }

        return words;
    }

    [GeneratedRegex(@"(?<!\w)(?:[A-Z]\.?\s?){1,3}[A-Z]\.?(?!\w)")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"(?<!\w)[A-Za-z0-9]+(?:[ \u00a0/-]?[A-Za-z0-9]+){0,4}(?!\w)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<=^|\s)(\d{1,2})(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
