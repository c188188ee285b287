using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Drafts;

/// <summary>Drafts in storage. A draft stands under its case's prefix, so that one read gives draft, case and receipts.</summary>
public sealed class DraftStore(IRows rows, LondonClock clock, Partnership partnership, StoredSecrets secrets)
{
    /// <summary>
    /// Of a draft as stored: below what one row takes (500,000 characters), with room for what an event says besides the answers.
    /// </summary>
    private const int MaxCharacters = 440_000;

    /// <summary>
    /// Begins a referral under a new reference, with what is known of the referrer filled in. The reference follows from the
    /// press and a secret: pressing twice begins one.
    /// </summary>
    internal async Task<Draft> BeginReferralAsync(
        string commandId,
        Actor actor,
        Form form,
        Answers known,
        CancellationToken cancellationToken
    )
    {
        var id = CaseFrom(commandId);
        return await FirstAsync(
            new(id, actor.PersonId, DraftPurpose.NewReferral, form.Id, form.Version, known, 1, clock.Now, clock.Now),
            cancellationToken
        );
    }

    /// <summary>Begins a referral for practice learning under a new reference, in the same way.</summary>
    /// <param name="from">The case whose answers it begins from; null where it is begun anew.</param>
    /// <param name="how">How it came, where it was not begun on a card.</param>
    /// <param name="leftOut">As many characters of the message it is begun from do not fit into it.</param>
    internal Task<Draft> BeginLearningAsync(
        string commandId,
        Actor actor,
        Form form,
        Answers known,
        CaseId? from,
        CancellationToken cancellationToken,
        int leftOut = 0,
        string how = ""
    ) =>
        FirstAsync(
            new(LearningFrom(commandId), actor.PersonId, DraftPurpose.NewLearning, form.Id, form.Version, known, 1, clock.Now, clock.Now)
            {
                About = from?.Value ?? "",
                LeftOut = leftOut,
                How = how,
            },
            cancellationToken
        );

    /// <summary>The reference of a case that follows from a press and a secret: pressing twice gives the same.</summary>
    internal CaseId CaseFrom(string commandId) => CaseId.FromChance(partnership.Code, Chance(commandId));

    /// <summary>The reference of a referral for practice learning, in the same way.</summary>
    internal RecordRef LearningFrom(string commandId) => RecordRef.LearningFromChance(partnership.Code, Chance(commandId));

    /// <summary>The reference of an action, in the same way.</summary>
    internal RecordRef ActionFrom(string commandId) => RecordRef.ActionFromChance(partnership.Code, Chance(commandId));

    /// <summary>The reference of a review, in the same way.</summary>
    internal RecordRef ReviewFrom(string commandId) => RecordRef.Marked(RecordKind.Review, CaseFrom(commandId));

    /// <summary>The reference of a briefing, in the same way.</summary>
    internal RecordRef BriefingFrom(string commandId) => RecordRef.Marked(RecordKind.Briefing, CaseFrom(commandId));

    private byte[] Chance(string commandId) => HMACSHA256.HashData(secrets.Reference, Encoding.UTF8.GetBytes(commandId));

    private async Task<Draft> FirstAsync(Draft draft, CancellationToken cancellationToken)
    {
        var id = draft.Record;
        if (
            await rows.CommitAsync(
                [new RowWrite.Insert(Keys.Draft(id, draft.AuthorId, draft.Slot), Fields(draft)), Line(draft)],
                cancellationToken
            ) is CommitResult.Done
        )
        {
            return draft;
        }

        return (await StoredRecord.LoadAsync(rows, id, cancellationToken)).Drafts[draft.AuthorId].Draft;
    }

    /// <summary>Begins a draft of a case that is there, or goes on with the one its author has begun already.</summary>
    /// <param name="stored">The case as just read.</param>
    /// <param name="begin">What it begins from.</param>
    /// <param name="resume">The draft that is there as it should be gone on with; the same where nothing about it has changed.</param>
    internal async Task<Draft> BeginAsync(StoredRecord stored, Draft begin, Func<Draft, Draft> resume, CancellationToken cancellationToken)
    {
        for (
            var kept = stored.DraftOf(begin.AuthorId, begin.Slot);
            ;
            kept = (await StoredRecord.LoadAsync(rows, begin.Record, cancellationToken)).DraftOf(begin.AuthorId, begin.Slot)
        )
        {
            if (kept is not { } begun)
            {
                if (
                    await rows.CommitAsync(
                        [new RowWrite.Insert(Keys.Draft(begin.Record, begin.AuthorId, begin.Slot), Fields(begin)), Line(begin)],
                        cancellationToken
                    ) is CommitResult.Done
                )
                {
                    return begin;
                }
            }
            else if (
                resume(begun.Draft) is var resumed
                && (resumed == begun.Draft || await SaveAsync(resumed, begun.ETag, cancellationToken))
            )
            {
                return resumed;
            }
        }
    }

    /// <summary>A draft as it begins.</summary>
    internal Draft New(RecordFile file, Actor actor, DraftPurpose purpose, string formId, int version, Answers answers) =>
        new(file.Ref, actor.PersonId, purpose, formId, version, answers, 1, clock.Now, clock.Now);

    /// <summary>A form that was sent whole, as the draft it would have been.</summary>
    internal Draft New(RecordRef record, Actor actor, Form form, Answers answers) =>
        new(record, actor.PersonId, DraftPurpose.NewReferral, form.Id, form.Version, answers, 1, clock.Now, clock.Now);

    /// <summary>Saves a draft in place of the state that was read. False where it has changed since.</summary>
    internal async Task<bool> SaveAsync(Draft draft, string etag, CancellationToken cancellationToken) =>
        await rows.CommitAsync(
            [new RowWrite.Replace(Keys.Draft(draft.Record, draft.AuthorId, draft.Slot), Fields(draft), etag), Line(draft)],
            cancellationToken
        ) is CommitResult.Done;

    /// <summary>The writes that take a draft away, for the transaction that sends it.</summary>
    internal static IReadOnlyList<RowWrite> Removal(Draft draft, string etag) =>
        [
            new RowWrite.Delete(Keys.Draft(draft.Record, draft.AuthorId, draft.Slot), etag),
            new RowWrite.Delete(Keys.DraftLine(draft.AuthorId, draft.Record, draft.Slot)),
        ];

    /// <summary>
    /// Gives a draft to who goes on with it, under their name and no longer under its author's. Where either has changed meanwhile nothing
    /// is done, and it is there to be given the next time.
    /// </summary>
    internal Task TakeOverAsync(LeftReturn left, Draft taken, CancellationToken cancellationToken) =>
        rows.CommitAsync(
            [
                new RowWrite.Insert(Keys.Draft(taken.Record, taken.AuthorId, taken.Slot), Fields(taken)),
                Line(taken),
                .. Removal(left.Draft, left.ETag),
            ],
            cancellationToken
        );

    /// <summary>Deletes a draft.</summary>
    internal Task DeleteAsync(Draft draft, string etag, CancellationToken cancellationToken) =>
        rows.CommitAsync(Removal(draft, etag), cancellationToken);

    /// <summary>Whether it fits into one row, and so can be sent, which what did not come through a draft has to be asked too.</summary>
    internal static bool Fits(Draft draft) => Field(draft).Value.Length <= MaxCharacters;

    private static KeyValuePair<string, string> Field(Draft draft) => LongText.Field("draft", StoredJson.Write(draft));

    /// <exception cref="TooLongException">It is more than one row holds, and so more than could be sent.</exception>
    private static Dictionary<string, string> Fields(Draft draft)
    {
        var field = Field(draft);
        return field.Value.Length <= MaxCharacters
            ? new([field])
            : throw new TooLongException(
                "Not saved: with this the form as a whole is longer than can be kept. What you typed is still here. "
                    + "Shorten it, or what stands on other pages, then press the button again. A long account can be put in as a "
                    + "paper of its own."
            );
    }

    private static RowWrite.Put Line(Draft draft) =>
        new(
            Keys.DraftLine(draft.AuthorId, draft.Record, draft.Slot),
            new Dictionary<string, string>
            {
                ["case"] = draft.Record.ToString(),
                ["purpose"] = draft.Purpose.ToString(),
                ["about"] = draft.About,
                ["saved"] = draft.SavedAt.ToString("O", CultureInfo.InvariantCulture),
            }
        );
}

/// <summary>The partnership this deployment serves.</summary>
/// <param name="Code">Two to six capitals, at the front of every reference.</param>
public sealed record Partnership(string Code);
