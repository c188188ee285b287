using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.PartnerDecision;

/// <summary>How the leads have decided.</summary>
internal static class RoundFacts
{
    /// <summary>Who has decided, and what, as far as the viewer may see it already (A10).</summary>
    internal static IEnumerable<Element> Of(CaseFile file, CardContext context) =>
        file.Round is not { } round
            ? []
            : Partners.Leads.Select(lead =>
                Fact(
                    $"Lead representative, {Clocks.Partner(lead)}",
                    round.Of(lead) is not { } decision ? "has not decided yet"
                        : Visibility.SeesDecisions(file, context.Viewer) || context.Viewer.RolesFor(file).Contains(lead) ? Said(decision)
                        : "has decided; you see it once you have"
                )
            );

    internal static string View(PartnersView view) =>
        view switch
        {
            PartnersView.Met => "all three: the criteria are met",
            PartnersView.NotMet => "all three: the criteria are not met",
            PartnersView.NotAgreed => "not agreed, after mediation",
        };

    private static string Said(PartnersDecision decision) =>
        (decision.Agrees ? "agrees" : "disagrees")
        + $"{(decision.Telephone is { } call ? $" (by telephone from {call.GivenBy})" : "")}, {Moment(decision.At)}"
        + (decision.Reason.Length > 0 ? $". {decision.Reason}" : "");
}
