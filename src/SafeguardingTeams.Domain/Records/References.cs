using System.Text.RegularExpressions;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Records;

/// <summary>References as people type them: in a sentence, with any dash, with spaces or nothing in place of the hyphens.</summary>
public static partial class References
{
    private const int LongestRead = 4000;

    private const string Kind = "PL|AC|GM|RV|BR",
        Four = "[2-9BCDFGHJKMNP-TV-Z]{4}";

    /// <summary>The records a text names, each once, in its order.</summary>
    /// <param name="partnershipCode">By it a reference without hyphens is known; one with hyphens may have any.</param>
    public static IEnumerable<RecordRef> In(string text, string partnershipCode)
    {
        var plain = Typed.Plain(text.Length > LongestRead ? text[..LongestRead] : text).ToUpperInvariant();
        var own = Regex.Matches(
            plain,
            $"(?<![A-Z0-9])(?<code>{Regex.Escape(partnershipCode)})[- ]*(?<kind>{Kind})?[- ]*(?<a>{Four})[- ]*(?<b>{Four})(?![A-Z0-9])",
            RegexOptions.CultureInvariant
        );
        return own.Concat(WithHyphens().Matches(plain))
            .OrderBy(match => match.Index)
            .Select(match => RecordRef.TryParse(Written(match)))
            .OfType<RecordRef>()
            .Distinct();
    }

    private static string Written(Match match) =>
        string.Join('-', new[] { "code", "kind", "a", "b" }.Select(part => match.Groups[part].Value).Where(part => part.Length > 0));

    [GeneratedRegex(
        $"(?<![A-Z0-9-])(?<code>[A-Z]{{2,6}}) ?- ?(?:(?<kind>{Kind}) ?- ?)?(?<a>{Four}) ?- ?(?<b>{Four})(?![A-Z0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WithHyphens();
}
