using System.Text.RegularExpressions;

namespace SafeguardingTeams.Domain.Typing;

/// <summary>Whether a text has a telephone number in it, or several; what stands beside it, such as whom to ask for, may stay.</summary>
public static partial class Telephone
{
    private const int Fewest = 5,
        Most = 16;

    public static bool IsIn(string text) =>
        Run().Matches(Typed.Plain(text)).Any(run => run.Value.Count(char.IsAsciiDigit) is >= Fewest and <= Most);

    /// <summary>Figures, with what is put between them.</summary>
    [GeneratedRegex(@"\+?\(?\d(?:[ ().\-]{0,3}\d)*", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
