using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
    /// Begins a referral under a new reference, with what is known of the referrer filled in. The reference follows from the
    /// press and a secret: pressing twice begins one.
    /// </summary>
    internal async Task<Draft> BeginReferralAsync(string commandId, Actor actor, Form form, Answers known, CancellationToken cancellationToken)
    {
        var id = CaseId.FromChance(partnership.Code, HMACSHA256.HashData(secrets.Reference, Encoding.UTF8.GetBytes(commandId)));
        var draft = new Draft(id, actor.PersonId, DraftPurpose.NewReferral, form.Id, form.Version, known, 1, clock.Now, clock.Now);
        if (await rows.CommitAsync([new RowWrite.Insert(Keys.Draft(id, actor.PersonId), Fields(draft)), Line(draft)], cancellationToken) is CommitResult.Done)
        {
            return draft;
        }

        return (await StoredCase.LoadAsync(rows, id, cancellationToken)).Drafts[actor.PersonId].Draft;
    }

    /// <summary>Begins, or goes on with, changes to a referral.</summary>
    internal async Task<Draft> BeginChangeAsync(StoredCase stored, Actor actor, CancellationToken cancellationToken)
    {
        if (stored.Drafts.TryGetValue(actor.PersonId, out var begun))
        {
            return begun.Draft;
        }

        var referral = stored.File.Referral!;
        var draft = new Draft(
            stored.File.Id, actor.PersonId, DraftPurpose.ChangeReferral, referral.FormId, referral.FormVersion, referral.Answers, 1, clock.Now, clock.Now) { Before = referral.Answers };
        var result = await rows.CommitAsync([new RowWrite.Insert(Keys.Draft(draft.CaseId, draft.AuthorId), Fields(draft)), Line(draft)], cancellationToken);
        return result is CommitResult.Done ? draft
            : (await StoredCase.LoadAsync(rows, draft.CaseId, cancellationToken)).Drafts[actor.PersonId].Draft;
    }

    /// <summary>Saves a draft in place of the state that was read. False where it has changed since.</summary>
    internal async Task<bool> SaveAsync(Draft draft, string etag, CancellationToken cancellationToken) =>
        await rows.CommitAsync([new RowWrite.Replace(Keys.Draft(draft.CaseId, draft.AuthorId), Fields(draft), etag), Line(draft)], cancellationToken) is CommitResult.Done;

    /// <summary>The writes that take a draft away, for the transaction that sends it.</summary>
    internal static IReadOnlyList<RowWrite> Removal(Draft draft, string etag) =>
        [new RowWrite.Delete(Keys.Draft(draft.CaseId, draft.AuthorId), etag), new RowWrite.Delete(Keys.DraftLine(draft.AuthorId, draft.CaseId))];

    /// <summary>Deletes a draft.</summary>
    internal Task DeleteAsync(Draft draft, string etag, CancellationToken cancellationToken) => rows.CommitAsync(Removal(draft, etag), cancellationToken);

    private static Dictionary<string, string> Fields(Draft draft) => new() { ["draft"] = StoredJson.Write(draft) };

    private static RowWrite.Put Line(Draft draft) => new(Keys.DraftLine(draft.AuthorId, draft.CaseId), new Dictionary<string, string>
    {
        ["case"] = draft.CaseId.Value,
        ["purpose"] = draft.Purpose.ToString(),
        ["saved"] = draft.SavedAt.ToString("O", CultureInfo.InvariantCulture),
    });
}

/// <summary>The partnership this deployment serves.</summary>
/// <param name="Code">Two to six capitals, at the front of every reference.</param>
public sealed record Partnership(string Code);
