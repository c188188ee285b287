using System.Globalization;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// Sees to it that one message is in one pair of hands: an effect is claimed together with the note of the message it is
/// about, in one transaction. Two effects about the same message, or two dispatchers at the same effect, come one after
/// the other.
/// </summary>
public sealed class Claims(IRows rows, LondonClock clock, WorkQueues queues)
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    /// <summary>Claims an effect for a minute; null where somebody else has it, or the message it is about.</summary>
    internal async Task<Claim?> TakeAsync(Row row, OutboxItem before, CancellationToken cancellationToken)
    {
        var key = Keys.Delivery(before.Record, before.Kind, before.About, before.PersonId);
        var note = await rows.FindAsync(key, cancellationToken);
        var leaseUntil = note is null ? null : Lease.UntilOf(note);
        if (leaseUntil > clock.Now)
        {
            await WaitAsync(row, before, leaseUntil < clock.Now + Turn ? leaseUntil.Value : clock.Now + Turn, cancellationToken);
            return null;
        }

        var message = note is not null && note["message"].Length > 0 ? FormMarks.Key(note["conversation"], note["message"]) : null;
        var mark = message is null ? null : await rows.FindAsync(message, cancellationToken);
        if (FormMarks.OpenUntil(mark, clock.Now) is { } open)
        {
            await WaitForFormAsync(row, before, mark!, open, cancellationToken);
            return null;
        }

        // Whoever was cut off while they had the message may have posted it.
        var begun = queues.Messages.Begin(before);
        var item = begun with { OutcomeUnknown = begun.OutcomeUnknown || leaseUntil is not null };
        var edit = message is null ? [] : new[] { FormMarks.Taken(message, mark, item.NotBefore) };
        return await queues.Messages.TakeAsync(row, item, key, note, edit, cancellationToken) is { } claimed
            ? new Claim(item, claimed.Item, claimed.Lease)
            {
                Message = message is null ? null : await rows.FindAsync(message, cancellationToken),
            }
            : null;
    }

    /// <summary>
    /// Has an effect wait until the form in its message is left or sent: noted on the mark too, so that it is done at once then.
    /// </summary>
    private async Task WaitForFormAsync(Row row, OutboxItem item, Row mark, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var noted = FormMarks.Waiting(mark, row.Key);
        var wait = PutOff(row, item, until);
        await rows.CommitAsync([wait, .. noted is null ? [] : new[] { noted }], cancellationToken);
    }

    /// <summary>Has an effect wait, which is no failed attempt.</summary>
    internal async Task WaitAsync(Row row, OutboxItem item, DateTimeOffset until, CancellationToken cancellationToken) =>
        await rows.CommitAsync([PutOff(row, item, until)], cancellationToken);

    private static RowWrite PutOff(Row row, OutboxItem item, DateTimeOffset until) =>
        WorkQueue<OutboxItem>.PutOff(row, item with { OutcomeUnknown = item.OutcomeUnknown || item.WasCutOff }, until);

    /// <summary>
    /// Ends a claim with what became of the effect and of its message. Where the claim had run out meanwhile and somebody
    /// else has the message, nobody knows what stands in the chat: the effect stays, or is put back, and the message is drawn again.
    /// </summary>
    internal async Task EndAsync(
        Claim claim,
        IReadOnlyList<RowWrite> outbox,
        RowWrite? note,
        bool wasTouched,
        CancellationToken cancellationToken
    )
    {
        var letGo = note is null || claim.Message is not { } message ? [] : new[] { new RowWrite.Delete(message.Key, message.ETag) };
        if (await rows.CommitAsync([.. outbox, .. note is null ? [] : new[] { note }, .. letGo], cancellationToken) is CommitResult.Done)
        {
            return;
        }

        if (!wasTouched)
        {
            // The note has moved on without us; the effect may still be ours.
            await rows.CommitAsync(outbox, cancellationToken);
            return;
        }

        while (
            await rows.FindAsync(claim.Note.Key, cancellationToken) is { } now
            && await rows.CommitAsync(
                [new RowWrite.Replace(now.Key, new Dictionary<string, string>(now.Fields) { ["drawn"] = "" }, now.ETag)],
                cancellationToken
            )
                is not CommitResult.Done
        )
        {
            // It moved between the two: look again.
        }

        await rows.CommitAsync(
            [new RowWrite.Insert(claim.Outbox.Key, claim.Item.Waiting(DateTimeOffset.MinValue).Fields())],
            cancellationToken
        );
    }
}

/// <summary>An effect in hand, and the note of its message.</summary>
/// <param name="Item">The effect.</param>
/// <param name="Note">The row that says where its message stands and how it was drawn; without a chat where there is none yet.</param>
internal sealed record Claim(OutboxItem Item, Row Outbox, Row Note)
{
    /// <summary>
    /// The row by which its message is kept from being handed out as a form meanwhile; null where there is no message yet.
    /// </summary>
    internal Row? Message { get; init; }

    /// <summary>The note, where the message has been posted; else null.</summary>
    internal Row? Sent => Note["conversation"].Length > 0 ? Note : null;

    /// <summary>The note put back as it was.</summary>
    internal RowWrite Released() =>
        Sent is { } sent ? new RowWrite.Replace(sent.Key, Lease.LetGo(sent.Fields), sent.ETag) : new RowWrite.Delete(Note.Key, Note.ETag);

    /// <summary>The note with what stands in the chat now.</summary>
    internal RowWrite Noted(string conversationId, string messageId, string drawn, DateTimeOffset at) =>
        new RowWrite.Replace(
            Note.Key,
            new Dictionary<string, string>
            {
                ["conversation"] = conversationId,
                ["message"] = messageId,
                ["drawn"] = drawn,
                ["at"] = at.ToString("O", CultureInfo.InvariantCulture),
            },
            Note.ETag
        );
}
