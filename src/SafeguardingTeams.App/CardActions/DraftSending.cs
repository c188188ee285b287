using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Referral;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Sending a draft: its command, the draft's end in the same transaction, and what is shown then.</summary>
public sealed class DraftSending(IRows rows, DraftStore store, CommandRunner commands, CaseHandlers cases, ReviewDesk desk)
{
    private const string Meanwhile =
        "Somebody else has changed some of the same answers since you began. Nothing is recorded yet, and what you typed is "
        + "kept: it is put on top of what is recorded now. Look at it once more, change what you want, and press the button "
        + "again.";
    private const string ReturnedMeanwhile =
        "A return has come in for this agency since you began. Nothing is sent yet, and what you typed is kept. If it is to "
        + "stand in place of that return, say why and press the button again.";

    internal async Task<AdaptiveCard> SendAsync(
        StoredCase stored,
        (Draft Draft, string ETag) kept,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        var (draft, reason) = (kept.Draft, invocation.Input("reason"));
        if (OutdatedReturn.Of(draft, stored.File) is { } since)
        {
            return await OutdatedAsync(draft, since, invocation, cancellationToken);
        }

        if (draft.Purpose == DraftPurpose.ScopingReturn && draft.Done.Contains(invocation.CommandId))
        {
            return DraftHandlers.Review(draft, reason, new(NoticeKind.Problem, $"Nothing is sent yet. {OutdatedReturn.Look}"), invocation);
        }

        var outcome = await commands.RunAsync(
            Of(draft, reason),
            invocation.CommandId,
            invocation.Actor,
            stored,
            now => Removal(now, draft),
            cancellationToken
        );
        return outcome switch
        {
            Outcome.Done done => await SentAsync(invocation, done.File, draft.Slot, cancellationToken),
            Outcome.Refused { Reasons: [{ Code: "incomplete" }, ..] } => DraftHandlers.Review(draft, reason, null, invocation),
            Outcome.Refused { Reasons: [{ Field: "reason" } needed, ..] } => DraftHandlers.Review(
                draft,
                reason,
                null,
                invocation,
                needed.Message
            ),
            Outcome.Refused { Reasons: [{ Code: "changed-meanwhile" }, ..] } refused when Recorded(refused.File, draft) is { } recorded =>
                await AgainAsync(draft.On(recorded), Meanwhile, invocation, cancellationToken),
            Outcome.Refused { Reasons: [{ Code: "overtaken" }, ..] } refused when OutdatedReturn.Of(draft, refused.File) is { } now =>
                await OutdatedAsync(draft, now, invocation, cancellationToken),
            Outcome.Refused { Reasons: [{ Code: "overtaken" }, ..] } refused
                when draft.Purpose == DraftPurpose.ScopingReturn
                    && refused.File.Review.Agency(draft.About)?.Return is not null
                    && !draft.Again => await AgainAsync(draft with { Again = true }, ReturnedMeanwhile, invocation, cancellationToken),
            Outcome.Refused refused => DraftHandlers.Review(draft, reason, new(NoticeKind.Problem, refused.Reasons[0].Message), invocation),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }

    /// <summary>What is shown once a draft is sent.</summary>
    internal async Task<AdaptiveCard> SentAsync(
        CardInvocation invocation,
        CaseFile file,
        string slot,
        CancellationToken cancellationToken
    ) =>
        slot.Length > 0 ? await desk.AfterDraftAsync(invocation, file, slot, cancellationToken)
        : file.History.Count == 1 ? SubmittedCard.Draw(file, invocation.Context)
        : await cases.DrawAsync(invocation, file, new(NoticeKind.Done, "Your changes are saved."), cancellationToken);

    private static Command Of(Draft draft, string reason) =>
        draft.Purpose switch
        {
            DraftPurpose.NewReferral => new SubmitReferral(draft.Record.CaseId, draft.FormId, draft.FormVersion, draft.Answers),
            DraftPurpose.ChangeReferral => new ChangeReferral(draft.Record.CaseId, draft.Before!, draft.Answers, reason),
            DraftPurpose.ScopingRequest => new FillInRequest(draft.Record.CaseId, draft.Before!, draft.Answers, reason),
            DraftPurpose.ScopingReturn => new ReturnScoping(
                draft.Record.CaseId,
                draft.About,
                true,
                draft.Answers,
                draft.How.Length > 0 ? draft.How : "on a card",
                reason,
                draft.Again
            ),
            DraftPurpose.MeetingRecord => new RecordMeeting(draft.Record.CaseId, draft.Before!, draft.Answers, reason),
            DraftPurpose.NewLearning or DraftPurpose.ChangeLearning or DraftPurpose.Briefing => throw new InvalidOperationException(
                "No form of a case."
            ),
        };

    private static Answers? Recorded(CaseFile file, Draft draft) =>
        draft.Purpose switch
        {
            DraftPurpose.ScopingRequest => file.Review.Request,
            DraftPurpose.MeetingRecord => file.Review.Record,
            _ => null,
        };

    /// <summary>The press that found it outdated is remembered: delivered once more, it does not send what nobody has looked at.</summary>
    private Task<AdaptiveCard> OutdatedAsync(Draft draft, Draft since, CardInvocation invocation, CancellationToken cancellationToken)
    {
        var remembered = since with { Done = draft.Saved(invocation.CommandId, draft.SavedAt, draft.Answers).Done };
        return AgainAsync(remembered, OutdatedReturn.Says(draft, since)!, invocation, cancellationToken);
    }

    /// <summary>Saves the draft as it has to be looked at again, and shows it.</summary>
    internal async Task<AdaptiveCard> AgainAsync(Draft draft, string why, CardInvocation invocation, CancellationToken cancellationToken)
    {
        var now = (await StoredRecord.LoadAsync(rows, draft.Record, cancellationToken)).DraftOf(draft.AuthorId, draft.Slot);
        var next = draft with { Revision = draft.Revision + 1 };
        return now is { } there && there.Draft.Revision == draft.Revision && await store.SaveAsync(next, there.ETag, cancellationToken)
            ? DraftHandlers.Review(next, invocation.Input("reason"), new(NoticeKind.Problem, why), invocation)
            : NoticeCard.Draw(
                "This draft has changed",
                "It was changed, sent or deleted on another device or card. Nothing was done twice.",
                invocation.Context
            );
    }

    /// <summary>
    /// The draft goes with the command, unless it was changed on another device since, or section 1 was corrected in this very moment:
    /// then nothing is sent.
    /// </summary>
    private static IReadOnlyList<RowWrite>? Removal(StoredRecord now, Draft sent) =>
        now.DraftOf(sent.AuthorId, sent.Slot) is { } kept
        && kept.Draft.Revision == sent.Revision
        && OutdatedReturn.Of(sent, (CaseFile)now.Record) is null
            ? DraftStore.Removal(kept.Draft, kept.ETag)
            : null;
}
