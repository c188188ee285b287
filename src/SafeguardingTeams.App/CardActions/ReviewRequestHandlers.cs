using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewRequests;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.ReviewRequests;

namespace SafeguardingTeams.App.CardActions;

/// <summary>What is asked of reviewer and independent Chair in writing, and what came back (C11).</summary>
internal sealed class ReviewRequestHandlers(ReviewRecordDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            desk.On(
                Verbs.ReviewAskInWriting,
                new(Step.AskInWriting, WrittenRequestCards.Ask)
                {
                    Wrong = p =>
                        [
                            p.Choice<ReviewPersonRole>("role") is null ? Wish.NoChoice("role", "Choose one.") : null,
                            p.Choice<WrittenWish>("wish") is null ? Wish.NoChoice("wish", "Choose one.") : null,
                            p.Day("date") is null ? Wish.NoDay() : null,
                            p.Day("until") is null ? Wish.NoDay("until") : null,
                        ],
                    Command = p =>
                        p.Choice<ReviewPersonRole>("role") is { } role
                        && p.Choice<WrittenWish>("wish") is { } wish
                        && p.Day("date") is { } day
                        && p.Day("until") is { } until
                            ? new AskInWriting(p.Record!.Value, role, wish, p.Input("text"), day, p.Input("how"), until)
                            : null,
                    Says = _ => "It is recorded. Record what comes back; you are reminded of the day.",
                }
            ),
            desk.On(
                Verbs.ReviewCameBack,
                new(Step.RecordWhatCameBack, WrittenRequestCards.CameBack)
                {
                    Wrong = p =>
                        [
                            Which(p) > 0 ? null : Wish.NoChoice("which", "Choose one."),
                            p.Input("came") is "yes" or "no" ? null : Wish.NoChoice("came", "Choose yes or no."),
                            p.Day("date") is null ? Wish.NoDay() : null,
                        ],
                    Command = p =>
                        p.Day("date") is { } day
                            ? new RecordWhatCameBack(p.Record!.Value, Which(p), p.Input("came") == "yes", day, p.Input("text"))
                            : null,
                    Says = _ => "It is recorded.",
                }
            ),
        ];

    private static int Which(CardInvocation p) =>
        int.TryParse(
            p.Input("which"),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 0;
}
