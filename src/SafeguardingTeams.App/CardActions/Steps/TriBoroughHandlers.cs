using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.TriBorough;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.TriBorough;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>What went to the TriBorough group, and what came back (E23).</summary>
internal sealed class TriBoroughHandlers(LearningDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            desk.On(
                Verbs.LearningTriBoroughSent,
                new(Step.SendToTriBorough, TriBoroughCards.Sent)
                {
                    Wrong = NoDay,
                    Command = p =>
                        Said(p) is { } sent
                            ? new SendToTriBorough(p.Record!.Value, sent, p.Input("reason"), p.Again) { Seen = p.Seen }
                            : null,
                    Says = _ => "Recorded. What comes back is recorded here too.",
                }
            ),
            desk.On(
                Verbs.LearningTriBoroughAnswer,
                new(Step.RecordTriBoroughAnswer, TriBoroughCards.Answer)
                {
                    Wrong = NoDay,
                    Command = p =>
                        Said(p) is { } answer
                            ? new RecordTriBoroughAnswer(p.Record!.Value, answer, p.Input("reason"), p.Again) { Seen = p.Seen }
                            : null,
                    Says = _ => "Recorded.",
                }
            ),
        ];

    private static Refusal?[] NoDay(CardInvocation p) => [p.Day("date") is null ? Wish.NoDay() : null];

    private static OnADay? Said(CardInvocation p) => p.Day("date") is { } day ? new(p.Input("what"), day) : null;
}
