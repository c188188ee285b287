using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.Domain.Typing;

/// <summary>A time of day as people write it: 14:30, 14.30, 1430hrs, 2.30 pm, 2:30 p.m., noon.</summary>
public static partial class TypedTime
{
    /// <summary>The time; null where it is none, or could be two.</summary>
    public static TimeOnly? Read(string text)
    {
        var plain = Typed.Plain(text).ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
        if (plain is "noon" or "midday" or "12noon" or "12midday")
        {
            return new(12, 0);
        }

        if (plain is "midnight" or "12midnight")
        {
            return new(0, 0);
        }

        var match = plain.Length > 20 ? Match.Empty : Shape().Match(plain);
        if (!match.Success)
        {
            return null;
        }

        var hour = Number(match.Groups["h"].Value);
        var minute = match.Groups["m"].Success ? Number(match.Groups["m"].Value) : 0;
        var half = match.Groups["half"].Value;
        if (half.Length == 0 && !match.Groups["m"].Success && !match.Groups["hrs"].Success)
        {
            return null;
        }

        if (half.Length > 0 && hour <= 12)
        {
            if (hour == 0)
            {
                return null;
            }

            hour = hour % 12 + (half[0] == 'p' ? 12 : 0);
        }
        else if (half is ['a', ..])
        {
            return null;
        }

        return hour < 24 && minute < 60 ? new(hour, minute) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:(?<h>\d{1,2})[:.h](?<m>\d{2})(?::\d{2})?|(?<h>\d{1,2})(?<m>\d{2})|(?<h>\d{1,2}))"
            + @"(?<half>[ap])?(?(half)\.?m\.?)(?<hrs>hrs?|hours|h)?\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
