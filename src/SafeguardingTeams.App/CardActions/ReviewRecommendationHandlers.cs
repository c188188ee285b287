using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewRecommendations;

namespace SafeguardingTeams.App.CardActions;

/// <summary>What a review recommends, and what the bodies it addresses answer (C18).</summary>
internal sealed class ReviewRecommendationHandlers(
    ReviewRecordDesk desk,
    ActionSources actions,
    CommandRunner commands,
    EarlierRecommendations earlier,
    PartnershipFile partnership
) : ICardHandlers
{
    private const string Body = "body";

    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.ReviewRecommendations, ReadAsync),
            On(
                Verbs.ReviewRecommend,
                new(Step.MakeReviewRecommendation, (p, file, _, filled) => RecommendationForms.Make(file, Agencies, filled, p.Context))
                {
                    IsOfOne = false,
                    Before = EarlierAsync,
                    Command = (p, file, _) =>
                        new MakeReviewRecommendation(file.Ref, Plan(p, null), p.Several("themes"), file.Plan!.Subjects) { Round = p.Round },
                    Says = "It is recorded.",
                }
            ),
            On(
                Verbs.ReviewRecommendChange,
                new(Step.ChangeReviewRecommendation, (p, file, there, filled) =>
                    RecommendationForms.Change(file, there!, Agencies, filled, p.Context)
                )
                {
                    Command = (p, file, there) =>
                        new ChangeReviewRecommendation(
                            file.Ref,
                            there!.Number,
                            Plan(p, there),
                            p.Several("themes"),
                            p.Input("reason"),
                            file.Plan!.Subjects
                        )
                        {
                            Seen = p.Seen,
                        },
                    Says = "It is changed.",
                }
            ),
            On(
                Verbs.ReviewRecommendBack,
                new(Step.TakeBackReviewRecommendation, (p, file, there, filled) =>
                    RecommendationForms.TakeBack(file, there!, filled, p.Context)
                )
                {
                    Command = (p, file, there) =>
                        new TakeBackReviewRecommendation(file.Ref, there!.Number, p.Input("reason")) { Seen = p.Seen },
                    Says = "It is taken back.",
                }
            ),
            On(
                Verbs.ReviewAnswer,
                new(Step.AnswerReviewRecommendation, (p, file, there, filled) =>
                    RecommendationForms.Answer(file, there!, filled, p.Context)
                )
                {
                    Wrong = p => [p.Input(Body).Length == 0 ? Wish.NoChoice(Body, "Choose whose answer it is.") : null, .. Wrong(p)],
                    Command = (p, file, there) =>
                        Answer(p, file.Ref, p.Input(Body), p.Input("verified")) is { } answer
                            ? answer with
                            {
                                // Of all answers together, on a card on which the body is chosen.
                                Seen = p.Seen == RecommendationForms.Answered(there!) ? there!.RoundOf(p.Input(Body)) : -1,
                            }
                            : null,
                    Says = "The answer is recorded.",
                }
            ),
            new(Verbs.ReviewTheirs, TheirsAsync),
        ];

    private IReadOnlyList<(string Id, string Name)> Agencies => [.. partnership.Agencies.Select(agency => (agency.Id, agency.Name))];

    private async Task<AdaptiveCard> ReadAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await desk.SeenAsync(invocation, cancellationToken) is { } file
            ? await DrawAsync(file, null, invocation, cancellationToken)
            : CaseHandlers.NotFound(invocation);

    private async Task<AdaptiveCard> DrawAsync(
        ReviewFile file,
        Notice? notice,
        CardInvocation invocation,
        CancellationToken cancellationToken,
        int? number = null
    ) =>
        RecommendationCard.Draw(
            file,
            number ?? invocation.Number(RecommendationCard.Number),
            await actions.AgreedFromAsync(file.Ref, invocation.Actor, cancellationToken),
            notice,
            invocation.Context
        );

    /// <summary>The agency's own answer: whose it is never stands on the card, it is who presses.</summary>
    private async Task<AdaptiveCard> TheirsAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var (actor, wrong) = (invocation.Actor, Wrong(invocation).OfType<Refusal>().ToList());
        if (!invocation.Does || invocation.Record is not { Kind: RecordKind.Review } record)
        {
            return await DrawnAsync(null, Filled.Nothing);
        }

        if (wrong.Count > 0 || Answer(invocation, record, actor.AgencyId, "") is not { } answer)
        {
            return await DrawnAsync(null, invocation.Filled(wrong));
        }

        return await commands.RunAsync(answer with { Seen = invocation.Seen }, invocation.CommandId, actor, cancellationToken) switch
        {
            Outcome.Done => await DrawnAsync(new(NoticeKind.Done, "Your agency's answer is recorded."), Filled.Nothing),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound) => CaseHandlers.NotFound(invocation),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.Overtaken) || refused.Reasons.Contains(Refusal.NotYours) =>
                await DrawnAsync(new(NoticeKind.Problem, refused.Reasons[0].Message), Filled.Nothing),
            Outcome.Refused refused => await DrawnAsync(null, invocation.Filled(refused.Reasons)),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };

        // Operations who are told in place of a member read it as the review has it.
        async Task<AdaptiveCard> DrawnAsync(Notice? notice, Filled filled) =>
            ReviewPermissions.IsMemberOf(actor, actor.AgencyId)
                ? await desk.TheirsAsync(invocation, notice, filled, cancellationToken, detail: false)
            : await desk.SeenAsync(invocation, cancellationToken) is { } file ? await DrawAsync(file, notice, invocation, cancellationToken)
            : await desk.TheirsAsync(invocation, notice, filled, cancellationToken, detail: false);
    }

    /// <summary>What is like one that could be entered now, until that was read (C24); nothing where none is.</summary>
    private async Task<AdaptiveCard?> EarlierAsync(
        CardInvocation invocation,
        ReviewFile file,
        ReviewCommand command,
        CancellationToken cancellationToken
    ) =>
        invocation.Key(LikeRecommendationsCard.Read).Length == 0
        && command is MakeReviewRecommendation make
        && await commands.WouldRefuseAsync(make, invocation.Actor, cancellationToken) is null
        && await earlier.OfAsync(make, invocation, cancellationToken) is { Count: > 0 } like
            ? LikeRecommendationsCard.Draw(file, like, invocation.Filled(), invocation.Context)
            : null;

    private CardHandler On(string verb, RecommendationStep step) =>
        new(verb, (invocation, cancellationToken) => AnswerAsync(invocation, step, cancellationToken));

    private async Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, RecommendationStep step, CancellationToken cancellationToken)
    {
        if (await desk.SeenAsync(invocation, cancellationToken) is not { } file)
        {
            return CaseHandlers.NotFound(invocation);
        }

        var there = file.Recommendations.Find(one => one.Number == invocation.Number(RecommendationCard.Number));
        if (step.IsOfOne && there is null)
        {
            return await DrawAsync(file, null, invocation, cancellationToken);
        }

        List<Refusal> wrong = invocation.Does ? [.. step.Wrong(invocation).OfType<Refusal>()] : [];
        if (!invocation.Does || wrong.Count > 0 || step.Command(invocation, file, there) is not { } command)
        {
            return
                (ReviewRules.Refuse(step.Step, file, invocation.Actor) ?? (there is { Stands: false } ? Refusal.Overtaken : null))
                    is { } refusal
                ? ReviewRecordCard.Draw(file, new(NoticeKind.Problem, refusal.Message), invocation.Context)
                : step.Draw(invocation, file, there, invocation.Filled(wrong));
        }

        if (step.Before is { } before && await before(invocation, file, command, cancellationToken) is { } card)
        {
            return card;
        }

        switch (await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken))
        {
            case Outcome.Done { Record: ReviewFile done }:
                return await DrawAsync(
                    done,
                    new(NoticeKind.Done, step.Says),
                    invocation,
                    cancellationToken,
                    step.IsOfOne ? null : done.Recommendations.Count
                );
            case Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound):
                return CaseHandlers.NotFound(invocation);
            case Outcome.Refused { Record: ReviewFile now } refused
                when !refused.Reasons.Contains(Refusal.Overtaken)
                    && ReviewRules.MayTake(step.Step, now, invocation.Actor)
                    && (!step.IsOfOne || now.Recommendation(there!.Number) is not null):
                return step.Draw(
                    invocation,
                    now,
                    step.IsOfOne ? now.Recommendation(there!.Number) : null,
                    invocation.Filled(refused.Reasons)
                );
            case Outcome.Refused { Record: ReviewFile now } refused:
                return await DrawAsync(now, new(NoticeKind.Problem, refused.Reasons[0].Message), invocation, cancellationToken);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    /// <summary>As it was typed; an agency that is not in the file any more may stay where it was addressed before.</summary>
    private RecommendationPlan Plan(CardInvocation invocation, ReviewRecommendation? before) =>
        new(
            invocation.Input("text"),
            invocation.Input("finding"),
            invocation.Input("wanted"),
            [
                .. invocation
                    .Several("bodies")
                    .Distinct()
                    .Select(id =>
                        partnership.Agencies.FirstOrDefault(agency => agency.Id == id) is { } agency
                            ? new AddressedBody(agency.Id, agency.Name)
                            : before?.Plan.Bodies.Find(body => body.AgencyId == id)
                    )
                    .OfType<AddressedBody>(),
            ],
            []
        );

    private static IEnumerable<Refusal?> Wrong(CardInvocation invocation) =>
        [
            invocation.Choice<RecommendationReply>("reply") is null ? Wish.NoChoice("reply", "Choose one.") : null,
            invocation.Day("date") is null ? Wish.NoDay() : null,
        ];

    private static AnswerReviewRecommendation? Answer(CardInvocation invocation, RecordRef review, string agency, string verified) =>
        invocation.Choice<RecommendationReply>("reply") is { } reply && invocation.Day("date") is { } day
            ? new(review, invocation.Number(RecommendationCard.Number), agency, reply, invocation.Input("because"), day, verified)
            : null;

    /// <summary>One card of a recommendation: its step, how it is drawn, and what it does when it is sent.</summary>
    private sealed record RecommendationStep(Step Step, Func<CardInvocation, ReviewFile, ReviewRecommendation?, Filled, AdaptiveCard> Draw)
    {
        internal required Func<CardInvocation, ReviewFile, ReviewRecommendation?, ReviewCommand?> Command { get; init; }

        internal required string Says { get; init; }

        /// <summary>Whether it is about one that is there.</summary>
        internal bool IsOfOne { get; init; } = true;

        /// <summary>What is to be read before it is done; null where nothing is.</summary>
        internal Func<CardInvocation, ReviewFile, ReviewCommand, CancellationToken, Task<AdaptiveCard?>>? Before { get; init; }

        internal Func<CardInvocation, IEnumerable<Refusal?>> Wrong { get; init; } = _ => [];
    }
}
