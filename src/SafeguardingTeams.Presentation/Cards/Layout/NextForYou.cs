using AdaptiveCards;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>The one tinted block of a card: what is asked of the reader, by when, and the button that does it.</summary>
internal static class NextForYou
{
    /// <summary>Nothing is amiss.</summary>
    internal static Container Block(string ask, string? by, string why, params IEnumerable<CardButton> buttons) =>
        Of("accent", ask, by, why, buttons);

    /// <summary>Something is late, or the meeting is in doubt.</summary>
    internal static Container InTrouble(string ask, string by, string why, params IEnumerable<CardButton> buttons) =>
        Of("warning", ask, by, why, buttons);

    private static Container Of(string style, string ask, string? by, string why, IEnumerable<CardButton> buttons) =>
        new([
            Text(Bold($"Next for you: {ask}{(by is null ? "" : $", by {by}")}")),
            Text(Plain(why)) with
            {
                Spacing = "small",
            },
            new ActionSet([.. buttons]) { Spacing = "medium" },
        ])
        {
            Style = style,
            Spacing = "medium",
        };
}
