using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Figures;

/// <summary>A figure of a year's report that is fixed, and what it would be today (E24).</summary>
/// <param name="Year">The year of that report.</param>
public sealed record Correction(int Year, string Table, string Row, string Column, int Issued, int Now)
{
    /// <summary>
    /// What hangs on how a record stands today, and not on what happened in the year: more time agreed since, another reason given since.
    /// It is told as it was, and not compared.
    /// </summary>
    private static readonly ImmutableHashSet<(string Table, string? Row)> AsItWas =
    [
        ("agreed-actions", "late"),
        ("agencies", null),
        ("review-delays", null),
    ];

    /// <summary>What differs; what is hidden is not compared, since the difference would tell of it (E25).</summary>
    /// <param name="issued">As it was issued.</param>
    /// <param name="now">The same counted today.</param>
    public static IEnumerable<Correction> Between(int year, ImmutableList<Figure> issued, ImmutableList<Figure> now)
    {
        var (was, today) = (Compared(issued), Compared(now));
        return was
            .Keys.Union(today.Keys)
            .Select(key => (key, Was: was.GetValueOrDefault(key), Now: today.GetValueOrDefault(key)))
            .Where(one => one.Was != one.Now)
            .Select(one => new Correction(year, one.key.Table, one.key.Row, one.key.Column, one.Was, one.Now));
    }

    private static Dictionary<(string Table, string Row, string Column), int> Compared(ImmutableList<Figure> figures) =>
        figures
            .Where(one =>
                one is { Count: not null, Table: not "themes" }
                && !AsItWas.Contains((one.Table, one.Row))
                && !AsItWas.Contains((one.Table, null))
            )
            .ToDictionary(one => (one.Table, one.Row, one.Column), one => one.Count!.Value);
}
