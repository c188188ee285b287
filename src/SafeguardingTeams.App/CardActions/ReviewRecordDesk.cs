using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewDetails;
using SafeguardingTeams.Presentation.Steps.ReviewPapers;
using SafeguardingTeams.Presentation.Steps.ReviewRecommendations;

namespace SafeguardingTeams.App.CardActions;

/// <summary>One card of a review: the step it takes, how it is drawn, and what it does when it is sent.</summary>
/// <param name="Draw">The card, with what was typed and what was wrong with it.</param>
internal sealed record ReviewRecordStep(Step Step, Func<ReviewFile, Filled, CardContext, AdaptiveCard> Draw)
{
    /// <summary>What was sent; null where what is wrong with it keeps it from being understood.</summary>
    internal required Func<CardInvocation, ReviewCommand?> Command { get; init; }

    /// <summary>What was sent, with what has to be read for it.</summary>
    internal Func<ReviewCommand, CancellationToken, Task<ReviewCommand>> Read { get; init; } = (command, _) => Task.FromResult(command);

    /// <summary>What is wrong with what was typed, where it cannot be understood.</summary>
    internal Func<CardInvocation, IEnumerable<Refusal?>> Wrong { get; init; } = _ => [];

    /// <summary>What is said when it is done.</summary>
    internal Func<ReviewFile, string> Says { get; init; } = _ => "Saved.";

    /// <summary>The card that is shown once it is done, where that is not the review.</summary>
    internal Func<ReviewFile, CardContext, AdaptiveCard>? Then { get; init; }
}

/// <summary>
/// Reads a review that follows a case, a referral or a theme, draws its cards and sends what they ask for. Whoever may not is shown what
/// they may see and why, or told the same words as where there is none (F2).
/// </summary>
public sealed class ReviewRecordDesk(IRows rows, CommandRunner commands, ReadAudit audit)
{
    /// <summary>A verb whose card is drawn, understood and answered in this way.</summary>
    internal CardHandler On(string verb, ReviewRecordStep step) =>
        new(verb, (invocation, cancellationToken) => AnswerAsync(invocation, step, cancellationToken));

    /// <summary>The review, if this person has a part in it; the reading is recorded.</summary>
    internal async Task<ReviewFile?> SeenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            // From a list it is chosen, and not pressed.
            (invocation.Record ?? RecordRef.TryParse(invocation.Input("which")))
                is not { Kind: RecordKind.Review } record
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not ReviewFile file
            || !ReviewPermissions.Sees(file, invocation.Actor)
        )
        {
            return null;
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        return file;
    }

    /// <summary>Opens it.</summary>
    internal async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is { } file
            ? ReviewRecordCard.Draw(file, null, invocation.Context)
            : await TheirsAsync(invocation, null, Filled.Nothing, cancellationToken);

    /// <summary>Opens a card of it that only shows.</summary>
    internal async Task<AdaptiveCard> ReadAsync(
        CardInvocation invocation,
        Func<ReviewFile, CardContext, AdaptiveCard> draw,
        CancellationToken cancellationToken
    ) => await SeenAsync(invocation, cancellationToken) is { } file ? draw(file, invocation.Context) : CaseHandlers.NotFound(invocation);

    /// <summary>
    /// What a review recommends to this person's agency, or asks of it, and nothing else of it; where nothing is, the same words as where
    /// there is no review (C18, C23, F2). The reading is recorded.
    /// </summary>
    /// <param name="detail">Whether it is what is asked of it; null where that is not said.</param>
    internal async Task<AdaptiveCard> TheirsAsync(
        CardInvocation invocation,
        Notice? notice,
        Filled filled,
        CancellationToken cancellationToken,
        bool? detail = null
    )
    {
        if (
            invocation.Record is not { Kind: RecordKind.Review } record
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not ReviewFile file
        )
        {
            return CaseHandlers.NotFound(invocation);
        }

        // What somebody is appointed to read comes before what their agency is asked (C9).
        if (detail is null && ReviewPermissions.PartsOf(file, invocation.Actor).Any())
        {
            return await PapersAsync(invocation, file, cancellationToken);
        }

        var (theirs, asked) = (
            ReviewPermissions.RecommendationsOf(file, invocation.Actor).ToList(),
            ReviewPermissions.DetailsOf(file, invocation.Actor).ToList()
        );
        if (theirs.Count == 0 && asked.Count == 0)
        {
            return CaseHandlers.NotFound(invocation);
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        // Opened from a list or a link: what is asked for and waits comes first.
        var drawsDetail = asked.Count > 0 && (theirs.Count == 0 || (detail ?? (!file.IsOver && asked.Exists(one => one.IsOpen))));
        return drawsDetail
            ? TheirDetailCard.Draw(file, asked, invocation.Number(TheirDetailCard.Number), notice, filled, invocation.Context)
            : TheirRecommendationCard.Draw(file, theirs, invocation.Number(RecommendationCard.Number), notice, filled, invocation.Context);
    }

    /// <summary>
    /// The papers that are agreed for this person, and nothing else of the review; where they read none, the same words as where there is
    /// no review (C9, F2). The reading is recorded.
    /// </summary>
    internal async Task<AdaptiveCard> PapersAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        invocation.Record is { Kind: RecordKind.Review } record
        && (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is ReviewFile file
        && ReviewPermissions.PartsOf(file, invocation.Actor).Any()
            ? await PapersAsync(invocation, file, cancellationToken)
            : CaseHandlers.NotFound(invocation);

    private async Task<AdaptiveCard> PapersAsync(CardInvocation invocation, ReviewFile file, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        return TheirPapersCard.Draw(
            file,
            [.. ReviewPermissions.PartsOf(file, invocation.Actor).Select(person => person.Who.Role).Distinct()],
            invocation.Page,
            invocation.Number(TheirPapersCard.TermsPage),
            invocation.Context
        );
    }

    /// <summary>Draws a card of it, or does what was sent.</summary>
    internal async Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, ReviewRecordStep step, CancellationToken cancellationToken)
    {
        if (invocation.Record is not { Kind: RecordKind.Review })
        {
            return CaseHandlers.NotFound(invocation);
        }

        List<Refusal> wrong = invocation.Does ? [.. step.Wrong(invocation).OfType<Refusal>()] : [];
        if (!invocation.Does || wrong.Count > 0 || step.Command(invocation) is not { } command)
        {
            return await AgainAsync(invocation, step, wrong, cancellationToken);
        }

        var round = await step.Read(command with { Round = invocation.Round }, cancellationToken);
        switch (await commands.RunAsync(round, invocation.CommandId, invocation.Actor, cancellationToken))
        {
            case Outcome.Done { Record: ReviewFile file } when step.Then is { } then && ReviewPermissions.Sees(file, invocation.Actor):
                return then(file, invocation.Context);
            case Outcome.Done done:
                return Done((ReviewFile)done.Record, step.Says((ReviewFile)done.Record), invocation);
            case Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound):
                return CaseHandlers.NotFound(invocation);
            case Outcome.Refused { Record: ReviewFile now } refused
                when !refused.Reasons.Contains(Refusal.Overtaken) && ReviewRules.MayTake(step.Step, now, invocation.Actor):
                return step.Draw(now, invocation.Filled(refused.Reasons), invocation.Context);
            case Outcome.Refused { Record: ReviewFile now } refused:
                return ReviewRecordCard.Draw(now, new(NoticeKind.Problem, refused.Reasons[0].Message), invocation.Context);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    /// <summary>What is shown once something was done: the review, to who may still read it.</summary>
    internal static AdaptiveCard Done(ReviewFile file, string says, CardInvocation invocation) =>
        ReviewPermissions.Sees(file, invocation.Actor)
            ? ReviewRecordCard.Draw(file, new(NoticeKind.Done, says), invocation.Context)
            : NoticeCard.Draw("Done", says, invocation.Context);

    private async Task<AdaptiveCard> AgainAsync(
        CardInvocation invocation,
        ReviewRecordStep step,
        List<Refusal> wrong,
        CancellationToken cancellationToken
    ) =>
        await SeenAsync(invocation, cancellationToken) is not { } file ? CaseHandlers.NotFound(invocation)
        : ReviewRules.Refuse(step.Step, file, invocation.Actor) is { } refusal
            ? ReviewRecordCard.Draw(file, new(NoticeKind.Problem, refusal.Message), invocation.Context)
        : step.Draw(file, wrong.Count == 0 ? Filled.Nothing : invocation.Filled(wrong), invocation.Context);
}
