using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.LearningReferral;

namespace SafeguardingTeams.App.CardActions;

/// <summary>One card of a referral for practice learning: the step it takes, how it is drawn, and what it does when it is sent.</summary>
/// <param name="Draw">The card, with what was typed and what was wrong with it.</param>
internal sealed record LearningStep(Step Step, Func<CardInvocation, LearningFile, Filled, AdaptiveCard> Draw)
{
    /// <summary>A card that is drawn the same whatever was pressed.</summary>
    internal LearningStep(Step step, Func<LearningFile, Filled, CardContext, AdaptiveCard> draw)
        : this(step, (invocation, file, filled) => draw(file, filled, invocation.Context)) { }

    /// <summary>What was sent; null where what is wrong with it keeps it from being understood.</summary>
    internal required Func<CardInvocation, LearningCommand?> Command { get; init; }

    /// <summary>What is wrong with what was typed, where it cannot be understood.</summary>
    internal Func<CardInvocation, IEnumerable<Refusal?>> Wrong { get; init; } = _ => [];

    /// <summary>What is said when it is done.</summary>
    internal Func<LearningFile, string> Says { get; init; } = _ => "Saved.";
}

/// <summary>
/// Reads a referral for practice learning, draws its cards and sends what they ask for. Whoever may not is shown what they may see and
/// why, or told the same words as where there is none (F2).
/// </summary>
public sealed class LearningDesk(IRows rows, CommandRunner commands, ReadAudit audit, IPeople people) : IDraftDesk
{
    /// <summary>A verb whose card is drawn, understood and answered in this way.</summary>
    internal CardHandler On(string verb, LearningStep step) =>
        new(verb, (invocation, cancellationToken) => AnswerAsync(invocation, step, cancellationToken));

    /// <summary>The record, if this person has a part in it; the reading is recorded.</summary>
    internal async Task<LearningFile?> SeenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            invocation.Record is not { Kind: RecordKind.Learning } record
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not LearningFile file
            || !LearningPermissions.Sees(file, invocation.Actor)
        )
        {
            return null;
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        return file;
    }

    /// <summary>The safeguarding leads of the partnership's file, by id and how they are called.</summary>
    internal ImmutableList<(string Id, string Name)> Leads(Func<Actor, bool> which, CardContext context) =>
        [
            .. people
                .Actors(context.Today)
                .Where(person => person.Roles.Contains(Role.DesignatedSafeguardingLead) && which(person))
                .Select(person => (person.PersonId, $"{person.Display}, {person.AgencyName}")),
        ];

    /// <summary>Opens it; before it is sent, as the draft of whoever began it.</summary>
    internal async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is { } file ? LearningCard.Draw(file, null, invocation.Context)
        : invocation.Record is { Kind: RecordKind.Learning } record
        && (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Drafts.TryGetValue(invocation.Actor.PersonId, out var kept)
            ? DraftHandlers.Open(kept.Draft, invocation)
        : CaseHandlers.NotFound(invocation);

    bool IDraftDesk.MayGoOn(RecordFile file, Draft draft, Actor actor) =>
        draft.Purpose == DraftPurpose.NewLearning || LearningRules.MayTake(Step.ChangeLearning, (LearningFile)file, actor);

    Task<AdaptiveCard> IDraftDesk.SendAsync(
        StoredRecord stored,
        (Draft Draft, string ETag) kept,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        var draft = kept.Draft;
        return RecordDrafts.SendAsync(
            commands,
            draft.Purpose == DraftPurpose.NewLearning
                ? new SubmitLearning(draft.Record, draft.FormId, draft.FormVersion, draft.Answers, CaseId.TryParse(draft.About))
                {
                    How = draft.How,
                }
                : new ChangeLearning(draft.Record, draft.Before!, draft.Answers, invocation.Input("reason")),
            stored,
            draft,
            file => Sent((LearningFile)file, invocation),
            invocation,
            cancellationToken
        );
    }

    async Task<AdaptiveCard> IDraftDesk.NoDraftAsync(StoredRecord stored, CardInvocation invocation, CancellationToken cancellationToken)
    {
        var file = (LearningFile)stored.Record;
        if (!LearningPermissions.Sees(file, invocation.Actor))
        {
            return RecordDrafts.NoLongerThere(invocation);
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        return invocation.Action.Verb == Verbs.DraftSend && stored.Receipts.Contains(invocation.CommandId)
            ? Sent(file, invocation)
            : LearningCard.Draw(file, RecordDrafts.SentAlready, invocation.Context);
    }

    private static AdaptiveCard Sent(LearningFile file, CardInvocation invocation) =>
        file.Version == 1 ? LearningReferralCards.Sent(file, invocation.Context)
        : file.History[^1].Event is LearningReadIn
            ? LearningCard.Draw(
                file,
                new(NoticeKind.Done, $"It is referred for {file.Referral!.Referrer.Display}. Its reference is {file.Ref}."),
                invocation.Context
            )
        : LearningCard.Draw(file, new(NoticeKind.Done, "Your changes are saved."), invocation.Context);

    private async Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, LearningStep step, CancellationToken cancellationToken)
    {
        if (invocation.Record is not { Kind: RecordKind.Learning })
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (!invocation.Does)
        {
            return await AgainAsync(invocation, step, [], cancellationToken);
        }

        List<Refusal> wrong = [.. step.Wrong(invocation).OfType<Refusal>()];
        if (wrong.Count > 0 || step.Command(invocation) is not { } command)
        {
            return await AgainAsync(invocation, step, wrong, cancellationToken);
        }

        switch (await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken))
        {
            case Outcome.Done done:
                var (file, says) = ((LearningFile)done.Record, step.Says((LearningFile)done.Record));
                return LearningPermissions.Sees(file, invocation.Actor)
                    ? LearningCard.Draw(file, new(NoticeKind.Done, says), invocation.Context)
                    : NoticeCard.Draw("Done", says, invocation.Context);
            case Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound):
                return CaseHandlers.NotFound(invocation);
            case Outcome.Refused { Record: LearningFile now } refused
                when !refused.Reasons.Contains(Refusal.Overtaken) && LearningRules.MayTake(step.Step, now, invocation.Actor):
                return step.Draw(invocation, now, invocation.Filled(refused.Reasons));
            case Outcome.Refused { Record: LearningFile now }
                when WasTyped(invocation) && LearningRules.MayTake(step.Step, now, invocation.Actor):
                return step.Draw(invocation, now, invocation.Filled(Meanwhile(now, invocation)));
            case Outcome.Refused { Record: LearningFile now } refused:
                return LearningCard.Draw(now, new(NoticeKind.Problem, refused.Reasons[0].Message), invocation.Context);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    /// <summary>Whether there is something of theirs to lose.</summary>
    private static bool WasTyped(CardInvocation invocation) =>
        invocation.Seen > 0 && invocation.Filled().Typed.Values.Any(typed => !string.IsNullOrWhiteSpace(typed));

    /// <summary>The record has moved on since the card was drawn, and the step may still be taken: what was typed stays (PD16).</summary>
    private static Refusal Meanwhile(LearningFile now, CardInvocation invocation) =>
        Refusal.Overtaken with
        {
            Message =
                $"Recorded since you opened this: {LearningCard.Since(now, invocation.Seen)}. Nothing of yours is recorded yet, and what "
                + "you typed is below. Press the button again if it is to stand in place of that.",
        };

    private async Task<AdaptiveCard> AgainAsync(
        CardInvocation invocation,
        LearningStep step,
        List<Refusal> wrong,
        CancellationToken cancellationToken
    ) =>
        await SeenAsync(invocation, cancellationToken) is not { } file ? CaseHandlers.NotFound(invocation)
        : LearningRules.Refuse(step.Step, file, invocation.Actor) is { } refusal
            ? LearningCard.Draw(file, new(NoticeKind.Problem, refusal.Message), invocation.Context)
        : step.Draw(invocation, file, wrong.Count == 0 ? Filled.Nothing : invocation.Filled(wrong));
}
