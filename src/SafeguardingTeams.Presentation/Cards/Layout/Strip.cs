using System.Globalization;
using AdaptiveCards;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>How far a case is: numbers in a row, what is done, now and to come by tint, and the same in a sentence.</summary>
internal static class Strip
{
    /// <summary>More do not fit beside each other on a phone.</summary>
    private const int Most = 7;

    /// <summary>Draws it.</summary>
    /// <param name="steps">The names of all steps, in order.</param>
    /// <param name="now">The step the case is at, from 1.</param>
    internal static IEnumerable<Element> Of(IReadOnlyList<string> steps, int now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps.Count, Most);
        ArgumentOutOfRangeException.ThrowIfNotEqual(now, Math.Clamp(now, 1, steps.Count));
        return
        [
            new ColumnSet([.. Enumerable.Range(1, steps.Count).Select(step => Cell(step, now))]) { Spacing = "medium" },
            Text(
                Small($"Step {Number(now)} of {Number(steps.Count)}: "),
                Small(steps[now - 1]) with
                {
                    Weight = "bolder",
                },
                Small(now < steps.Count ? $". Next: {steps[now]}." : ". It is the last.")
            ) with
            {
                Spacing = "small",
            },
        ];
    }

    private static Column Cell(int step, int now) =>
        new([
            Text(new TextRun(Number(step)) { Size = "small", Weight = step == now ? "bolder" : null }) with
            {
                HorizontalAlignment = "center",
            },
        ])
        {
            Width = ColumnWidth.Weight(1),
            Spacing = "small",
            Style =
                step < now ? "good"
                : step == now ? "accent"
                : "emphasis",
        };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
