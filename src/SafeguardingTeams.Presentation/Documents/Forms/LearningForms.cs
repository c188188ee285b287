using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>
/// The referral for practice learning as a blank Word form, for who cannot use a card: handed out by operations, and read in by them when
/// it comes by mail (D1, D2).
/// </summary>
public static class LearningForms
{
    /// <summary>The file's name; it says nothing of anybody.</summary>
    public const string Name = "referral-for-practice-learning.docx";

    /// <summary>In place of a reference, which it gets when it is read in.</summary>
    internal const string Blank = "blank";

    /// <summary>Writes it.</summary>
    public static ReadOnlyMemory<byte> Write(PartnershipWords words) =>
        FormDocument.Write(
            PracticeLearningV1.Form,
            Answers.None,
            new(
                Blank,
                Blank,
                "As you enter it below.",
                words.PartnershipName,
                [
                    "Use this form only where you cannot refer in Teams. It is not for a child at risk now: in danger this minute, ring "
                        + $"999; otherwise {words.FrontDoorName}, {words.FrontDoorTelephone}, else {words.FrontDoorOutOfHours}.",
                    "Near misses, good practice, poor joint work, new worries, what children and families tell you: nobody needs to have "
                        + "been harmed. Speak to your safeguarding lead before: their agreement is asked for.",
                    "What is not about one child or several needs nothing under the child, when and where, or the family. Good practice "
                        + "alone is told under what went well; anything else under what happened, and why.",
                    "Write only in the fields. What is written beside them may be overlooked when the form is read in.",
                    $"Send it to {words.OperationsEmail}. Name no child in the subject of the mail or in the name of the file.",
                ],
                [],
                [
                    $"If you need advice on completing this form, contact {words.OperationsName}, {words.OperationsTelephone}, "
                        + $"{words.OperationsEmail}.",
                    "You are told when it has been received, what the Chair of the group chose, what the group decided and what changed.",
                ]
            )
            {
                Shown = "blank form",
            }
        );
}
