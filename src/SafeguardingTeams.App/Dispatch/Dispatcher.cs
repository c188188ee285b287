using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Chasing;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// Does the effects in the outbox, each claimed first, so that two dispatchers do not do the same one. Done: the row
/// goes, together with what was learnt. Later: it waits. No chat: it goes by mail. Refused: it is parked where operations
/// see it. Nothing is dropped in silence.
/// </summary>
public sealed partial class Dispatcher(
    IRows rows,
    LondonClock clock,
    InForce inForce,
    OfficeTime office,
    Claims claims,
    Chats chats,
    ITeamsMessages teams,
    StoredMessages messages,
    CommandRunner commands,
    InsteadByMail byMail,
    Remainder remainder,
    ILogger<Dispatcher> logger
)
{
    private const int MostAttempts = 12;

    /// <summary>How long an effect in hand may go on once the sweep is called off.</summary>
    internal TimeSpan Grace { get; set; } = InHand.Usual;

    /// <summary>Does everything that is due. Returns how many effects were ended: done or parked.</summary>
    /// <param name="cancellationToken">Calls it off: what is in hand is ended, nothing more is begun.</param>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        await remainder.FinishAllAsync(cancellationToken);
        var ended = 0;
        foreach (var row in await rows.ReadAsync(Keys.Outbox, cancellationToken))
        {
            using var inHand = new InHand(Grace, cancellationToken);
            var item = OutboxItem.From(row);
            if (item.NotBefore <= clock.Now && !await WaitsForTheOfficeAsync(row, item, cancellationToken))
            {
                ended += await TryAsync(row, item, inHand.Token) ? 1 : 0;
            }
        }

        return ended;
    }

    /// <summary>Until when the effects that wait have to wait; null where none is left.</summary>
    public async Task<DateTimeOffset?> WaitingAsync(CancellationToken cancellationToken) =>
        (await rows.ReadAsync(Keys.Outbox, cancellationToken)).Select(row => (DateTimeOffset?)OutboxItem.From(row).NotBefore).Min();

    /// <summary>A reminder goes in office hours only, however long Teams kept it or the app was missing (clock table, footnote).</summary>
    private async Task<bool> WaitsForTheOfficeAsync(Row row, OutboxItem item, CancellationToken cancellationToken)
    {
        if (item.Kind != CardKind.Reminder)
        {
            return false;
        }

        await inForce.RefreshAsync(always: false, cancellationToken);
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
        if (await claims.TakeAsync(row, before, cancellationToken) is not { } claim)
        {
            return false;
        }

        try
        {
            return await ShowAsync(claim, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || cancellationToken.IsCancellationRequested)
        {
            // Called off in the middle of it too: whoever takes it up next knows that it may have gone.
            LogFailed(logger, claim.Item.CaseId, claim.Item.Kind, claim.Item.Attempts, e.GetType().Name, e.StackTrace);
            return await EndAsync(
                claim,
                new PostResult.Later(Backoff(claim.Item.Attempts), MayHaveGone: true),
                claim.Released(),
                CancellationToken.None
            );
        }
    }

    private async Task<bool> ShowAsync(Claim claim, CancellationToken cancellationToken)
    {
        var (item, sent) = (claim.Item, claim.Sent);
        var file = (await StoredCase.LoadAsync(rows, item.CaseId, cancellationToken)).File;
        if (sent is null && item.Kind == CardKind.Reminder && Reminders.IsOver(file, item.About))
        {
            LogOver(logger, item.CaseId, item.About);
            return await EndAsync(claim, new PostResult.Delivered(null), claim.Released(), cancellationToken);
        }

        if (sent is null && item.OnlyIfShown)
        {
            return await EndAsync(claim, new PostResult.Delivered(null), claim.Released(), cancellationToken);
        }

        var goesOnAs = file.JoinedTo is { } other ? (await StoredCase.LoadAsync(rows, other, cancellationToken)).File : null;
        var drawn = messages.Draw(item, file, goesOnAs, sent is null && item.MayHaveGone);
        if (sent is not null && sent["drawn"] == drawn.Fingerprint)
        {
            await LearnAsync(file, item, cancellationToken);
            return await EndAsync(claim, new PostResult.Delivered(sent["message"]), claim.Released(), cancellationToken);
        }

        var reachable = await chats.OfAsync(item.PersonId, cancellationToken);
        if (reachable.Count == 0)
        {
            return await byMail.TryAsync(claim, cancellationToken)
                || await EndAsync(
                    claim,
                    new PostResult.Refused("The app is not installed for this person in Teams."),
                    claim.Released(),
                    cancellationToken
                );
        }

        var chat = reachable.FirstOrDefault(chat => sent is not null && chat.ConversationId == sent["conversation"]) ?? reachable[0];
        var result =
            sent is { } known && known["message"].Length > 0 && known["conversation"] == chat.ConversationId
                ? await teams.UpdateAsync(chat, known["message"], drawn.Card, drawn.Summary, cancellationToken)
                : await teams.PostAsync(chat, drawn.Card, drawn.Summary, cancellationToken);
        if (result is PostResult.Gone && sent is not null)
        {
            result = await teams.PostAsync(chat, drawn.Card, drawn.Summary, cancellationToken);
        }

        var note = result is not PostResult.Delivered delivered
            ? claim.Released()
            : claim.Noted(chat.ConversationId, delivered.MessageId ?? sent?["message"] ?? "", drawn.Fingerprint, clock.Now);
        if (result is PostResult.Delivered && Teaches(file, item))
        {
            // Noted, then learnt from, then ended: a crash between any two leads back here, and nothing is posted twice.
            await claims.EndAsync(claim, [], note, wasTouched: true, cancellationToken);
            await LearnAsync(file, item, cancellationToken);
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
        result =
            result is PostResult.Later && item.Attempts >= MostAttempts
                ? new PostResult.Refused("Teams could not be reached after several tries.")
                : result;
        var noted = item with { NotBefore = DateTimeOffset.MinValue };
        List<RowWrite> writes = result switch
        {
            PostResult.Delivered => [new RowWrite.Delete(row.Key, row.ETag)],
            PostResult.Later later =>
            [
                new RowWrite.Replace(
                    row.Key,
                    (
                        item with
                        {
                            NotBefore = clock.Now + later.Wait,
                            MayHaveGone = item.MayHaveGone || later.MayHaveGone,
                            Why = "waiting",
                        }
                    ).Fields(),
                    row.ETag
                ),
            ],
            PostResult.Refused refused => Parked(row, noted with { Why = refused.Why }),
            PostResult.Gone => Parked(row, noted with { Why = "The chat with this person is no longer there." }),
            _ => throw new InvalidOperationException("An unknown end of a post."),
        };
        await claims.EndAsync(claim, writes, note, wasTouched, cancellationToken);
        LogEnded(logger, item.CaseId, item.Kind, item.Attempts, result.GetType().Name);
        return result is not PostResult.Later;
    }

    /// <summary>Whether the referrer being shown this is a fact of the case that is not recorded yet (A4).</summary>
    private static bool Teaches(CaseFile shown, OutboxItem item) =>
        item is { Kind: CardKind.ReferralProgress, About.Length: > 0, OnlyIfShown: false }
        && shown.OwesReferrer
        && shown.Referral!.Referrer.PersonId == item.PersonId;

    /// <summary>Records what was learnt by doing the effect: a new command, through the same door.</summary>
    private async Task LearnAsync(CaseFile shown, OutboxItem item, CancellationToken cancellationToken)
    {
        if (Teaches(shown, item))
        {
            var command = new Domain.Steps.ReferrerTold.RecordReferrerTold(shown.Id, "by a card in Teams");
            await commands.RunAsync(command, $"told-{item.PersonId}-{shown.Version}", SystemActor.Instance, cancellationToken);
        }
    }

    private static List<RowWrite> Parked(Row row, OutboxItem item) =>
        [new RowWrite.Delete(row.Key, row.ETag), new RowWrite.Put(Keys.Parked + row.Key[Keys.Outbox.Length..], item.Fields())];

    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(900, 5 * Math.Pow(2, attempts)));

    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Effect {Kind} of case {CaseId}, attempt {Attempt}: {Result}")]
    private static partial void LogEnded(ILogger logger, CaseId caseId, CardKind kind, int attempt, string result);

    [LoggerMessage(
        EventId = 2002,
        Level = LogLevel.Warning,
        Message = "Effect {Kind} of case {CaseId}, attempt {Attempt} failed: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, CaseId caseId, CardKind kind, int attempt, string fault, string? stack);

    [LoggerMessage(
        EventId = 2003,
        Level = LogLevel.Information,
        Message = "Reminder {About} of case {CaseId} was overtaken before it could be delivered; it stays on the record"
    )]
    private static partial void LogOver(ILogger logger, CaseId caseId, string about);
}
