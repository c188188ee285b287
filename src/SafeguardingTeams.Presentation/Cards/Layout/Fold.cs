using System.Collections.Immutable;
using AdaptiveCards;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>A part of a card that is folded away at first: never anything that is asked of the reader.</summary>
/// <param name="Id">Unique in the card.</param>
/// <param name="Title">True whether it is open or not: "What is done (8)".</param>
/// <param name="Inside">What it opens.</param>
internal sealed record Fold(string Id, string Title, ImmutableList<Element> Inside)
{
    /// <summary>Stands before and outside the part.</summary>
    internal ActionToggleVisibility Button => new(Title, [Id]);

    /// <summary>What it opens, below the button.</summary>
    internal Container Part =>
        new(Inside)
        {
            Id = Id,
            IsVisible = false,
            Spacing = "small",
        };
}
