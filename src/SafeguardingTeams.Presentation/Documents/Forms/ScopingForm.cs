using System.Globalization;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>The initial scoping and information sharing form as a Word form, for agencies with nothing better (A17, B4 to B6).</summary>
public static class ScopingForm
{
    /// <summary>Writes it.</summary>
    /// <param name="facts">What it says of the case.</param>
    /// <param name="sent">Section 1 as rows of the family page, and whatever else is known already.</param>
    public static ReadOnlyMemory<byte> Write(ScopingFormFacts facts, Answers sent) =>
        FormDocument.Write(InitialScopingV1.Form, sent, Facts(facts));

    private static FormDocumentFacts Facts(ScopingFormFacts facts)
    {
        var time = facts.ReturnAt.ToString("h.mm tt", CultureInfo.InvariantCulture).ToLowerInvariant();
        var due = $"{time} on {Day(facts.ReturnBy)}";
        return new(
            facts.Reference,
            facts.AgencyKey,
            facts.Agency,
            facts.Partnership,
            [
                "A serious incident has been notified that may meet the criteria for a child safeguarding practice review, as "
                    + $"set out in {facts.Guidance}. The safeguarding partners are holding a Rapid Review of the case.",
                "This form brings together what each agency knows, so that the partners can decide whether a practice review "
                    + "is needed and how to learn from the case.",
                $"Return it to {facts.ReturnTo} by {due}. The Rapid Review has to be complete within "
                    + $"{facts.LimitWorkingDays.ToString(CultureInfo.InvariantCulture)} working days of the notification.",
                "Write only in the fields. What is written beside them may be overlooked when the form is read in.",
            ],
            [
                new("Summary of the case", facts.Summary),
                new(
                    "Period to be looked at",
                    $"From {ShortDay(facts.From)} to {ShortDay(facts.To)}. The period is kept short on purpose. If something "
                        + "from before or after it matters, include it all the same."
                ),
            ],
            [
                $"If you need advice on completing this form, contact {facts.Contact}.",
                $"Return it to {facts.ReturnTo} no later than {due}.",
                "There will be a multi-agency Rapid Review. You will be told what came of it.",
            ]
        )
        {
            SectionOne = facts.SectionOne,
        };
    }
}
