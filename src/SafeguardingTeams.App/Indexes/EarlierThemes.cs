using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// The partnership's own earlier cases with the same themes, for the criterion of recurrent themes (B16): references and themes,
/// nothing else of them.
/// </summary>
public sealed class EarlierThemes(IRows rows)
{
    private const int Shown = 10;

    /// <summary>Those that share a theme with what is typed; where nothing is typed yet, the latest ones, to choose words from.</summary>
    internal async Task<IReadOnlyList<string>> OfAsync(CaseId id, Answers record, CancellationToken cancellationToken)
    {
        var typed = Tags(new ReportAnswers(record).Themes).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. (await rows.ReadAsync(Keys.Themes, cancellationToken))
                .Where(row => row["case"] != id.Value && (typed.Count == 0 || Tags(row["themes"]).Any(typed.Contains)))
                .OrderByDescending(row => row["agreed"], StringComparer.Ordinal)
                .Take(Shown)
                .Select(row => $"{row["case"]}, {Day(row["agreed"])}: {row["themes"]}"),
        ];
    }

    private static IEnumerable<string> Tags(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Day(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
