using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>One part of a bar.</summary>
/// <param name="Days">How many working days.</param>
/// <param name="Words">What they are: "used", "planned", "spare".</param>
/// <param name="Tint">The column's style: accent for what is used, emphasis for what is to come, good for what is spare.</param>
internal sealed record BarPart(int Days, string Words, string Tint);

/// <summary>A clock as a bar of working days: numbers in the bar, the words below it in the same order, a date at both ends.</summary>
internal static class Bar
{
    /// <summary>Draws it.</summary>
    internal static IEnumerable<Element> Of(ImmutableList<BarPart> parts, string from, string to) =>
        [
            new ColumnSet([
                .. Joined(parts)
                    .Select(part => new Column([Text(Number(part.Number)) with { HorizontalAlignment = "center" }])
                    {
                        Width = ColumnWidth.Weight(part.Days),
                        Spacing = "none",
                        Style = part.Tint,
                    }),
            ])
            {
                Spacing = "small",
            },
            Text([
                .. parts.SelectMany(
                    (part, i) =>
                        new[]
                        {
                            Number(Written(part.Days)),
                            new TextRun($" {part.Words}{(i + 1 < parts.Count ? ", " : "")}") { Size = "small" },
                        }
                ),
            ]) with
            {
                Spacing = "small",
            },
            new ColumnSet([
                new([Text(Small(from))]) { Width = ColumnWidth.Stretch },
                new([Text(Small(to)) with { HorizontalAlignment = "right" }]) { Width = ColumnWidth.Auto },
            ])
            {
                Spacing = "small",
            },
        ];

    /// <summary>
    /// A part too narrow for its number, less than 2 days of 15, is drawn with the part after it, or before it where it is the last.
    /// </summary>
    private static List<(int Days, string Number, string Tint)> Joined(ImmutableList<BarPart> parts)
    {
        var total = parts.Sum(part => part.Days);
        bool IsNarrow(int days) => days * 15 < total * 2;
        var drawn = new List<(int Days, string Number, string Tint)>();
        foreach (var part in parts.Where(part => part.Days > 0))
        {
            if (drawn is [.., var last] && (IsNarrow(last.Days) || IsNarrow(part.Days) && part == parts.FindLast(one => one.Days > 0)))
            {
                drawn[^1] = (last.Days + part.Days, $"{last.Number} + {Written(part.Days)}", last.Days < part.Days ? part.Tint : last.Tint);
            }
            else
            {
                drawn.Add((part.Days, Written(part.Days), part.Tint));
            }
        }

        return drawn;
    }

    private static TextRun Number(string number) => new(number) { Size = "small", Weight = "bolder" };

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
