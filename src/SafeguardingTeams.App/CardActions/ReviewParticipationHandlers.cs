using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewParticipation;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.ReviewParticipation;

namespace SafeguardingTeams.App.CardActions;

/// <summary>The part of child, family and practitioners in a review on its cards (C13, E9).</summary>
internal sealed class ReviewParticipationHandlers(ReviewRecordDesk desk) : ICardHandlers
{
    private static readonly string[] Days = ["offered", "contributed", "draft", "told"];

    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.ReviewParticipation, (p, cancellationToken) =>
                desk.ReadAsync(p, (file, context) => ParticipationCards.Open(file, Number(p) ?? 0, null, context), cancellationToken)
            ),
            new(Verbs.ReviewParticipationKeep, KeepAsync),
        ];

    private Task<AdaptiveCard> KeepAsync(CardInvocation p, CancellationToken cancellationToken) =>
        desk.AnswerAsync(
            p,
            new(Step.KeepParticipation, (file, filled, context) => ParticipationCards.Keep(file, Number(p), filled, context))
            {
                Wrong = _ =>
                    [
                        p.Choice<ParticipantKind>("sort") is null ? Wish.NoChoice("sort", "Choose one.") : null,
                        p.Choice<ParticipationAnswer>("answer") is null ? Wish.NoChoice("answer", "Choose one.") : null,
                        // A day that is no day is not taken for none.
                        .. Days.Select(day => p.Input(day).Length > 0 && p.Day(day) is null ? Wish.NoDay(day) : null),
                    ],
                Command = _ =>
                    p.Choice<ParticipantKind>("sort") is { } kind && p.Choice<ParticipationAnswer>("answer") is { } answer
                        ? new KeepParticipation(
                            p.Record!.Value,
                            Number(p),
                            new(
                                kind,
                                p.Input("who"),
                                p.Input("decided"),
                                p.Day("offered"),
                                p.Input("firsttold"),
                                p.Input("support"),
                                answer,
                                p.Day("contributed"),
                                p.Day("draft"),
                                p.Input("said"),
                                p.Input("called"),
                                p.Input("perspective"),
                                p.Day("told")
                            ),
                            p.Input("reason")
                        )
                        : null,
                Then = (file, context) =>
                    ParticipationCards.Open(
                        file,
                        Number(p) ?? file.Participants.Count,
                        new(NoticeKind.Done, "It is recorded. Nobody is written to."),
                        context
                    ),
            },
            cancellationToken
        );

    /// <summary>Whose; null for somebody who is not recorded yet.</summary>
    private static int? Number(CardInvocation p) => p.Number(ParticipationCards.Number) is > 0 and var number ? number : null;
}
