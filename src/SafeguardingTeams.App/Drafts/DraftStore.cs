using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.App.Drafts;

/// <summary>Drafts in storage. A draft stands under its case's prefix, so that one read gives draft, case and receipts.</summary>
public sealed class DraftStore(IRows rows, LondonClock clock, Partnership partnership, StoredSecrets secrets)
{
    /// <summary>
    /// Of a draft as stored: below what one row takes (500,000 characters), with room for what an event says besides the answers.
    /// </summary>
    private const int MostCharacters = 440_000;

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
        var id = CaseId.FromChance(partnership.Code, HMACSHA256.HashData(secrets.Reference, Encoding.UTF8.GetBytes(commandId)));
        var draft = new Draft(id, actor.PersonId, DraftPurpose.NewReferral, form.Id, form.Version, known, 1, clock.Now, clock.Now);
        if (
            await rows.CommitAsync(
                [new RowWrite.Insert(Keys.Draft(id, actor.PersonId, draft.Slot), Fields(draft)), Line(draft)],
                cancellationToken
            ) is CommitResult.Done
        )
        {
            return draft;
        }

        return (await StoredCase.LoadAsync(rows, id, cancellationToken)).Drafts[actor.PersonId].Draft;
    }

    /// <summary>Begins a draft of a case that is there, or goes on with the one its author has begun already.</summary>
    /// <param name="stored">The case as just read.</param>
    /// <param name="begin">What it begins from.</param>
    /// <param name="resume">The draft that is there as it should be gone on with; the same where nothing about it has changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<Draft> BeginAsync(StoredCase stored, Draft begin, Func<Draft, Draft> resume, CancellationToken cancellationToken)
    {
        for (
            var kept = stored.DraftOf(begin.AuthorId, begin.Slot);
            ;
            kept = (await StoredCase.LoadAsync(rows, begin.CaseId, cancellationToken)).DraftOf(begin.AuthorId, begin.Slot)
        )
        {
            if (kept is not { } begun)
            {
                if (
                    await rows.CommitAsync(
                        [new RowWrite.Insert(Keys.Draft(begin.CaseId, begin.AuthorId, begin.Slot), Fields(begin)), Line(begin)],
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
    internal Draft New(CaseFile file, Actor actor, DraftPurpose purpose, string formId, int version, Answers answers) =>
        new(file.Id, actor.PersonId, purpose, formId, version, answers, 1, clock.Now, clock.Now);

    /// <summary>Saves a draft in place of the state that was read. False where it has changed since.</summary>
    internal async Task<bool> SaveAsync(Draft draft, string etag, CancellationToken cancellationToken) =>
        await rows.CommitAsync(
            [new RowWrite.Replace(Keys.Draft(draft.CaseId, draft.AuthorId, draft.Slot), Fields(draft), etag), Line(draft)],
            cancellationToken
        ) is CommitResult.Done;

    /// <summary>The writes that take a draft away, for the transaction that sends it.</summary>
    internal static IReadOnlyList<RowWrite> Removal(Draft draft, string etag) =>
        [
            new RowWrite.Delete(Keys.Draft(draft.CaseId, draft.AuthorId, draft.Slot), etag),
            new RowWrite.Delete(Keys.DraftLine(draft.AuthorId, draft.CaseId, draft.Slot)),
        ];

    /// <summary>Deletes a draft.</summary>
    internal Task DeleteAsync(Draft draft, string etag, CancellationToken cancellationToken) =>
        rows.CommitAsync(Removal(draft, etag), cancellationToken);

    /// <exception cref="TooLongException">It is more than one row holds, and so more than could be sent.</exception>
    private static Dictionary<string, string> Fields(Draft draft)
    {
        var field = LongText.Field("draft", StoredJson.Write(draft));
        return field.Value.Length <= MostCharacters
            ? new([field])
            : throw new TooLongException(
                "Not saved: with this the form as a whole is longer than can be kept. What you typed is still here. "
                    + "Shorten it, or what stands on other pages, then press the button again. A long account can be put in as a paper of its own."
            );
    }

    private static RowWrite.Put Line(Draft draft) =>
        new(
            Keys.DraftLine(draft.AuthorId, draft.CaseId, draft.Slot),
            new Dictionary<string, string>
            {
                ["case"] = draft.CaseId.Value,
                ["purpose"] = draft.Purpose.ToString(),
                ["about"] = draft.About,
                ["saved"] = draft.SavedAt.ToString("O", CultureInfo.InvariantCulture),
            }
        );
}

/// <summary>The partnership this deployment serves.</summary>
/// <param name="Code">Two to six capitals, at the front of every reference.</param>
public sealed record Partnership(string Code);
