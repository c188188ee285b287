using System.Text.RegularExpressions;
using PhoneNumbers;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Presentation.Typing;

/// <summary>
/// Telephone numbers as people type or paste them, several with "or" between. A text that holds real numbers and nothing else is kept as
/// numbers are written; everything else stays as typed, without what nobody sees.
/// </summary>
public static partial class TelephoneNumbers
{
    private const string Region = "GB";
    private const int LongestRead = 200,
        British = 44;

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    public static string Clean(string typed)
    {
        var plain = Scheme().Replace(Typed.Plain(typed), "");
        if (plain.Length > LongestRead)
        {
            return typed;
        }

        var found = Numbers.FindNumbers(plain, Region, PhoneNumberUtil.Leniency.VALID, 10).ToList();
        var beside = Enumerable.Reverse(found).Aggregate(plain, (rest, match) => rest.Remove(match.Start, match.Length));
        return found.Count == 0 || !Between().IsMatch(beside) ? typed : string.Join(" or ", found.Select(match => Written(match.Number)));
    }

    private static string Written(PhoneNumber number) =>
        Numbers.Format(number, number.CountryCode == British ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);

    [GeneratedRegex(@"^tel:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    /// <summary>What may stand between numbers and says nothing.</summary>
    [GeneratedRegex(@"^(?:[\s/;,.:|&]|or|and|tel:?)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
