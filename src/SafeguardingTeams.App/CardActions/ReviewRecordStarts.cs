using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewDecision;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Proposing or beginning a review from what it is about, and the list of reviews (C1 to C3, C8).</summary>
internal sealed class ReviewRecordStarts(
    IRows rows,
    ActionDesk actions,
    CaseHandlers cases,
    LearningDesk learning,
    DraftStore drafts,
    CommandRunner commands,
    Partnership partnership
) : ICardHandlers
{
    private static readonly Refusal NoReference = new(
        "no-reference",
        "One of these is no reference of a case or of a referral for practice learning that you can open. Correct it, or leave it out.",
        "subjects"
    );

    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [new(Verbs.ReviewPropose, ProposeAsync), new(Verbs.ReviewList, ListAsync)];

    private async Task<AdaptiveCard> ProposeAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        RecordFile? source = invocation.Record switch
        {
            { Kind: RecordKind.Case } => await cases.SeenAsync(invocation, cancellationToken),
            { Kind: RecordKind.Learning } => await learning.SeenAsync(invocation, cancellationToken),
            _ => null,
        };
        if (source is null && (invocation.Record is not null || !invocation.Actor.Roles.Any(role => role is Role.Operations or Role.Chair)))
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (source?.Refuse(Step.ProposeReview, invocation.Actor) is { } refusal)
        {
            return await BackAsync(source, new(NoticeKind.Problem, refusal.Message), invocation, cancellationToken);
        }

        var chosen = invocation.KeyOf<ReviewKind>(ProposeReviewCard.Kind) ?? invocation.Choice<ReviewKind>(ProposeReviewCard.Kind);
        if (chosen is not { } kind || (source is null && kind.IsDecidedByLeads()))
        {
            return ProposeReviewCard.Choose(source?.Ref, Filled.Nothing, invocation.Context);
        }

        // Two who propose the same review at once, or by a card of before, mean the same one: the second is told of the first.
        var seen = invocation.Does || source is null ? invocation.Seen : await ReviewsOfAsync(source.Ref, cancellationToken);
        AdaptiveCard Form(Filled filled) =>
            ProposeReviewCard.Draw(source?.Ref, kind, seen, actions.Choices(invocation.Context), filled, invocation.Context);
        if (!invocation.Does)
        {
            // From a theme's page it brings along what it is about.
            return Form(invocation.Filled());
        }

        var typed = invocation.Several("subjects").Select(one => References.In(one, partnership.Code).ToList()).ToList();
        if (typed.Exists(one => one.Count == 0 || one.Exists(record => record.Kind is not (RecordKind.Case or RecordKind.Learning))))
        {
            return Form(invocation.Filled(NoReference));
        }

        var wish = source is null ? invocation.CommandId : $"{source.Ref}|{kind}|{seen}";
        var command = new ProposeReview(
            drafts.ReviewFrom($"review|{wish}"),
            new(
                kind,
                [.. source is null ? ImmutableList<RecordRef>.Empty : [source.Ref], .. typed.SelectMany(one => one).Distinct()],
                invocation.Input("title"),
                invocation.Choices<ReviewCriterion>("measures"),
                invocation.Input("grounds"),
                invocation.Input("instead")
            )
            {
                From = kind.IsFromOutside() ? new(invocation.Input("whose"), invocation.Input("theirs"), invocation.Input("link")) : null,
            },
            actions.Owner(invocation),
            invocation.Day("date"),
            invocation.Day("due")
        );
        return await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken) switch
        {
            Outcome.Done done => ReviewRecordDesk.Done((ReviewFile)done.Record, Says((ReviewFile)done.Record), invocation),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound) => Form(invocation.Filled(NoReference)),
            Outcome.Refused { Record: ReviewFile { Stage: not ReviewStage.NotStarted } there } => ReviewRecordCard.Draw(
                there,
                new(NoticeKind.Problem, "Somebody has proposed this review meanwhile. Nothing more was recorded."),
                invocation.Context
            ),
            Outcome.Refused refused => Form(invocation.Filled(refused.Reasons)),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }

    private static string Says(ReviewFile file) =>
        file.Stage == ReviewStage.Proposed ? "It is proposed. The three leads are asked." : "It has begun, and whoever sees to it is told.";

    private async Task<int> ReviewsOfAsync(RecordRef source, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(Keys.LinksOf(source), cancellationToken)).Count(row =>
            RecordRef.TryParse(row["record"]) is { Kind: RecordKind.Review }
        );

    private async Task<AdaptiveCard> BackAsync(
        RecordFile source,
        Notice notice,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        source is LearningFile file
            ? LearningCard.Draw(file, notice, invocation.Context)
            : await cases.DrawAsync(invocation, (CaseFile)source, notice, cancellationToken);

    /// <summary>The open reviews this person has a part in.</summary>
    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!ReviewPermissions.SeesAll(invocation.Actor))
        {
            return CaseHandlers.NotFound(invocation);
        }

        var open = await rows.ReadAsync(Keys.OpenOf(RecordKind.Review), cancellationToken);
        return ReviewListCard.Draw(
            [.. ReviewRecordRows.Seen(open, invocation.Actor).Select(row => Line(row, invocation.Context.Today))],
            invocation.Page,
            invocation.Context
        );
    }

    private static ReviewLine Line(Row row, DateOnly today)
    {
        var due = DateOnly.TryParseExact(row["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : (DateOnly?)null;
        return new(
            RecordRef.Parse(row["record"]),
            Enum.Parse<ReviewKind>(row["kind"]),
            Enum.Parse<ReviewStage>(row["stage"]),
            due,
            due < today
        );
    }
}
