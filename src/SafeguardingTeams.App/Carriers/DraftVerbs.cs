using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Schema;

namespace SafeguardingTeams.App.Carriers;

/// <summary>Filling in a form, page by page, and sending it. What was typed is saved before anything is said about it.</summary>
public sealed class DraftVerbs(IRows rows, DraftStore store, DraftEditing editing, CommandRunner commands, CaseVerbs cases, ReadAudit audit, Chats chats)
{
    internal async Task<AdaptiveCard> StartAsync(Press press, CancellationToken cancellationToken)
    {
        var form = SeriousIncidentReferralV1.Form;
        var email = press.Action.Email.Length > 0 ? press.Action.Email : await chats.EmailOfAsync(press.Actor.PersonId, cancellationToken);
        var known = Answers.None.With("referrer", "name", press.Action.DisplayName).With("referrer", "agency", press.Actor.AgencyName)
            .With("referrer", "email", email);
        var draft = await store.BeginReferralAsync(press.CommandId, press.Actor, form, known, cancellationToken);
        return FormPageCard.Draw(draft, form.Pages[0], [], null, press.Context);
    }

    internal async Task<AdaptiveCard> ChangeAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.CaseId is not { } id)
        {
            return CaseVerbs.NotFound(press);
        }

        var stored = await StoredCase.LoadAsync(rows, id, cancellationToken);
        if (Permissions.Refuse(Step.ChangeReferral, stored.File, press.Actor) is { } refusal)
        {
            return refusal == Refusal.NotFound ? CaseVerbs.NotFound(press)
                : await cases.DrawAsync(press, stored.File, new(NoticeKind.Problem, refusal.Message), cancellationToken);
        }

        await audit.RecordAsync(press, id, cancellationToken);
        var referral = stored.File.Referral!;
        var begin = store.New(stored.File, press.Actor, DraftPurpose.ChangeReferral, referral.FormId, referral.FormVersion, referral.Answers) with { Before = referral.Answers };
        return Review(await store.BeginAsync(stored, begin, kept => kept, cancellationToken), "", null, press);
    }

    internal async Task<AdaptiveCard> AnswerAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.CaseId is not { } id)
        {
            return CaseVerbs.NotFound(press);
        }

        var stored = await StoredCase.LoadAsync(rows, id, cancellationToken);
        if (!stored.Drafts.TryGetValue(press.Actor.PersonId, out var kept))
        {
            return await NoDraftAsync(press, stored, cancellationToken);
        }

        return press.Action.Verb switch
        {
            Verbs.DraftOpen => Open(kept.Draft, press),
            Verbs.DraftDelete when press.Key("to") == "yes" => await DeleteAsync(kept, press, cancellationToken),
            Verbs.DraftDelete => LeftCard.AskDelete(kept.Draft, press.Context),
            Verbs.DraftSend => await SendAsync(stored, kept, press, cancellationToken),
            Verbs.DraftLeave when press.Key("to") == "review" => LeftCard.Saved(kept.Draft, press.Context),
            _ => await editing.AnswerAsync(kept, press, cancellationToken),
        };
    }

    internal static AdaptiveCard Review(Draft draft, string reason, Notice? notice, Press press, string reasonProblem = "") => ReviewCard.Draw(
        draft, Checking.Problems(draft.Form, draft.Answers, press.Context.Today), Checking.Blanks(draft.Form, draft.Answers), reason, notice, press.Context, reasonProblem);

    private static AdaptiveCard Open(Draft draft, Press press)
    {
        if (draft.Purpose == DraftPurpose.ChangeReferral)
        {
            return Review(draft, "", null, press);
        }

        return Checking.Problems(draft.Form, draft.Answers, press.Context.Today).IsEmpty && draft.Form.Pages[^1].Id == draft.At ? Review(draft, "", null, press)
            : FormPageCard.Draw(draft, draft.Form.Page(draft.At) ?? draft.Form.Pages[0], [], draft.Revision == 1 ? null : new(NoticeKind.Information, "This is where you left off."), press.Context);
    }

    /// <summary>No draft of this person under the reference: it was sent (then this is a repeat or an old card), or deleted.</summary>
    private async Task<AdaptiveCard> NoDraftAsync(Press press, StoredCase stored, CancellationToken cancellationToken)
    {
        if (!Permissions.Sees(stored.File, press.Actor))
        {
            return NoticeCard.Draw("This draft is no longer there", "It was deleted, or it belongs to somebody else. Nothing has been changed.", press.Context);
        }

        if (press.Action.Verb == Verbs.DraftSend && stored.Receipts.Contains(press.CommandId))
        {
            return await SentAsync(press, stored.File, cancellationToken);
        }

        await audit.RecordAsync(press, stored.File.Id, cancellationToken);
        return await cases.DrawAsync(press, stored.File, new(NoticeKind.Information, "This form has already been sent. The card you pressed is an old one; nothing was done twice."), cancellationToken);
    }

    private async Task<AdaptiveCard> DeleteAsync((Draft Draft, string ETag) kept, Press press, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(kept.Draft, kept.ETag, cancellationToken);
        return NoticeCard.Draw("Deleted", kept.Draft.Purpose == DraftPurpose.NewReferral
            ? "The draft is deleted. Nothing was sent to anybody." : "Your changes are discarded. The referral is as it was.", press.Context);
    }

    private async Task<AdaptiveCard> SendAsync(StoredCase stored, (Draft Draft, string ETag) kept, Press press, CancellationToken cancellationToken)
    {
        var draft = kept.Draft;
        Command command = draft.Purpose == DraftPurpose.NewReferral
            ? new SubmitReferral(draft.CaseId, draft.FormId, draft.FormVersion, draft.Answers)
            : new ChangeReferral(draft.CaseId, draft.Before!, draft.Answers, press.Input("reason"));
        var outcome = await commands.RunAsync(command, press.CommandId, press.Actor, stored, now => Removal(now, draft), cancellationToken);
        return outcome switch
        {
            Outcome.Done done => await SentAsync(press, done.File, cancellationToken),
            Outcome.Refused { Reasons: [{ Code: "incomplete" }, ..] } => Review(draft, press.Input("reason"), null, press),
            Outcome.Refused { Reasons: [{ Field: "reason" } needed, ..] } => Review(draft, press.Input("reason"), null, press, needed.Message),
            Outcome.Refused refused => Review(draft, press.Input("reason"), new(NoticeKind.Problem, refused.Reasons[0].Message), press),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }

    /// <summary>The draft goes with the command, unless it was changed on another device since: then nothing is sent.</summary>
    private static IReadOnlyList<RowWrite>? Removal(StoredCase now, Draft sent) =>
        now.Drafts.TryGetValue(sent.AuthorId, out var kept) && kept.Draft.Revision == sent.Revision ? DraftStore.Removal(kept.Draft, kept.ETag) : null;

    private async Task<AdaptiveCard> SentAsync(Press press, CaseFile file, CancellationToken cancellationToken) => file.History.Count == 1
        ? SubmittedCard.Draw(file, press.Context)
        : await cases.DrawAsync(press, file, new(NoticeKind.Done, "Your changes are saved."), cancellationToken);
}
