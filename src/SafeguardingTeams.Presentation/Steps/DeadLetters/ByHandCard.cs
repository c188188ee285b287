using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.DeadLetters;

/// <summary>What could not be done in Outlook or SharePoint was done by hand.</summary>
public static class ByHandCard
{
    /// <summary>Say how something was done by hand that could not be done in Outlook or SharePoint.</summary>
    public static AdaptiveCard Draw(CaseFile file, string subject, DeadLetteredWork deadLettered, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Done by hand",
            [Fact("What could not be done", deadLettered.What), Fact("Why", deadLettered.Why)],
            ["Say this only of what is done: it is not tried again. It stands on the case's record."],
            [Reason(filled, context, "What did you do, and when?")],
            Go(file, context, "It is done", Verbs.DeadLetterByHand, ("subject", subject), (Verbs.Do, "yes")).Main(),
            Button(context, "Back to the list", Verbs.DeadLettered)
        );
}
