using AdaptiveCards;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Review;

namespace SafeguardingTeams.App.Carriers;

/// <summary>Filling in a form, page by page, and sending it. What was typed is saved before anything is said about it.</summary>
public sealed class DraftVerbs(
    IRows rows,
    DraftStore store,
    DraftEditing editing,
    DraftSending sending,
    LetterOfForm letters,
    CaseVerbs cases,
    ReadAudit audit,
    EarlierThemes themes
)
{
    internal async Task<AdaptiveCard> AnswerAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.CaseId is not { } id)
        {
            return CaseVerbs.NotFound(press);
        }

        var stored = await StoredCase.LoadAsync(rows, id, cancellationToken);
        if (stored.DraftOf(press.Actor.PersonId, press.Key("draft")) is not { } kept)
        {
            return await NoDraftAsync(press, stored, cancellationToken);
        }

        if (!IsTheirs(stored.File, kept.Draft, press.Actor))
        {
            return Gone(press);
        }

        press =
            kept.Draft.Purpose == DraftPurpose.MeetingRecord
                ? press with
                {
                    Earlier = await themes.OfAsync(id, kept.Draft.Answers, cancellationToken),
                }
                : press with
                {
                    File = stored.File,
                };
        return press.Action.Verb switch
        {
            Verbs.DraftDelete when press.Key("to") == "yes" => await DeleteAsync(kept, press, cancellationToken),
            Verbs.DraftDelete => LeftCard.AskDelete(kept.Draft, press.Context),
            Verbs.DraftLeave when press.Key("to") == "review" => LeftCard.Saved(kept.Draft, press.Context),
            _ when LetterOfForm.IsAsked(kept.Draft) => await letters.AnswerAsync(kept, stored.File, press, cancellationToken),
            Verbs.DraftOpen when OutdatedReturn.Of(kept.Draft, stored.File) is { } since => await sending.AgainAsync(
                since,
                OutdatedReturn.Says(kept.Draft, since)!,
                press,
                cancellationToken
            ),
            Verbs.DraftOpen => Open(kept.Draft, press),
            Verbs.DraftLetter => Review(kept.Draft, "", null, press),
            Verbs.DraftSend => await sending.SendAsync(stored, kept, press, cancellationToken),
            _ => await editing.AnswerAsync(kept, press, cancellationToken),
        };
    }

    internal static AdaptiveCard Review(Draft draft, string reason, Notice? notice, Press press, string reasonProblem = "") =>
        ReviewCard.Draw(
            draft,
            Checking.Problems(draft.Form, draft.Answers, press.Context.Today),
            Checking.Blanks(draft.Form, draft.Answers),
            reason,
            notice,
            press.Context,
            reasonProblem
        );

    /// <summary>A page, with what stands beside it.</summary>
    internal static AdaptiveCard Page(
        Draft draft,
        Page page,
        IReadOnlyList<Problem> problems,
        Notice? notice,
        Press press,
        int part = -1
    ) =>
        FormPageCard.Draw(
            draft,
            page,
            problems,
            notice,
            press.Context,
            part,
            draft.Purpose == DraftPurpose.MeetingRecord && page.Id == RapidReviewReportForms.Criteria ? press.Earlier : null,
            draft.Purpose == DraftPurpose.ScopingReturn && page.Id == InitialScopingV1.Involvement && press.File is { } file
                ? MyAgencyCard.AskedAbout(file)
                : null
        );

    /// <summary>
    /// Where somebody goes on: at the review where only that is left, or where changes, or what was read in, are looked at; else on the
    /// page they left.
    /// </summary>
    internal static AdaptiveCard Open(Draft draft, Press press)
    {
        if (press.File is { } file && LetterOfForm.IsAsked(draft))
        {
            return LetterOfForm.Ask(draft, file, press);
        }

        if (draft.Purpose == DraftPurpose.ChangeReferral || draft.Again || draft.How.Length > 0)
        {
            return Review(draft, "", null, press);
        }

        return Checking.Problems(draft.Form, draft.Answers, press.Context.Today).IsEmpty && draft.Form.Pages[^1].Id == draft.At
            ? Review(draft, "", null, press)
            : Page(
                draft,
                draft.Form.Page(draft.At) ?? draft.Form.Pages[0],
                [],
                draft.Revision == 1 ? null : new(NoticeKind.Information, "This is where you left off."),
                press
            );
    }

    /// <summary>
    /// Whether its author still has the part in the case it belongs to: a new referral is theirs alone, anything else goes with the
    /// part (F2).
    /// </summary>
    private static bool IsTheirs(CaseFile file, Draft draft, Actor actor) =>
        draft.Purpose switch
        {
            DraftPurpose.NewReferral => true,
            DraftPurpose.ChangeReferral => Permissions.Sees(file, actor),
            DraftPurpose.ScopingReturn => Permissions.Sees(file, actor)
                && file.Review.Agency(draft.About) is { } agency
                && AgencyRights.ActsFor(actor, agency, file),
            DraftPurpose.ScopingRequest => Permissions.Sees(file, actor) && actor.RolesFor(file).Contains(Role.Operations),
            DraftPurpose.MeetingRecord => Permissions.Sees(file, actor) && actor.RolesFor(file).Overlaps([Role.Operations, Role.Chair]),
        };

    private static AdaptiveCard Gone(Press press) =>
        NoticeCard.Draw(
            "This draft is no longer there",
            "It was deleted, or it belongs to somebody else. Nothing has been changed.",
            press.Context
        );

    /// <summary>No draft of this person under the reference: it was sent (then this is a repeat or an old card), or deleted.</summary>
    private async Task<AdaptiveCard> NoDraftAsync(Press press, StoredCase stored, CancellationToken cancellationToken)
    {
        if (!Permissions.Sees(stored.File, press.Actor))
        {
            return Gone(press);
        }

        if (press.Action.Verb == Verbs.DraftSend && stored.Receipts.Contains(press.CommandId))
        {
            return await sending.SentAsync(press, stored.File, press.Key("draft"), cancellationToken);
        }

        await audit.RecordAsync(press, stored.File.Id, cancellationToken);
        return await cases.DrawAsync(
            press,
            stored.File,
            new(
                NoticeKind.Information,
                "This form has already been sent, or discarded. The card you pressed is an old one; nothing was done twice."
            ),
            cancellationToken
        );
    }

    private async Task<AdaptiveCard> DeleteAsync((Draft Draft, string ETag) kept, Press press, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(kept.Draft, kept.ETag, cancellationToken);
        return NoticeCard.Draw("Deleted", DraftWords.Of(kept.Draft).Discarded, press.Context);
    }
}
