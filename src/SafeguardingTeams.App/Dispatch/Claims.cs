using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// Sees to it that one message is in one pair of hands: an effect is claimed together with the note of the message it is
/// about, in one transaction. Two effects about the same message, or two dispatchers at the same effect, come one after
/// the other.
/// </summary>
public sealed class Claims(IRows rows, LondonClock clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    /// <summary>Claims an effect for a minute; null where somebody else has it, or the message it is about.</summary>
    internal async Task<Claim?> TakeAsync(Row row, OutboxItem before, CancellationToken cancellationToken)
    {
        var key = Keys.Delivery(before.CaseId, before.Kind, before.About, before.PersonId);
        var note = await rows.FindAsync(key, cancellationToken);
        var heldUntil = note is null ? null : Claim.HeldUntil(note);
        if (heldUntil > clock.Now)
        {
            await WaitAsync(row, before, heldUntil < clock.Now + Turn ? heldUntil.Value : clock.Now + Turn, cancellationToken);
            return null;
        }

        var message = note is not null && note["message"].Length > 0 ? OpenForms.Key(note["conversation"], note["message"]) : null;
        var mark = message is null ? null : await rows.FindAsync(message, cancellationToken);
        if (OpenForms.OpenUntil(mark, clock.Now) is { } open)
        {
            await WaitForFormAsync(row, before, mark!, open, cancellationToken);
            return null;
        }

        // Whoever was cut off while they had the message may have posted it.
        var item = before with
        {
            Attempts = before.Attempts + 1,
            NotBefore = clock.Now + Life,
            Why = "",
            MayHaveGone = before.MayHaveGone || before.WasCutOff || heldUntil is not null,
        };
        Dictionary<string, string> held = new(note?.Fields ?? new Dictionary<string, string>())
        {
            [Claim.Held] = item.NotBefore.ToString("O", CultureInfo.InvariantCulture),
        };
        List<RowWrite> claim =
        [
            new RowWrite.Replace(row.Key, item.Fields(), row.ETag),
            note is null ? new RowWrite.Insert(key, held) : new RowWrite.Replace(key, held, note.ETag),
        ];
        if (message is not null)
        {
            claim.Add(OpenForms.Taken(message, mark, item.NotBefore));
        }

        var taken = await rows.CommitAsync(claim, cancellationToken);
        return
            taken is CommitResult.Done
            && await rows.FindAsync(row.Key, cancellationToken) is { } claimed
            && OutboxItem.From(claimed) == item
            && await rows.FindAsync(key, cancellationToken) is { } noted
            && Claim.HeldUntil(noted) == item.NotBefore
            ? new Claim(item, claimed, noted) { Message = message is null ? null : await rows.FindAsync(message, cancellationToken) }
            : null;
    }

    /// <summary>
    /// Has an effect wait until the form in its message is left or sent: noted on the mark too, so that it is done at once then.
    /// </summary>
    private async Task WaitForFormAsync(Row row, OutboxItem item, Row mark, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var noted = OpenForms.Waiting(mark, row.Key);
        var wait = new RowWrite.Replace(
            row.Key,
            (item with { NotBefore = until, Why = "waiting", MayHaveGone = item.MayHaveGone || item.WasCutOff }).Fields(),
            row.ETag
        );
        await rows.CommitAsync([wait, .. noted is null ? [] : new[] { noted }], cancellationToken);
    }

    /// <summary>Has an effect wait, which is no failed attempt.</summary>
    internal async Task WaitAsync(Row row, OutboxItem item, DateTimeOffset until, CancellationToken cancellationToken) =>
        await rows.CommitAsync(
            [
                new RowWrite.Replace(
                    row.Key,
                    (item with { NotBefore = until, Why = "waiting", MayHaveGone = item.MayHaveGone || item.WasCutOff }).Fields(),
                    row.ETag
                ),
            ],
            cancellationToken
        );

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
            [new RowWrite.Insert(claim.Outbox.Key, (claim.Item with { NotBefore = DateTimeOffset.MinValue, Why = "waiting" }).Fields())],
            cancellationToken
        );
    }
}

/// <summary>An effect in hand, and the note of its message.</summary>
/// <param name="Item">The effect.</param>
/// <param name="Outbox">Its row.</param>
/// <param name="Note">The row that says where its message stands and how it was drawn; without a chat where there is none yet.</param>
internal sealed record Claim(OutboxItem Item, Row Outbox, Row Note)
{
    internal const string Held = "held";

    /// <summary>
    /// The row by which its message is kept from being handed out as a form meanwhile; null where there is no message yet.
    /// </summary>
    internal Row? Message { get; init; }

    /// <summary>The note, where the message has been posted; else null.</summary>
    internal Row? Sent => Note["conversation"].Length > 0 ? Note : null;

    /// <summary>The note put back as it was.</summary>
    internal RowWrite Released() =>
        Sent is { } sent
            ? new RowWrite.Replace(sent.Key, sent.Fields.Where(field => field.Key != Held).ToDictionary(), sent.ETag)
            : new RowWrite.Delete(Note.Key, Note.ETag);

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

    internal static DateTimeOffset? HeldUntil(Row note) =>
        DateTimeOffset.TryParse(note[Held], CultureInfo.InvariantCulture, out var until) ? until : null;
}
