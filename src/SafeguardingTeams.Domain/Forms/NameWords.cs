using System.Globalization;
using System.Text;

namespace SafeguardingTeams.Domain.Forms;

/// <summary>
/// The words of names, in whatever script they are written, and what is the same of two words: case, accents, vowel points and the ways an
/// apostrophe is typed are not told apart; a mark that belongs to a letter never ends a word (PD19, F2).
/// </summary>
public static class NameWords
{
    private const char ZeroWidthNonJoiner = '\u200c';
    private const char ZeroWidthJoiner = '\u200d';

    /// <summary>How people type what stands in the middle of a name such as O'Brien, N'Golo or al-Ma'mun.</summary>
    private const string Apostrophes = "'\u2019\u2018\u02bc\u02bb\u02b9\u02be\u02bf`\u00b4\u2032\uff07";

    /// <summary>The words of a text, as they are written: what stands between letters and is no apostrophe parts them.</summary>
    /// <param name="digits">Whether a digit is part of a word, and does not part them.</param>
    public static IEnumerable<string> Split(string text, bool digits = true)
    {
        var (word, began) = (new StringBuilder(), false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || digits && Rune.IsDigit(rune) || began && Belongs(rune))
            {
                word.Append(rune);
                began = true;
            }
            else if (began)
            {
                yield return Trimmed(word);
                word.Clear();
                began = false;
            }
        }

        if (began)
        {
            yield return Trimmed(word);
        }
    }

    /// <summary>A word to be compared: two ways to write one name give the same.</summary>
    public static string Plain(string word)
    {
        var plain = new StringBuilder();
        foreach (var rune in word.Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(rune => !IsDropped(rune)))
        {
            var lower = Rune.ToLowerInvariant(rune);
            plain.Append(Letters.GetValueOrDefault(lower.Value, lower.ToString()));
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// The forms a word of a name is found by: itself, and where it has an apostrophe its parts too, since some leave a blank there.
    /// </summary>
    public static IEnumerable<string> Forms(string word) =>
        word.IndexOfAny([.. Apostrophes]) < 0
            ? [Plain(word)]
            : word.Split([.. Apostrophes], StringSplitOptions.RemoveEmptyEntries)
                .Where(part => part.EnumerateRunes().Count(Rune.IsLetterOrDigit) > 1)
                .Prepend(word)
                .Select(Plain)
                .Distinct();

    /// <summary>Whether a word is written in a script in which two letters are a whole name, such as Chinese, Bengali or Arabic.</summary>
    public static bool IsShortScript(string word) => word.EnumerateRunes().Any(rune => Rune.IsLetter(rune) && rune.Value >= 0x0590);

    /// <summary>Letters that are no other letter with a mark, as they are typed without them.</summary>
    private static readonly Dictionary<int, string> Letters = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ħ'] = "h",
        ['ı'] = "i",
        // The same letters of Arabic, Persian and Urdu keyboards.
        ['\u06cc'] = "\u064a",
        ['\u0649'] = "\u064a",
        ['\u06a9'] = "\u0643",
        ['\u0629'] = "\u0647",
        ['\u06c1'] = "\u0647",
    };

    private static bool Belongs(Rune rune) => IsMark(rune) || IsJoiner(rune) || IsApostrophe(rune);

    private static bool IsJoiner(Rune rune) => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner;

    private static bool IsApostrophe(Rune rune) => rune.IsBmp && Apostrophes.Contains((char)rune.Value, StringComparison.Ordinal);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>
    /// Accents, the points of Hebrew and Arabic, the stretch of Arabic, the dot below of Hindi and Bengali: written or not, it is the same
    /// name. The vowel signs of Hindi or Bengali are not among them: without those every name would be another.
    /// </summary>
    private static bool IsDropped(Rune rune) =>
        IsJoiner(rune)
        || IsApostrophe(rune)
        || rune.Value
            is (>= 0x0300 and <= 0x036f)
                or (>= 0x0591 and <= 0x05c7)
                or (>= 0x0610 and <= 0x061a)
                or 0x0640
                or (>= 0x064b and <= 0x065f)
                or 0x0670
                or (>= 0x06d6 and <= 0x06ed)
                or 0x093c
                or 0x09bc
                or (>= 0x1dc0 and <= 0x1dff);

    private static string Trimmed(StringBuilder word) => word.ToString().TrimEnd([.. Apostrophes, ZeroWidthJoiner, ZeroWidthNonJoiner]);
}
