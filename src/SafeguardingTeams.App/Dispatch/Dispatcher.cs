using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// Does the effects in the outbox, each claimed first, so that two dispatchers do not do the same one. Done: the row
/// goes, together with what was learnt. Later: it waits. A chat that takes nothing any more is dead, and the next way is taken:
/// another chat of the person's, then mail. Where there is none, or Teams refuses the message itself, it is dead-lettered where
/// operations see it, and they are told. Nothing is dropped in silence.
/// </summary>
public sealed partial class Dispatcher(
    IRows rows,
    LondonClock clock,
    CurrentRules currentRules,
    OfficeTime office,
    WorkQueues queues,
    Claims claims,
    Chats chats,
    ITeamsMessages teams,
    StoredMessages messages,
    CommandRunner commands,
    InsteadByMail byMail,
    UnreachedAlarm unreached,
    DeferredWrites deferredWrites,
    ILogger<Dispatcher> logger
)
{
    /// <summary>How long an effect in hand may go on once the sweep is called off.</summary>
    internal TimeSpan Grace { get; set; } = InHand.Usual;

    /// <summary>Does everything that is due. Returns how many effects were ended: done or dead-lettered.</summary>
    /// <param name="cancellationToken">Calls it off: what is in hand is ended, nothing more is begun.</param>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        await deferredWrites.FinishAllAsync(cancellationToken);
        return await queues.Messages.RunDueAsync(
            async (row, item, inHand) => !await WaitsForTheOfficeAsync(row, item, cancellationToken) && await TryAsync(row, item, inHand),
            Grace,
            cancellationToken
        );
    }

    /// <summary>Until when the effects that wait have to wait; null where none is left.</summary>
    public Task<DateTimeOffset?> WaitingAsync(CancellationToken cancellationToken) => queues.Messages.WaitingAsync(cancellationToken);

    /// <summary>A reminder goes in office hours only, however long Teams kept it or the app was missing (clock table, footnote).</summary>
    private async Task<bool> WaitsForTheOfficeAsync(Row row, OutboxItem item, CancellationToken cancellationToken)
    {
        if (item.Kind != CardKind.Reminder)
        {
            return false;
        }

        await currentRules.RefreshAsync(always: false, cancellationToken);
        var now = clock.Now;
        var opens = office.NextOpen(now);
        if (opens > now)
        {
            await claims.WaitAsync(row, item, opens, cancellationToken);
        }

        return opens > now;
    }

    private async Task<bool> TryAsync(Row row, OutboxItem before, CancellationToken cancellationToken)
    {
        return await claims.TakeAsync(row, before, cancellationToken) is { Item: var item } claim
            && await Spans.RunAsync("message", [("record", item.Record.ToString()), ("kind", item.Kind), ("attempt", item.Attempts)], () =>
                ShowOrPutBackAsync(claim, cancellationToken)
            );
    }

    private async Task<bool> ShowOrPutBackAsync(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await ShowAsync(claim, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || cancellationToken.IsCancellationRequested)
        {
            // Called off in the middle of it too: whoever takes it up next knows that it may have gone.
            Spans.Fault(e);
            LogFailed(logger, claim.Item.Record, claim.Item.Kind, claim.Item.Attempts, Faults.TypeOf(e), Faults.StackOf(e));
            return await EndAsync(
                claim,
                new PostResult.Later(queues.Messages.Failed(claim.Item).Wait, OutcomeUnknown: true),
                claim.Released(),
                CancellationToken.None
            );
        }
    }

    private async Task<bool> ShowAsync(Claim claim, CancellationToken cancellationToken)
    {
        var (item, sent) = (claim.Item, claim.Sent);
        var record = (await StoredRecord.LoadAsync(rows, item.Record, cancellationToken)).Record;
        if (sent is null && item.Kind == CardKind.Reminder && OverReminder.IsOver(record, item.About))
        {
            LogOver(logger, item.Record, item.About);
            return await EndAsync(claim, new PostResult.Delivered(null), claim.Released(), cancellationToken);
        }

        if (sent is null && (item.OnlyIfShown || await unreached.IsOverAsync(item, cancellationToken)))
        {
            return await EndAsync(claim, new PostResult.Delivered(null), claim.Released(), cancellationToken);
        }

        var goesOnAs = record is CaseFile { JoinedTo: { } other }
            ? (await StoredCase.LoadAsync(rows, other, cancellationToken)).File
            : null;
        var drawn = messages.Draw(item, record, goesOnAs, sent is null && item.OutcomeUnknown);
        if (sent is not null && sent["drawn"] == drawn.Fingerprint)
        {
            await LearnAsync(record, item, cancellationToken);
            return await EndAsync(claim, new PostResult.Delivered(sent["message"]), claim.Released(), cancellationToken);
        }

        return await ByTheNextWayAsync(claim, record, drawn, cancellationToken);
    }

    /// <summary>
    /// By the first chat that takes it. Each that does not is noted as dead before the next way is begun, so that whoever goes on after a
    /// crash does not try it again.
    /// </summary>
    private async Task<bool> ByTheNextWayAsync(Claim claim, RecordFile record, DrawnMessage drawn, CancellationToken cancellationToken)
    {
        var (item, sent) = (claim.Item, claim.Sent);
        while (true)
        {
            var known = await chats.KnownAsync(item.PersonId, cancellationToken);
            var there = known.FirstOrDefault(chat => sent is not null && chat.ConversationId == sent["conversation"] && chat.IsAlive);
            var alive = item.OnlyIfShown ? there : there ?? known.FirstOrDefault(chat => chat.IsAlive);
            if (alive is not { } chat)
            {
                var why = known.Count == 0 ? "The app is not installed for this person in Teams." : known[0].Dead;
                return await byMail.TryAsync(claim, record, cancellationToken)
                    || await byMail.KeepAsync(claim, cancellationToken)
                    || await EndAsync(claim, new PostResult.Refused(why), claim.Released(), cancellationToken);
            }

            var result = await PutAsync(claim, chat, drawn, cancellationToken);
            if (WhyDead(item, result) is not { } dead)
            {
                return await PutEndAsync(claim, record, chat, drawn, result, cancellationToken);
            }

            if (!await chats.DiedAsync(item.PersonId, chat, dead, cancellationToken))
            {
                return await EndAsync(
                    claim,
                    new PostResult.Later(TimeSpan.Zero, OutcomeUnknown: false),
                    claim.Released(),
                    cancellationToken
                );
            }

            LogDead(logger, item.Record, item.Kind, item.Attempts);
        }
    }

    /// <summary>Why the chat is to be tried no more; null where it took the message, or is to be tried again.</summary>
    private string? WhyDead(OutboxItem item, PostResult result) =>
        result switch
        {
            PostResult.Unreachable unreachable => unreachable.Why,
            PostResult.Later when queues.Messages.IsLast(item) => "Teams could not be reached after several tries.",
            _ => null,
        };

    private async Task<PostResult> PutAsync(Claim claim, Chat chat, DrawnMessage drawn, CancellationToken cancellationToken)
    {
        var result =
            claim.Sent is { } sent && sent["message"].Length > 0 && sent["conversation"] == chat.ConversationId
                ? await teams.UpdateAsync(chat, sent["message"], drawn.Card, drawn.Summary, cancellationToken)
                : new PostResult.NotFound();
        return result is PostResult.NotFound ? await teams.PostAsync(chat, drawn.Card, drawn.Summary, cancellationToken) : result;
    }

    private async Task<bool> PutEndAsync(
        Claim claim,
        RecordFile record,
        Chat chat,
        DrawnMessage drawn,
        PostResult result,
        CancellationToken cancellationToken
    )
    {
        var (item, sent) = (claim.Item, claim.Sent);
        var note = result is not PostResult.Delivered delivered
            ? claim.Released()
            : claim.Noted(chat.ConversationId, delivered.MessageId ?? sent?["message"] ?? "", drawn.Fingerprint, clock.Now);
        if (result is PostResult.Delivered && Teaches(record, item))
        {
            // Noted, then learnt from, then ended: a crash between any two leads back here, and nothing is posted twice.
            await claims.EndAsync(claim, [], note, wasTouched: true, cancellationToken);
            await LearnAsync(record, item, cancellationToken);
            return await EndAsync(claim, result, null, cancellationToken);
        }

        return await EndAsync(claim, result, note, cancellationToken, wasTouched: result is PostResult.Delivered);
    }

    private async Task<bool> EndAsync(
        Claim claim,
        PostResult result,
        RowWrite? note,
        CancellationToken cancellationToken,
        bool wasTouched = false
    )
    {
        var (row, item) = (claim.Outbox, claim.Item);
        QueueEnd end = result switch
        {
            PostResult.Delivered => new QueueEnd.Done(),
            PostResult.Later later => new QueueEnd.Later(later.Wait),
            PostResult.Refused refused => new QueueEnd.DeadLettered(refused.Why),
            _ => throw new InvalidOperationException("An unknown end of a post."),
        };
        end = queues.Messages.Limited(item, end, "It failed after several tries. Whoever looks after this system finds more in its log.");
        var tried = item with { OutcomeUnknown = item.OutcomeUnknown || result is PostResult.Later { OutcomeUnknown: true } };
        IReadOnlyList<RowWrite> told = end is QueueEnd.DeadLettered ? [.. unreached.Of(item)] : [];
        IReadOnlyList<RowWrite> writes = [.. queues.Messages.After(row, tried, end), .. told];
        await claims.EndAsync(claim, writes, note, wasTouched, cancellationToken);
        Spans.Add("end", end.GetType().Name);
        LogEnded(logger, item.Record, item.Kind, item.Attempts, end.GetType().Name);
        return end is not QueueEnd.Later;
    }

    /// <summary>Whether the referrer being shown this is a fact of the record that is not recorded yet (A4, D5).</summary>
    private static bool Teaches(RecordFile shown, OutboxItem item) =>
        (item, shown) switch
        {
            ({ Kind: CardKind.ReferralProgress, About.IsNone: false, OnlyIfShown: false }, CaseFile { OwesReferrer: true } file) =>
                file.Referral!.Referrer.PersonId == item.PersonId,
            ({ Kind: CardKind.LearningProgress, OnlyIfShown: false }, LearningFile { OwesReferrer: true } learning) => learning
                .Referral!
                .Referrer
                .PersonId == item.PersonId,
            _ => false,
        };

    /// <summary>Records what was learnt by doing the effect: a new command, through the same door.</summary>
    private async Task LearnAsync(RecordFile shown, OutboxItem item, CancellationToken cancellationToken)
    {
        if (Teaches(shown, item))
        {
            Command command =
                shown is LearningFile
                    ? new RecordLearningTold(shown.Ref, "by a card in Teams") { Seen = shown.Version }
                    : new Domain.Steps.ReferrerTold.RecordReferrerTold(shown.Ref.CaseId, "by a card in Teams");
            await commands.RunAsync(command, $"told-{item.PersonId}-{shown.Version}", SystemActor.Instance, cancellationToken);
        }
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Effect {Kind} of {Record}, attempt {Attempt}: {Result}")]
    private static partial void LogEnded(ILogger logger, RecordRef record, CardKind kind, int attempt, string result);

    [LoggerMessage(
        EventId = 2002,
        Level = LogLevel.Warning,
        Message = "Effect {Kind} of {Record}, attempt {Attempt} failed: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, RecordRef record, CardKind kind, int attempt, string fault, string? stack);

    [LoggerMessage(
        EventId = 2005,
        Level = LogLevel.Warning,
        Message = "Effect {Kind} of {Record}, attempt {Attempt}: the chat takes nothing any more; the next way is taken"
    )]
    private static partial void LogDead(ILogger logger, RecordRef record, CardKind kind, int attempt);

    [LoggerMessage(
        EventId = 2003,
        Level = LogLevel.Information,
        Message = "Reminder {About} of {Record} was overtaken before it could be delivered; it stays on the record"
    )]
    private static partial void LogOver(ILogger logger, RecordRef record, Topic about);
}
