using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.PartnerDecision;

/// <summary>A lead decides, or stands aside: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<PartnerDecided>(
                (decided, _) =>
                    (
                        $"{Written.Sentence(Clocks.Partner(decided.PartnersDecision.Lead))} "
                            + $"{(decided.PartnersDecision.Agrees ? "agrees" : "disagrees")} with the "
                            + $"recommendation{CaseWords.Telephone(decided.PartnersDecision.Telephone)}",
                        decided.PartnersDecision.Reason
                    )
            )
            .Line<LeadStoodAside>(
                (aside, _) =>
                    (
                        $"The lead representative for {Clocks.Partner(aside.Lead)} stood aside: part in the case. "
                            + $"{(aside.DeputyIsLeft ? "The deputy is asked" : "Nobody is left to ask; the operational team is told")}",
                        ""
                    )
            );
}
