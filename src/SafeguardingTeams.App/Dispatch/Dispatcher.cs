using System.Globalization;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// Does the effects in the outbox, each claimed first, so that two dispatchers do not do the same one. Done: the row
/// goes, together with what was learnt. Later: it waits. Refused: it is parked where operations see it. Nothing is
/// dropped in silence.
/// </summary>
public sealed partial class Dispatcher(
    IRows rows, LondonClock clock, Chats chats, ITeamsMessages teams, StoredMessages messages, CommandRunner commands, ILogger<Dispatcher> logger)
{
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(60);

    private const int MostAttempts = 12;

    /// <summary>Does everything that is due. Returns how many effects were ended: done or parked.</summary>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var row in await rows.ReadAsync(Keys.Outbox, cancellationToken))
        {
            if (OutboxItem.From(row).NotBefore <= clock.Now)
            {
                ended += await TryAsync(row, cancellationToken) ? 1 : 0;
            }
        }

        return ended;
    }

    /// <summary>Until when the effects that wait have to wait; null where none is left.</summary>
    public async Task<DateTimeOffset?> WaitingAsync(CancellationToken cancellationToken) =>
        (await rows.ReadAsync(Keys.Outbox, cancellationToken)).Select(row => (DateTimeOffset?)OutboxItem.From(row).NotBefore).Min();

    private async Task<bool> TryAsync(Row row, CancellationToken cancellationToken)
    {
        var before = OutboxItem.From(row);
        var item = before with { Attempts = before.Attempts + 1, NotBefore = clock.Now + Claim };
        if (await rows.CommitAsync([new RowWrite.Replace(row.Key, item.Fields(), row.ETag)], cancellationToken) is not CommitResult.Done
            || await rows.FindAsync(row.Key, cancellationToken) is not { } claimed || OutboxItem.From(claimed) != item)
        {
            return false;
        }

        // A try that was begun and never ended may have been cut off after the message went.
        var cutOff = before.Attempts > 0 && before.NotBefore > DateTimeOffset.MinValue && before.Why.Length == 0;
        try
        {
            return await ShowAsync(claimed, item with { MayHaveGone = item.MayHaveGone || cutOff }, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, item.CaseId, item.Kind, item.Attempts, e.GetType().Name);
            return await EndAsync(claimed, item, new PostResult.Later(Backoff(item.Attempts), MayHaveGone: true), null, cancellationToken);
        }
    }

    private async Task<bool> ShowAsync(Row row, OutboxItem item, CancellationToken cancellationToken)
    {
        var file = (await StoredCase.LoadAsync(rows, item.CaseId, cancellationToken)).File;
        var goesOnAs = file.JoinedTo is { } other ? (await StoredCase.LoadAsync(rows, other, cancellationToken)).File : null;
        var sentKey = Keys.Delivery(item.CaseId, item.Kind, item.About, item.PersonId);
        var sent = await rows.FindAsync(sentKey, cancellationToken);
        if (sent is null && item.OnlyIfShown)
        {
            return await EndAsync(row, item, new PostResult.Delivered(null), null, cancellationToken);
        }

        var drawn = messages.Draw(item, file, goesOnAs, sent is null && item.MayHaveGone);
        if (sent is not null && sent["drawn"] == drawn.Fingerprint)
        {
            await LearnAsync(file, item, cancellationToken);
            return await EndAsync(row, item, new PostResult.Delivered(sent["message"]), null, cancellationToken);
        }

        var reachable = await chats.OfAsync(item.PersonId, cancellationToken);
        if (reachable.Count == 0)
        {
            return await EndAsync(row, item, new PostResult.Refused("The app is not installed for this person in Teams."), null, cancellationToken);
        }

        var chat = reachable.FirstOrDefault(chat => sent is not null && chat.ConversationId == sent["conversation"]) ?? reachable[0];
        var result = sent is { } known && known["message"].Length > 0 && known["conversation"] == chat.ConversationId
            ? await teams.UpdateAsync(chat, known["message"], drawn.Card, drawn.Summary, cancellationToken)
            : await teams.PostAsync(chat, drawn.Card, drawn.Summary, cancellationToken);
        if (result is PostResult.Gone && sent is not null)
        {
            result = await teams.PostAsync(chat, drawn.Card, drawn.Summary, cancellationToken);
        }

        var delivery = result is not PostResult.Delivered delivered ? null : new RowWrite.Put(sentKey, new Dictionary<string, string>
        {
            ["conversation"] = chat.ConversationId,
            ["message"] = delivered.MessageId ?? sent?["message"] ?? "",
            ["drawn"] = drawn.Fingerprint,
            ["at"] = clock.Now.ToString("O", CultureInfo.InvariantCulture),
        });
        if (delivery is not null && Teaches(file, item))
        {
            // Noted, then learnt from, then ended: a crash between any two leads back here, and nothing is posted twice.
            await rows.CommitAsync([delivery], cancellationToken);
            await LearnAsync(file, item, cancellationToken);
            delivery = null;
        }

        return await EndAsync(row, item, result, delivery, cancellationToken);
    }

    private async Task<bool> EndAsync(Row row, OutboxItem item, PostResult result, RowWrite? delivery, CancellationToken cancellationToken)
    {
        result = result is PostResult.Later && item.Attempts >= MostAttempts
            ? new PostResult.Refused("Teams could not be reached after several tries.") : result;
        var noted = item with { NotBefore = DateTimeOffset.MinValue };
        List<RowWrite> writes = result switch
        {
            PostResult.Delivered => [new RowWrite.Delete(row.Key, row.ETag)],
            PostResult.Later later => [new RowWrite.Replace(
                row.Key, (item with { NotBefore = clock.Now + later.Wait, MayHaveGone = item.MayHaveGone || later.MayHaveGone, Why = "waiting" }).Fields(), row.ETag)],
            PostResult.Refused refused => Parked(row, noted with { Why = refused.Why }),
            PostResult.Gone => Parked(row, noted with { Why = "The chat with this person is no longer there." }),
            _ => throw new InvalidOperationException("An unknown end of a post."),
        };
        if (delivery is not null)
        {
            writes.Add(delivery);
        }

        await rows.CommitAsync(writes, cancellationToken);
        LogEnded(logger, item.CaseId, item.Kind, item.Attempts, result.GetType().Name);
        return result is not PostResult.Later;
    }

    /// <summary>Whether the referrer being shown this is a fact of the case that is not recorded yet (A4).</summary>
    private static bool Teaches(CaseFile shown, OutboxItem item) =>
        item is { Kind: CardKind.ReferralProgress, About.Length: > 0, OnlyIfShown: false } && shown.OwesReferrer && shown.Referral!.Referrer.PersonId == item.PersonId;

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

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Effect {Kind} of case {CaseId}, attempt {Attempt} failed: {Fault}")]
    private static partial void LogFailed(ILogger logger, CaseId caseId, CardKind kind, int attempt, string fault);
}
