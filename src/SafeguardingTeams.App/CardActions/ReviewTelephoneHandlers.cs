using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ReviewTelephone;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.ReviewTelephone;

namespace SafeguardingTeams.App.CardActions;

/// <summary>A lead's answer on a review by telephone, as operations record it (PD8).</summary>
internal sealed class ReviewTelephoneHandlers(ReviewRecordDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            desk.On(
                Verbs.ReviewLeadsTelephone,
                new(Step.RecordReviewLeadsAnswer, LeadsTelephoneCard.Draw)
                {
                    Wrong = p =>
                        [
                            p.Key("agrees") is "yes" or "no" ? null : Wish.NoChoice("reason", "Choose one of the two."),
                            p.Choice<Role>("lead") is null ? Wish.NoChoice("lead", "Choose whose answer it is.") : null,
                            p.Day("date") is null ? Wish.NoDay() : null,
                        ],
                    Command = p =>
                        p.Choice<Role>("lead") is { } lead && p.Day("date") is { } day
                            ? new RecordReviewLeadsAnswer(
                                p.Record!.Value,
                                lead,
                                p.Key("agrees") == "yes",
                                p.Input("reason"),
                                new(p.Input("given"), day, p.Input("verified"))
                            )
                            : null,
                    Says = _ => "It is recorded, and the lead is told.",
                }
            ),
        ];
}
