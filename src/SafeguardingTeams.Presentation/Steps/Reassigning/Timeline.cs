using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Reassigning;

/// <summary>Somebody else acts: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<RoleHandedOver>(
                (handed, _) =>
                    ($"{Written.Sentence(CaseWords.Roles([handed.Role]))}: handed over to {handed.Display} for this case", handed.Reason)
            )
            .Line<RoleTakenOver>(
                (taken, _) => ($"{Written.Sentence(CaseWords.Roles([taken.Role]))}: {taken.Display} holds it now and has what waits", "")
            )
            .Line<RoleCovered>(
                (covered, _) =>
                    (
                        $"{covered.AwayDisplay} is away until {Written.ShortDay(covered.Until)}. "
                            + (
                                covered.SomebodyStandsIn
                                    ? "What waits was put before whoever stands in"
                                    : "Nobody stands in; the operational team is told"
                            ),
                        ""
                    )
            );
}
