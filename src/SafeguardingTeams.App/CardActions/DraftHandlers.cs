using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Scoping;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Filling in a form, page by page, and sending it. What was typed is saved before anything is said about it.</summary>
public sealed class DraftHandlers(
    IRows rows,
    DraftStore store,
    DraftEditing editing,
    DraftSending sending,
    LetterOfForm letters,
    CaseHandlers cases,
    ReadAudit audit,
    EarlierThemes themes,
    LearningDesk learningDesk,
    BriefingDesk briefingDesk
) : ICardHandlers
{
    /// <inheritdoc/>
    IEnumerable<CardHandler> ICardHandlers.Handlers => [.. Editing.Select(verb => new CardHandler(verb, AnswerAsync))];

    private static ImmutableArray<string> Editing { get; } =
    [
        Verbs.DraftOpen,
        Verbs.DraftContinue,
        Verbs.DraftBack,
        Verbs.DraftLeave,
        Verbs.DraftGo,
        Verbs.DraftReview,
        Verbs.RowAdd,
        Verbs.RowEdit,
        Verbs.RowSave,
        Verbs.RowRemove,
        Verbs.RowRestore,
        Verbs.DraftDelete,
        Verbs.DraftSend,
        Verbs.DraftLetter,
    ];

    private async Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Record is { Kind: RecordKind.Learning or RecordKind.Briefing } other)
        {
            return await OfRecordAsync(
                other,
                other.Kind == RecordKind.Learning ? learningDesk : briefingDesk,
                invocation,
                cancellationToken
            );
        }

        if (invocation.CaseId is not { } id)
        {
            return CaseHandlers.NotFound(invocation);
        }

        var stored = await StoredCase.LoadAsync(rows, id, cancellationToken);
        if (stored.DraftOf(invocation.Actor.PersonId, invocation.Key("draft")) is not { } kept)
        {
            return await NoDraftAsync(invocation, stored, cancellationToken);
        }

        if (!IsTheirs(stored.File, kept.Draft, invocation.Actor))
        {
            return NotFound(invocation);
        }

        invocation =
            kept.Draft.Purpose == DraftPurpose.MeetingRecord
                ? invocation with
                {
                    Earlier = await themes.OfAsync(id, kept.Draft.Answers, cancellationToken),
                }
                : invocation with
                {
                    File = stored.File,
                };
        return invocation.Action.Verb switch
        {
            Verbs.DraftDelete when invocation.Key("to") == "yes" => await DeleteAsync(kept, invocation, cancellationToken),
            Verbs.DraftDelete => LeftCard.AskDelete(kept.Draft, invocation.Context),
            Verbs.DraftLeave when invocation.Key("to") == "review" => LeftCard.Saved(kept.Draft, invocation.Context),
            _ when LetterOfForm.IsAsked(kept.Draft) => await letters.AnswerAsync(kept, stored.File, invocation, cancellationToken),
            Verbs.DraftOpen when OutdatedReturn.Of(kept.Draft, stored.File) is { } since => await sending.AgainAsync(
                since,
                OutdatedReturn.Says(kept.Draft, since)!,
                invocation,
                cancellationToken
            ),
            Verbs.DraftOpen => Open(kept.Draft, invocation),
            Verbs.DraftLetter => Review(kept.Draft, "", null, invocation),
            Verbs.DraftSend => await sending.SendAsync(stored, kept, invocation, cancellationToken),
            _ => await editing.AnswerAsync(kept, invocation, cancellationToken),
        };
    }

    /// <summary>A form of practice learning, or of a briefing: the same editing, another record.</summary>
    private async Task<AdaptiveCard> OfRecordAsync(
        RecordRef record,
        IDraftDesk desk,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        var stored = await StoredRecord.LoadAsync(rows, record, cancellationToken);
        if (stored.DraftOf(invocation.Actor.PersonId, invocation.Key("draft")) is not { } kept)
        {
            return await desk.NoDraftAsync(stored, invocation, cancellationToken);
        }

        if (!desk.MayGoOn(stored.Record, kept.Draft, invocation.Actor))
        {
            return NotFound(invocation);
        }

        return invocation.Action.Verb switch
        {
            Verbs.DraftDelete when invocation.Key("to") == "yes" => await DeleteAsync(kept, invocation, cancellationToken),
            Verbs.DraftDelete => LeftCard.AskDelete(kept.Draft, invocation.Context),
            Verbs.DraftLeave when invocation.Key("to") == "review" => LeftCard.Saved(kept.Draft, invocation.Context),
            Verbs.DraftOpen => Open(kept.Draft, invocation),
            Verbs.DraftLetter => Review(kept.Draft, "", null, invocation),
            Verbs.DraftSend => await desk.SendAsync(stored, kept, invocation, cancellationToken),
            _ => await editing.AnswerAsync(kept, invocation, cancellationToken),
        };
    }

    internal static AdaptiveCard Review(Draft draft, string reason, Notice? notice, CardInvocation invocation, string reasonProblem = "") =>
        ReviewCard.Draw(
            draft,
            Checking.Problems(draft.Form, draft.Answers, invocation.Context.Today),
            Checking.Blanks(draft.Form, draft.Answers),
            reason,
            notice ?? LongMessage(draft),
            invocation.Context,
            reasonProblem
        );

    /// <summary>That a message did not fit into the form it began: whoever took it along is told before they send it.</summary>
    private static Notice? LongMessage(Draft draft) =>
        draft.LeftOut == 0
            ? null
            : new(
                NoticeKind.Problem,
                $"The message is longer than this form takes: its last {draft.LeftOut} characters are not here. What is here stands "
                    + "under what happened, and goes on under anything else. Copy what is missing by hand where it matters."
            );

    /// <summary>A page, with what stands beside it.</summary>
    internal static AdaptiveCard Page(
        Draft draft,
        Page page,
        IReadOnlyList<Problem> problems,
        Notice? notice,
        CardInvocation invocation,
        int part = -1
    ) =>
        FormPageCard.Draw(
            draft,
            page,
            problems,
            notice,
            invocation.Context,
            part,
            draft.Purpose == DraftPurpose.MeetingRecord && page.Id == RapidReviewReportForms.Criteria ? invocation.Earlier : null,
            draft.Purpose == DraftPurpose.ScopingReturn && page.Id == InitialScopingV1.Involvement && invocation.File is { } file
                ? MyAgencyCard.AskedAbout(file)
                : null
        );

    /// <summary>
    /// Where somebody goes on: at the review where only that is left, or where changes, or what was read in, are looked at; else on the
    /// page they left.
    /// </summary>
    internal static AdaptiveCard Open(Draft draft, CardInvocation invocation)
    {
        if (invocation.File is { } file && LetterOfForm.IsAsked(draft))
        {
            return LetterOfForm.Ask(draft, file, invocation);
        }

        if (draft.Purpose is DraftPurpose.ChangeReferral or DraftPurpose.ChangeLearning || draft.Again || draft.How.Length > 0)
        {
            return Review(draft, "", Begun(draft), invocation);
        }

        return
            Checking.Problems(draft.Form, draft.Answers, invocation.Context.Today).IsEmpty
            && draft.Form.Asked(draft.Answers)[^1].Id == draft.At
            ? Review(draft, "", Begun(draft), invocation)
            : Page(
                draft,
                draft.Form.Page(draft.At) ?? draft.Form.Pages[0],
                [],
                LongMessage(draft)
                    ?? Begun(draft)
                    ?? (draft.Revision == 1 ? null : new(NoticeKind.Information, "This is where you left off.")),
                invocation
            );
    }

    /// <summary>That somebody else began it, to who goes on with it.</summary>
    private static Notice? Begun(Draft draft) =>
        draft.BegunBy.Length == 0
            ? null
            : new(
                NoticeKind.Information,
                $"{draft.BegunBy} began this form and answers for the agency no longer. What they typed is here: look through all of it "
                    + "before you return it."
            );

    /// <summary>
    /// Whether its author still has the part in the case it belongs to: a new referral is theirs alone, anything else goes with the
    /// part (F2).
    /// </summary>
    private static bool IsTheirs(CaseFile file, Draft draft, Actor actor) =>
        draft.Purpose switch
        {
            DraftPurpose.NewReferral or DraftPurpose.NewLearning or DraftPurpose.ChangeLearning or DraftPurpose.Briefing => true,
            DraftPurpose.ChangeReferral => Permissions.Sees(file, actor),
            DraftPurpose.ScopingReturn => Permissions.Sees(file, actor)
                && file.Review.Agency(draft.About) is { } agency
                && AgencyRights.ActsFor(actor, agency, file),
            DraftPurpose.ScopingRequest => Permissions.Sees(file, actor) && actor.RolesFor(file).Contains(Role.Operations),
            DraftPurpose.MeetingRecord => Permissions.Sees(file, actor) && actor.RolesFor(file).Overlaps([Role.Operations, Role.Chair]),
        };

    private static AdaptiveCard NotFound(CardInvocation invocation) => RecordDrafts.NoLongerThere(invocation);

    /// <summary>No draft of this person under the reference: it was sent (then this is a repeat or an old card), or deleted.</summary>
    private async Task<AdaptiveCard> NoDraftAsync(CardInvocation invocation, StoredCase stored, CancellationToken cancellationToken)
    {
        if (!Permissions.Sees(stored.File, invocation.Actor))
        {
            return NotFound(invocation);
        }

        if (invocation.Action.Verb == Verbs.DraftSend && stored.Receipts.Contains(invocation.CommandId))
        {
            return await sending.SentAsync(invocation, stored.File, invocation.Key("draft"), cancellationToken);
        }

        await audit.RecordAsync(invocation.Reader, stored.File, cancellationToken);
        return await cases.DrawAsync(invocation, stored.File, RecordDrafts.SentAlready, cancellationToken);
    }

    private async Task<AdaptiveCard> DeleteAsync(
        (Draft Draft, string ETag) kept,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(kept.Draft, kept.ETag, cancellationToken);
        return NoticeCard.Draw("Deleted", DraftWords.Of(kept.Draft, invocation.Context.Words).Discarded, invocation.Context);
    }
}
