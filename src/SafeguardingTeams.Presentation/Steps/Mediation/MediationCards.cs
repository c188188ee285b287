using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.PartnerDecision;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;

namespace SafeguardingTeams.Presentation.Steps.Mediation;

/// <summary>The Scrutineer mediates (A11).</summary>
public static class MediationCards
{
    /// <summary>Ask for mediation (A11).</summary>
    public static AdaptiveCard AskForMediation(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Ask the Scrutineer to mediate",
            [
                "The leads differ. The Independent Scrutineer speaks with them and records what came of it. It is not a "
                    + "casting vote: each lead decides again afterwards. If they still differ, that is recorded and the local "
                    + "authority decides on the notification.",
            ],
            [],
            [("Ask now", Verbs.AskForMediation, "yes")]
        );

    /// <summary>Record the mediation (A11).</summary>
    public static AdaptiveCard Mediation(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Record the mediation",
            ["Your record is read by the leads and the Chair. Each lead then decides again on a fresh card."],
            [
                .. RoundFacts.Of(file, context),
                Problem(filled, "outcome"),
                new InputText(InputIds.For("outcome", context.CardInvocation), "What came of it?")
                {
                    Value = filled["outcome"],
                    IsMultiline = true,
                    MaxLength = 8000,
                },
                Problem(filled, "agreed"),
                new InputText(InputIds.For("agreed", context.CardInvocation), "Who agreed to it?")
                {
                    Value = filled["agreed"],
                    MaxLength = 8000,
                },
            ],
            [("Record it", Verbs.Mediation, "yes")]
        );

    /// <summary>Put the record of the mediation right (PD16).</summary>
    public static AdaptiveCard CorrectMediation(CaseFile file, Filled filled, CardContext context)
    {
        var typed =
            filled.Typed.Count > 0 || file.Mediated is not { } before
                ? filled
                : new Filled(ImmutableDictionary<string, string>.Empty.Add("outcome", before.Outcome).Add("agreed", before.AgreedBy), []);
        return Step(
            file,
            filled,
            context,
            "Correct the mediation",
            ["Only the record changes: nobody is asked to decide again because of it. What was recorded before stays on the record."],
            [
                Problem(filled, "outcome"),
                new InputText(InputIds.For("outcome", context.CardInvocation), "What came of it?")
                {
                    Value = typed["outcome"],
                    IsMultiline = true,
                    MaxLength = 8000,
                },
                Problem(filled, "agreed"),
                new InputText(InputIds.For("agreed", context.CardInvocation), "Who agreed to it?")
                {
                    Value = typed["agreed"],
                    MaxLength = 8000,
                },
                Reason(filled, context, "Why is it being corrected?"),
            ],
            [("Save", Verbs.CorrectMediation, "yes")]
        );
    }
}
