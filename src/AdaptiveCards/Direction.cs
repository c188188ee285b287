using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// Names in scripts written from right to left turn what stands beside them: a birth date jumps before the name it follows. Each stretch
/// of such letters is set apart, so that everything round it stays in the order of the sentence.
/// </summary>
public static class Direction
{
    private const char Apart = '\u2068',
        Ends = '\u2069';

    /// <summary>The text with its stretches set apart; the text itself where it has none.</summary>
    public static string Steady(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0590', '\uFFFF'))
        {
            return text;
        }

        var plain = IsMarked(text) ? string.Concat(text.Where(c => !IsMark(c))) : text;
        var steady = new StringBuilder(plain.Length + 2);
        var (written, start, end) = (0, -1, -1);
        foreach (var (at, rune) in Runes(plain))
        {
            if (IsFromRight(rune))
            {
                start = start < 0 ? at : start;
                end = at + rune.Utf16SequenceLength;
            }
            else if (end == at && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                end = at + rune.Utf16SequenceLength;
            }
            else if (start >= 0 && (Rune.IsLetter(rune) || rune.Value is '\n' or '\r'))
            {
                SetApart();
            }
        }

        if (start >= 0)
        {
            SetApart();
        }

        return written == 0 ? plain : steady.Append(plain, written, plain.Length - written).ToString();

        void SetApart()
        {
            steady.Append(plain, written, start - written).Append(Apart).Append(plain, start, end - start).Append(Ends);
            (written, start) = (end, -1);
        }
    }

    private static IEnumerable<(int At, Rune Rune)> Runes(string text)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            yield return (at, rune);
            at += rune.Utf16SequenceLength;
        }
    }

    private static bool IsFromRight(Rune rune) =>
        rune.Value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF)
        && Rune.IsLetter(rune);

    private static bool IsMarked(string text) => text.Any(IsMark);

    /// <summary>A mark that turns direction, as it may stand in what was kept before such marks were taken out.</summary>
    private static bool IsMark(char c) =>
        c is '\u061C' or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

/// <summary>Writes a text of a card so that no name turns what stands beside it.</summary>
internal sealed class SteadyText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Direction.Steady(value));
}
