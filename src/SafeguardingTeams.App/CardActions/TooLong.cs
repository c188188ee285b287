using AdaptiveCards;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.CardActions;

/// <summary>One answer as it came from a card.</summary>
internal sealed record TypedAnswer(Question Question, string Text);

/// <summary>Nothing is saved that could not be shown again whole (ADR 18).</summary>
internal static class TooLong
{
    /// <summary>Refuses answers beyond their limit that make their page larger than a card can be.</summary>
    /// <param name="page">Draws the page they would stand on.</param>
    /// <exception cref="TooLongException">They do.</exception>
    internal static void RefuseUnlessShown(IReadOnlyList<TypedAnswer> typed, Func<AdaptiveCard> page)
    {
        var beyond = typed.Where(answer => answer.Text.Length > Limit(answer.Question)).ToList();
        if (beyond.Count > 0 && !Shortening.IsWhole(page()))
        {
            var which = beyond.Select(answer =>
                $"\u201c{answer.Question.Label}\u201d has {answer.Text.Length} characters and can have {Limit(answer.Question)}."
            );
            throw new TooLongException(
                $"Not saved yet, because it is too long. {string.Join(" ", which)} "
                    + "What you typed is still here: shorten it, then press the button again."
            );
        }
    }

    private static int Limit(Question question) =>
        question.Kind switch
        {
            AnswerKind.Text text => text.MaxLength,
            AnswerKind.Line line => line.MaxLength,
            _ => int.MaxValue,
        };
}
