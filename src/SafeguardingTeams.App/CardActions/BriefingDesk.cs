using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.CardActions;

/// <summary>One card of a briefing: the step it takes, how it is drawn, and what it does when it is sent.</summary>
/// <param name="Draw">The card, with what was typed and what was wrong with it.</param>
internal sealed record BriefingStep(Step Step, Func<BriefingFile, Filled, CardContext, AdaptiveCard> Draw)
{
    /// <summary>What was sent; null where what is wrong with it keeps it from being understood.</summary>
    internal required Func<CardInvocation, BriefingCommand?> Command { get; init; }

    /// <summary>What is wrong with what was typed, where it cannot be understood.</summary>
    internal Func<CardInvocation, IEnumerable<Refusal?>> Wrong { get; init; } = _ => [];

    /// <summary>What is said when it is done.</summary>
    internal Func<BriefingFile, string> Says { get; init; } = _ => "It is recorded.";
}

/// <summary>
/// Reads a briefing, draws its cards and sends what they ask for. Whoever may not is shown what they may see and why, or told the same
/// words as where there is none (F2). The way back to what it comes from is drawn only for who may open that (E26).
/// </summary>
public sealed class BriefingDesk(IRows rows, CommandRunner commands, ReadAudit audit) : IDraftDesk
{
    /// <summary>A verb whose card is drawn, understood and answered in this way.</summary>
    internal CardHandler On(string verb, BriefingStep step) =>
        new(verb, (invocation, cancellationToken) => AnswerAsync(invocation, step, cancellationToken));

    /// <summary>The briefing, if this person has a part in it; the reading is recorded.</summary>
    internal async Task<BriefingFile?> SeenAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await LoadAsync(invocation, BriefingPermissions.Sees, cancellationToken);

    /// <summary>Opens it: to who has a part in it all of it, to the member of an agency it was sent to what was sent.</summary>
    internal async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is { } file
            ? await DrawAsync(file, null, invocation, cancellationToken)
            : await TheirsAsync(invocation, null, Filled.Nothing, cancellationToken);

    /// <summary>
    /// What was sent to this person's agency, and nothing else of it; where nothing was, the same words as where there is none (E20, F2).
    /// </summary>
    internal async Task<AdaptiveCard> TheirsAsync(
        CardInvocation invocation,
        Notice? notice,
        Filled filled,
        CancellationToken cancellationToken
    ) =>
        await LoadAsync(invocation, BriefingPermissions.ReadsForTheirs, cancellationToken) is { } file
            ? TheirBriefingCard.Draw(file, notice, filled, invocation.Context)
            : CaseHandlers.NotFound(invocation);

    /// <summary>The card of a briefing just read or changed.</summary>
    internal async Task<AdaptiveCard> DrawAsync(
        BriefingFile file,
        Notice? notice,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        BriefingCard.Draw(
            file,
            await SeesSourceAsync(file, invocation.Actor, cancellationToken),
            notice,
            invocation.Context,
            await EventsAsync(file, invocation.Actor, cancellationToken)
        );

    /// <summary>The learning events that share it, for whoever may open them (E21).</summary>
    private async Task<IReadOnlyList<GroupLearningEvent>?> EventsAsync(
        BriefingFile file,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        file.Sent.IsEmpty || !GroupPermissions.Sees(actor)
            ? null
            : ((GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record).LearningEvents.FindAll(one =>
                one.Plan.Briefings.Contains(file.Ref)
            );

    bool IDraftDesk.MayGoOn(RecordFile file, Draft draft, Actor actor) =>
        BriefingRules.MayTake(Step.WriteBriefing, (BriefingFile)file, actor);

    async Task<AdaptiveCard> IDraftDesk.SendAsync(
        StoredRecord stored,
        (Draft Draft, string ETag) kept,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        var (draft, file) = (kept.Draft, (BriefingFile)stored.Record);
        var source = await SourceAsync(file, cancellationToken);
        var sees = source is not null && Sees(source, invocation.Actor);
        return await RecordDrafts.SendAsync(
            commands,
            new WriteBriefing(draft.Record, draft.Before, draft.Answers)
            {
                Source = file.Plan!.Source,
                With = source is null ? [] : BriefingSources.With(source),
            },
            stored,
            draft,
            after => BriefingCard.Draw((BriefingFile)after, sees, Written, invocation.Context),
            invocation,
            cancellationToken
        );
    }

    async Task<AdaptiveCard> IDraftDesk.NoDraftAsync(StoredRecord stored, CardInvocation invocation, CancellationToken cancellationToken)
    {
        var file = (BriefingFile)stored.Record;
        if (!BriefingPermissions.Sees(file, invocation.Actor))
        {
            return RecordDrafts.NoLongerThere(invocation);
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        var isAgain = invocation.Action.Verb == Verbs.DraftSend && stored.Receipts.Contains(invocation.CommandId);
        return await DrawAsync(file, isAgain ? Written : RecordDrafts.SentAlready, invocation, cancellationToken);
    }

    private static Notice Written { get; } = new(NoticeKind.Done, "It is recorded. Somebody who did not write it is asked to check it.");

    private async Task<BriefingFile?> LoadAsync(
        CardInvocation invocation,
        Func<BriefingFile, Actor, bool> sees,
        CancellationToken cancellationToken
    )
    {
        if (
            // From a list it is chosen, and not pressed.
            (invocation.Record ?? RecordRef.TryParse(invocation.Input("which")))
                is not { Kind: RecordKind.Briefing } record
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not BriefingFile file
            || !sees(file, invocation.Actor)
        )
        {
            return null;
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        return file;
    }

    private async Task<RecordFile?> SourceAsync(BriefingFile file, CancellationToken cancellationToken) =>
        file.Plan?.Source is { } source ? (await StoredRecord.LoadAsync(rows, source, cancellationToken)).Record : null;

    private async Task<bool> SeesSourceAsync(BriefingFile file, Actor actor, CancellationToken cancellationToken) =>
        await SourceAsync(file, cancellationToken) is { } source && Sees(source, actor);

    private static bool Sees(RecordFile source, Actor actor) =>
        source switch
        {
            CaseFile of => ReviewVisibility.SeesCase(of, actor),
            LearningFile learning => LearningPermissions.Sees(learning, actor),
            ReviewFile review => ReviewPermissions.Sees(review, actor),
            _ => false,
        };

    private async Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, BriefingStep step, CancellationToken cancellationToken)
    {
        if (invocation.Record is not { Kind: RecordKind.Briefing })
        {
            return CaseHandlers.NotFound(invocation);
        }

        List<Refusal> wrong = invocation.Does ? [.. step.Wrong(invocation).OfType<Refusal>()] : [];
        if (!invocation.Does || wrong.Count > 0 || step.Command(invocation) is not { } command)
        {
            return await SeenAsync(invocation, cancellationToken) is not { } file ? CaseHandlers.NotFound(invocation)
                : BriefingRules.Refuse(step.Step, file, invocation.Actor) is { } refusal
                    ? await DrawAsync(file, new(NoticeKind.Problem, refusal.Message), invocation, cancellationToken)
                : step.Draw(file, wrong.Count == 0 ? Filled.Nothing : invocation.Filled(wrong), invocation.Context);
        }

        return await commands.RunAsync(
            command with
            {
                Round = invocation.Round,
            },
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        ) switch
        {
            Outcome.Done { Record: BriefingFile after } => await DrawAsync(
                after,
                new(NoticeKind.Done, step.Says(after)),
                invocation,
                cancellationToken
            ),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound) => CaseHandlers.NotFound(invocation),
            Outcome.Refused { Record: BriefingFile now } refused
                when !refused.Reasons.Contains(Refusal.Overtaken) && BriefingRules.MayTake(step.Step, now, invocation.Actor) => step.Draw(
                now,
                invocation.Filled(refused.Reasons),
                invocation.Context
            ),
            Outcome.Refused { Record: BriefingFile now } refused => await DrawAsync(
                now,
                new(NoticeKind.Problem, refused.Reasons[0].Message),
                invocation,
                cancellationToken
            ),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }
}
