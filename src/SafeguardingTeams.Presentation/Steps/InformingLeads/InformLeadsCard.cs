using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;

namespace SafeguardingTeams.Presentation.Steps.InformingLeads;

/// <summary>Inform the leads (A8).</summary>
public static class InformLeadsCard
{
    /// <summary>Inform the leads: one button (A8).</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Inform the three leads",
            [
                "Each of the three leads (local authority, police, health) gets a message with the reference, and can read the "
                    + "case from then on. They are asked to decide only after your recommendation.",
            ],
            [],
            [("Inform them now", Verbs.InformLeads, "yes")]
        );
}
