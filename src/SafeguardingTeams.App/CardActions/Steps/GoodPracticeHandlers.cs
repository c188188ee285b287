using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.GoodPractice;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Good practice is fed back to the practitioner's manager, or it is recorded why not (E22).</summary>
internal sealed class GoodPracticeHandlers(LearningDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            desk.On(
                Verbs.LearningFedBack,
                new(Step.FeedGoodPracticeBack, GoodPracticeCards.Draw)
                {
                    Wrong = p =>
                        [
                            p.Input("fedback") is GoodPracticeCards.Told or GoodPracticeCards.NotTold ? null : Wish.NoChoice("fedback"),
                            p.Input("fedback") == GoodPracticeCards.Told && p.Day("date") is null ? Wish.NoDay() : null,
                        ],
                    Command = p => new FeedGoodPracticeBack(
                        p.Record!.Value,
                        p.Input("fedback") == GoodPracticeCards.Told && p.Day("date") is { } day
                            ? new(new ManagerTold(p.Input("who"), day, p.Input("how")), "")
                            : new(null, p.Input("whynot")),
                        p.Input("reason"),
                        p.Again
                    )
                    {
                        Seen = p.Seen,
                    },
                    Says = file =>
                        file.FedBack is { Told: not null }
                            ? "Recorded: the manager was told."
                            : "Recorded: nobody is told. Your reason is on the record.",
                }
            ),
        ];
}
