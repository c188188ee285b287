using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.Domain.Typing;

/// <summary>
/// What people type, paste or send in Word holds characters nobody sees, and looks the same in many ways. Here is the one step before
/// anything of it is checked, compared or looked up; what is shown stays as typed.
/// </summary>
public static partial class Typed
{
    /// <summary>
    /// For comparing: no character that is not seen, every space a space, every dash a hyphen, every apostrophe and quotation mark the
    /// plain one, letters and figures of double width the usual ones, spaces evened out.
    /// </summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Control:
                    plain.Append(' ');
                    break;
                case UnicodeCategory.DashPunctuation:
                    plain.Append('-');
                    break;
                default:
                    plain.Append(
                        rune.Value switch
                        {
                            '\u2212' or '\u00AC' => "-",
                            '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u02BC' or '\u2032' or '`' or '\u00B4' => "'",
                            '\u201C' or '\u201D' or '\u201E' or '\u2033' => "\"",
                            _ when Rune.IsDigit(rune) => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
                            _ => rune.ToString(),
                        }
                    );
                    break;
            }
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// What is kept of a text as typed: all of it but half characters, control characters, and the marks that turn the direction of what
    /// stands beside it.
    /// </summary>
    public static string Kept(string text) =>
        text.All(c => c is >= ' ' and < '\u007F' or '\n' or '\r' or '\t')
            ? text
            : Broken().Replace(string.Concat(Whole(text).Where(IsKept)), "");

    private static bool IsKept(char c) =>
        c switch
        {
            '\n' or '\r' or '\t' => true,
            '\u061C' or '\u200B' or '\u2060' or '\uFEFF' => false,
            (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u206F') => false,
            _ => !char.IsControl(c),
        };

    /// <summary>Without half a surrogate pair, which no text is.</summary>
    private static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar).Select(rune => rune.ToString()));

    /// <summary>The joiner by which a card breaks the pairs that Teams takes as syntax of its own.</summary>
    [GeneratedRegex(@"(?<=[${])\u200D(?=\{)", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();
}
