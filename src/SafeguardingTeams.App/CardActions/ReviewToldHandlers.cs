using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.ReviewTold;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Letters about a review to national bodies: mailed from here, or recorded as sent (C8, C9, C15, C17).</summary>
internal sealed class ReviewToldHandlers(ReviewRecordDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            desk.On(
                Verbs.ReviewTell,
                new(Step.RecordBodyTold, ReviewToldCard.Draw)
                {
                    Wrong = p =>
                        [
                            ReviewToldCard.Chosen(p.Input("body")) is not { } told ? Wish.NoChoice("body", "Choose who is told.")
                            : IsMailed(p) && ReviewToldCard.Address(told.Of, told.Body, p.Context.Words) is null
                                ? new("not-checked", "This one is for you to send: open the letter, send it, then record how.", "body")
                            : null,
                            !IsMailed(p) && p.Day("date") is null ? Wish.NoDay() : null,
                            !IsMailed(p) && p.Input("ours") is not ("yes" or "no")
                                ? Wish.NoChoice("ours", "Choose whether it was the letter from here.")
                                : null,
                        ],
                    Command = p =>
                        ReviewToldCard.Chosen(p.Input("body")) is not { } told ? null
                        : IsMailed(p) ? Mailed(p, told)
                        : p.Day("date") is { } day
                            ? new RecordBodyTold(p.Record!.Value, told.Of, told.Body, day, p.Input("how"), p.Input("ours") == "yes")
                        : null,
                    Says = _ => "It is recorded. A letter that went from here is kept as it went.",
                }
            ),
        ];

    private static bool IsMailed(CardInvocation p) => p.Key(ReviewToldCard.Mail) == "yes";

    /// <summary>Mailed today to the address the partnership has checked, whatever the card says.</summary>
    private static RecordBodyTold? Mailed(CardInvocation p, (TellingOf Of, OutsideBody Body) told) =>
        ReviewToldCard.Address(told.Of, told.Body, p.Context.Words) is { } to
            ? new(
                p.Record!.Value,
                told.Of,
                told.Body,
                p.Context.Today,
                $"By email from the operational team's mailbox, to {to.Email}.",
                IsOurLetter: true,
                to.Email
            )
            : null;
}
