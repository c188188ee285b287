using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>
/// The key by which a card that compares detail by detail says whom and what each of its boxes asks about: what comes back goes to a
/// row only where that still asks the same about the same person (B4).
/// </summary>
public static class AskedRows
{
    /// <summary>The key of the card's buttons.</summary>
    public const string Key = "asks";

    private const int Characters = 10;

    /// <summary>Its value: each row shown, with a short sum of person, detail and what we hold.</summary>
    /// <param name="all">All rows of the page, by which a person is known.</param>
    /// <param name="shown">The rows on the card.</param>
    public static string Value(ImmutableList<AnswerRow> all, IEnumerable<AnswerRow> shown) =>
        string.Join(' ', shown.Select(row => One(all, row)));

    /// <summary>Whether a card asked about this row as it is now.</summary>
    /// <param name="value">The value of the card's key.</param>
    /// <param name="all">All rows of the page as they are now.</param>
    public static bool Has(string value, ImmutableList<AnswerRow> all, AnswerRow row) => value.Split(' ').Contains(One(all, row));

    private static string One(ImmutableList<AnswerRow> all, AnswerRow row)
    {
        var said = string.Join(
            '\n',
            new[] { PrefilledReturn.Whom(all, row), row[Page.Matching.Detail], row[Page.Matching.Given] }.Select(text =>
                $"{text.Length}:{text}"
            )
        );
        return $"{row.Id}={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..Characters]}";
    }
}
