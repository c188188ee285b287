using AdaptiveCards;

namespace SafeguardingTeams.App.CardActions;

/// <summary>What is done for one verb.</summary>
/// <param name="Verb">One of <see cref="Presentation.Cards.Verbs"/>.</param>
/// <param name="AnswerAsync">Does it, and draws the next card.</param>
internal sealed record CardHandler(string Verb, Func<CardInvocation, CancellationToken, Task<AdaptiveCard>> AnswerAsync)
{
    /// <summary>The card behind it, where it is one that <see cref="StepRunner"/> opens, draws and sends.</summary>
    internal Func<CardInvocation, StepCard>? Card { get; init; }
}

/// <summary>
/// The verbs of one family, with what each does. Every class that implements this is found at start; there is no list to add it to.
/// </summary>
internal interface ICardHandlers
{
    /// <summary>Its verbs. Each stands in one family only.</summary>
    IEnumerable<CardHandler> Handlers { get; }
}
