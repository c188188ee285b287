using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>What a draft's cards say, by what sending it does.</summary>
/// <param name="Name">What it is, in a list.</param>
/// <param name="Heading">Over the review.</param>
/// <param name="Send">On the button that sends it.</param>
/// <param name="Says">What happens when it is sent.</param>
/// <param name="Blanks">What is said of questions that may be left blank and are.</param>
/// <param name="Discard">On the button that takes it away.</param>
/// <param name="DiscardAsks">What is asked before it goes.</param>
/// <param name="DiscardSays">What goes, and what stays.</param>
/// <param name="Discarded">What is said once it is gone.</param>
public sealed record DraftWords(
    string Name,
    string Heading,
    string Send,
    string Says,
    string Blanks,
    string Discard,
    string DiscardAsks,
    string DiscardSays,
    string Discarded
)
{
    private static string AskedFor(PartnershipWords words) => $"You can send all the same; {words.Mash} will ask for what is missing.";

    private const string OnlyTyped = "What you typed goes for good. What is on the record stays as it is.";

    /// <summary>The words of a draft.</summary>
    public static DraftWords Of(Draft draft, PartnershipWords words) => Of(draft.Purpose, words, draft.Again);

    /// <summary>The words of a purpose.</summary>
    /// <param name="purpose">What sending it does.</param>
    /// <param name="words">The partnership's names.</param>
    /// <param name="again">Whether it corrects what was sent.</param>
    public static DraftWords Of(DraftPurpose purpose, PartnershipWords words, bool again = false) =>
        purpose switch
        {
            DraftPurpose.NewReferral => new(
                "Referral",
                "Check what you are about to send",
                $"Send to {words.Mash}",
                $"When you send this, it goes to {words.Mash} at once. You can correct it, and until they have decided you can "
                    + "withdraw it.",
                AskedFor(words),
                "Delete this draft",
                "Delete this draft?",
                "Everything you have typed in it goes for good. Nothing has been sent to anybody.",
                "The draft is deleted. Nothing was sent to anybody."
            ),
            DraftPurpose.ChangeReferral => new(
                "Changes",
                "Check your changes",
                "Save the changes",
                "The old answers stay on the record.",
                AskedFor(words),
                "Discard the changes",
                "Discard these changes?",
                "What you typed goes for good. The referral stays as it is.",
                "Your changes are discarded. The referral is as it was."
            ),
            DraftPurpose.NewLearning => new(
                "Practice learning",
                "Check what you are about to send",
                "Send",
                "When you send this, your safeguarding lead is asked to agree, and then the Chair of the group reads it. You can correct "
                    + "it, and take it back until it is put before a meeting.",
                "You can send all the same; you may be asked for what is missing.",
                "Delete this draft",
                "Delete this draft?",
                "Everything you have typed in it goes for good. Nothing has been sent to anybody.",
                "The draft is deleted. Nothing was sent to anybody."
            ),
            DraftPurpose.ChangeLearning => new(
                "Changes",
                "Check your changes",
                "Save the changes",
                "The old answers stay on the record.",
                "You may be asked for what is missing.",
                "Discard the changes",
                "Discard these changes?",
                "What you typed goes for good. The referral stays as it is.",
                "Your changes are discarded. The referral is as it was."
            ),
            DraftPurpose.ScopingRequest => new(
                "What goes to the agencies",
                "Check what goes to the agencies",
                "Record what is here",
                again
                    ? "It has gone to the agencies: each is told by mail what was put right."
                    : "It is recorded, and goes to the agencies when you send letters and forms. You can record it half-finished "
                        + "and go on later; another member of the team can go on too.",
                "Leave them blank where it is not known.",
                "Discard what I typed",
                "Discard what you typed?",
                OnlyTyped,
                "What you typed is discarded. What is recorded is as it was."
            ),
            DraftPurpose.ScopingReturn => new(
                "Scoping form",
                again ? "Check what you put right" : "Check the form, then return it",
                again ? "Send the return as it is here" : "Return the form",
                "It goes to the operational team at once. Those at the Rapid Review meeting read it; no other agency's "
                    + "representative does. You can put it right afterwards, with a reason.",
                "You can return the form all the same.",
                "Delete this draft",
                "Delete this draft of the form?",
                "Everything you have typed in it goes for good. What was returned, if anything, stays.",
                "The draft is deleted. What was returned, if anything, is as it was."
            ),
            DraftPurpose.Briefing => new(
                "Text of a briefing",
                "Check what you wrote",
                "Put it before somebody to check",
                "It is read against what it comes from. Somebody who did not write it then looks whether anybody could be known again.",
                "You can send it all the same.",
                "Discard what I typed",
                "Discard what you typed?",
                OnlyTyped,
                "What you typed is discarded. What is recorded is as it was."
            ),
            DraftPurpose.MeetingRecord => new(
                "Record of the meeting",
                "Check the record of the meeting",
                "Record what is here",
                "You can record it half-finished and go on later. Somebody else may write at the same time: what each of you "
                    + "records is put together.",
                "You can record it all the same.",
                "Discard what I typed",
                "Discard what you typed?",
                OnlyTyped,
                "What you typed is discarded. The record is as it was."
            ),
        };

    /// <summary>A draft in a list: what it is and its reference.</summary>
    internal static string Line(DraftPurpose purpose, RecordRef id, PartnershipWords words) =>
        purpose is DraftPurpose.ChangeReferral or DraftPurpose.ChangeLearning ? $"Changes to {id}" : $"{Of(purpose, words).Name} {id}";

    /// <summary>The button that goes on with a draft from a list.</summary>
    internal static ActionExecute Continue(DraftLine draft, CardContext context) =>
        draft.Slot.Length == 0
            ? Button(context, $"Continue {draft.Record}", Verbs.DraftOpen, ("case", Code(draft.Record)))
            : Button(
                context,
                $"Continue {draft.Record}: {Inside(Of(draft.Purpose, context.Words).Name)}",
                Verbs.DraftOpen,
                ("case", Code(draft.Record)),
                ("draft", draft.Slot)
            );

    private static string Inside(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";
}
