using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.CardActions;

/// <summary>One card of a meeting of the group: the step it takes, how it is drawn, and what it does when it is sent.</summary>
/// <param name="Draw">The card, with what was typed and what was wrong with it.</param>
internal sealed record MeetingStep(Step Step, Func<CardInvocation, MeetingSeen, Filled, AdaptiveCard> Draw)
{
    /// <summary>What was sent; null where what is wrong with it keeps it from being understood.</summary>
    internal required Func<CardInvocation, MeetingSeen, MeetingCommand?> Command { get; init; }

    /// <summary>What is wrong with what was typed, where it cannot be understood.</summary>
    internal Func<CardInvocation, IEnumerable<Refusal?>> Wrong { get; init; } = _ => [];

    /// <summary>What is said when it is done.</summary>
    internal required string Says { get; init; }

    /// <summary>Whether it is about one item, and the item is shown when it is done.</summary>
    internal bool IsOfAnItem { get; init; }
}

/// <summary>A meeting as somebody sees it.</summary>
/// <param name="Item">The item a press is about; null where it is about none that is there.</param>
/// <param name="Subject">The record the item is about, where this person may see it; null else.</param>
internal sealed record MeetingSeen(MeetingFile File, AgendaItem? Item, RecordFile? Subject);

/// <summary>
/// Reads a meeting of the group, draws its cards and sends what they ask for. Whoever may not is shown what they may see and why, or told
/// the same words as where there is none (F2).
/// </summary>
public sealed class MeetingDesk(IRows rows, CommandRunner commands, ReadAudit audit)
{
    /// <summary>A verb whose card is drawn, understood and answered in this way.</summary>
    internal CardHandler On(string verb, MeetingStep step) =>
        new(verb, (invocation, cancellationToken) => AnswerAsync(invocation, step, cancellationToken));

    /// <summary>The record, if this person has a part in it, with the item a press is about; the readings are recorded.</summary>
    internal async Task<MeetingSeen?> SeenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            invocation.Record is not { Kind: RecordKind.Meeting } record
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not MeetingFile file
            || !MeetingPermissions.Sees(file, invocation.Actor)
        )
        {
            return null;
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        return await SeenAsync(file, invocation, cancellationToken);
    }

    /// <summary>Opens it; to who is co-opted to an item of it, that item, which is all of it that is theirs (E3).</summary>
    internal async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is { } seen
            ? await ShowAsync(seen with { Item = null }, null, invocation, cancellationToken)
            : await CoOptedAsync(invocation, cancellationToken);

    /// <summary>Opens the item somebody is co-opted to, by a message that names it; whoever sees the meeting sees it as they do.</summary>
    internal async Task<AdaptiveCard> CoOptedItemAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is { } seen
            ? await ShowAsync(seen, null, invocation, cancellationToken)
            : await CoOptedAsync(invocation, cancellationToken);

    /// <summary>Opens an item of its agenda.</summary>
    internal async Task<AdaptiveCard> ItemAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is { } seen
            ? await ShowAsync(seen, null, invocation, cancellationToken)
            : CaseHandlers.NotFound(invocation);

    /// <summary>Runs a command about it, and shows what it is afterwards.</summary>
    internal async Task<AdaptiveCard> RunAsync(
        CardInvocation invocation,
        MeetingStep step,
        MeetingSeen seen,
        MeetingCommand command,
        CancellationToken cancellationToken
    )
    {
        switch (await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken))
        {
            case Outcome.Done done:
                var now = await SeenAsync((MeetingFile)done.Record, invocation, cancellationToken);
                return await ShowAsync(
                    step.IsOfAnItem ? now : now with { Item = null },
                    new(NoticeKind.Done, step.Says),
                    invocation,
                    cancellationToken
                );
            case Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound):
                return CaseHandlers.NotFound(invocation);
            case Outcome.Refused refused
                when !refused.Reasons.Contains(Refusal.Overtaken) && MeetingPermissions.Allows(step.Step, seen.File, invocation.Actor):
                return step.Draw(invocation, seen, invocation.Filled(refused.Reasons));
            case Outcome.Refused refused:
                var file = refused.Record as MeetingFile ?? seen.File;
                return await ShowAsync(
                    await SeenAsync(file, invocation, cancellationToken),
                    new(NoticeKind.Problem, refused.Reasons[0].Message),
                    invocation,
                    cancellationToken
                );
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    private async Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, MeetingStep step, CancellationToken cancellationToken)
    {
        if (await SeenAsync(invocation, cancellationToken) is not { } seen)
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (step.IsOfAnItem && seen.Item is null)
        {
            return await ShowAsync(
                seen,
                new(NoticeKind.Problem, "This item is not on the agenda any more."),
                invocation,
                cancellationToken
            );
        }

        // What is refused because it has moved on is refused by the command: the same press again gets its first answer.
        if (!invocation.Does && MeetingPermissions.Refuse(step.Step, seen.File, invocation.Actor) is { } refusal)
        {
            return await ShowAsync(seen, new(NoticeKind.Problem, refusal.Message), invocation, cancellationToken);
        }

        List<Refusal> wrong = invocation.Does ? [.. step.Wrong(invocation).OfType<Refusal>()] : [];
        return !invocation.Does ? step.Draw(invocation, seen, Filled.Nothing)
            : wrong.Count > 0 || step.Command(invocation, seen) is not { } command ? step.Draw(invocation, seen, invocation.Filled(wrong))
            : await RunAsync(invocation, step, seen, command, cancellationToken);
    }

    /// <summary>
    /// The item a press names, of those this person is co-opted to, or the first of them; without any the same words as where there is no
    /// meeting (F2). The record behind it is not read.
    /// </summary>
    private async Task<AdaptiveCard> CoOptedAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            invocation.Record is not { Kind: RecordKind.Meeting } record
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not MeetingFile file
            || MeetingPermissions.ItemsOf(file, invocation.Actor).ToList() is not { Count: > 0 } theirs
        )
        {
            return CaseHandlers.NotFound(invocation);
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        var item = theirs.Find(one => one.Number == invocation.Number("item")) ?? theirs[0];
        var next = theirs.Count == 1 ? null : theirs[(theirs.IndexOf(item) + 1) % theirs.Count];
        return CoOptedItemCard.Draw(file, item, next, invocation.Context);
    }

    private async Task<AdaptiveCard> ShowAsync(
        MeetingSeen seen,
        Notice? notice,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        seen.Item is { } item
            ? AgendaItemCard.Draw(seen.File, item, seen.Subject, notice, invocation.Context)
            : MeetingCard.Draw(
                seen.File,
                invocation.Page,
                notice,
                invocation.Context,
                await EmptyBeforeAsync(seen.File, invocation.Actor, cancellationToken)
            );

    /// <summary>The seats that were empty at the last meeting before, for who looks after the group (E15); none for anybody else.</summary>
    private async Task<string[]> EmptyBeforeAsync(MeetingFile file, Actor actor, CancellationToken cancellationToken) =>
        file is { Attendance: not null, Plan: { } plan }
        && actor.Roles.Any(role => role is Role.Chair or Role.Operations)
        && (await rows.ReadAsync(Keys.Missed, cancellationToken)).LastOrDefault(row =>
            string.CompareOrdinal(row.Key, Keys.MissedLine(plan.Day, file.Ref)) < 0
        )
            is { } last
            ? last["seats"].Split('|', StringSplitOptions.RemoveEmptyEntries)
            : [];

    private async Task<MeetingSeen> SeenAsync(MeetingFile file, CardInvocation invocation, CancellationToken cancellationToken)
    {
        var item = file.Item(invocation.Number("item")) is { Dropped: "" } there ? there : null;
        if (item?.Subject is not { } subject || item.IsHiddenFrom(invocation.Actor.PersonId))
        {
            return new(file, item, null);
        }

        var record = (await StoredRecord.LoadAsync(rows, subject, cancellationToken)).Record;
        if (!Sees(record, invocation.Actor))
        {
            return new(file, item, null);
        }

        await audit.RecordAsync(invocation.Reader, record, cancellationToken);
        return new(file, item, record);
    }

    private static bool Sees(RecordFile record, Actor actor) =>
        record switch
        {
            LearningFile learning => LearningPermissions.Sees(learning, actor),
            CaseFile file => Permissions.Sees(file, actor),
            _ => false,
        };
}
