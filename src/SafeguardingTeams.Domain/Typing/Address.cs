using System.Globalization;

namespace SafeguardingTeams.Domain.Typing;

/// <summary>
/// Whether a text can be an email address that a letter is sent to: the one check of all places that take one. What surrounds it
/// is taken off before, where it is typed.
/// </summary>
public static class Address
{
    private const int Longest = 254,
        LongestName = 64;

    /// <summary>Whether it is one address and nothing else.</summary>
    public static bool IsOne(string text) =>
        text.Length <= Longest
        && text.Split('@') is [{ Length: > 0 and <= LongestName } name, var host]
        && !name.StartsWith('.')
        && !name.EndsWith('.')
        && !name.Contains("..", StringComparison.Ordinal)
        && name.All(IsOfName)
        && host.Split('.') is { Length: >= 2 } labels
        && Array.TrueForAll(labels, IsLabel)
        && labels[^1].Length >= 2
        && !labels[^1].All(char.IsAsciiDigit);

    private static bool IsOfName(char c) =>
        char.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal) || IsMark(c);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63
        && !label.StartsWith('-')
        && !label.EndsWith('-')
        && label.All(c => char.IsLetterOrDigit(c) || c == '-' || IsMark(c));

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
