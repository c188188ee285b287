using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>What somebody typed into a field, as the form stores it; where it cannot be understood, as typed, and said.</summary>
internal static partial class TypedAnswer
{
    private const int Longest = 30_000,
        Quoted = 100;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] Days =
    [
        "d MMMM yyyy",
        "d MMM yyyy",
        "dddd d MMMM yyyy",
        "ddd d MMM yyyy",
        "dddd, d MMMM yyyy",
        "d/M/yyyy",
        "d-M-yyyy",
        "d.M.yyyy",
        "d-MMM-yyyy",
        "yyyy-M-d",
        "MMMM d, yyyy",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
    ];

    private static readonly string[] Times = ["H:mm", "H.mm", "HHmm", "H:mm:ss", "h:mmtt", "h.mmtt", "htt", "h:mm tt", "h.mm tt", "h tt"];

    internal static string Read(AnswerKind kind, string text, string place, ImmutableArray<string>.Builder said)
    {
        if (text.Length > Longest)
        {
            said.Add($"{place} – the answer is {text.Length} characters long. Only the first {Longest} were read. Look at the file.");
            text = Cutting.To(text, Longest);
        }

        return text.Length == 0
            ? ""
            : kind switch
            {
                AnswerKind.Day => Day(text) ?? Said(text, "no date we can read. Write it as 5 November 2026", place, said),
                AnswerKind.Time => Time(text) ?? Said(text, "no time we can read. Write it as 14:30", place, said),
                AnswerKind.Choice choice => Chosen(choice, text) ?? Said(text, "none of the answers to choose from", place, said),
                _ => text,
            };
    }

    private static string? Day(string text)
    {
        var plain = OrdinalEnding().Replace(text, "$1");
        return
            DateOnly.TryParseExact(plain, Days, British, DateTimeStyles.AllowWhiteSpaces, out var day)
            || DateOnly.TryParseExact(plain, Days, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static string? Time(string text) =>
        TimeOnly.TryParseExact(text, Times, British, DateTimeStyles.AllowWhiteSpaces, out var time)
        || TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : null;

    private static string? Chosen(AnswerKind.Choice choice, string text) =>
        choice.Options.FirstOrDefault(option => Same(option.Label, text))?.Value
        ?? choice.Options.FirstOrDefault(option => Same(option.Value, text))?.Value;

    private static bool Same(string one, string other) => string.Equals(one, other.TrimEnd('.', ' '), StringComparison.OrdinalIgnoreCase);

    private static string Said(string text, string what, string place, ImmutableArray<string>.Builder said)
    {
        said.Add($"{place} – “{(text.Length > Quoted ? $"{text[..Quoted]}…" : text)}” is {what}.");
        return text;
    }

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalEnding();
}
