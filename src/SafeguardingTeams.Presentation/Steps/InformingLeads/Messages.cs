using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.InformingLeads;

/// <summary>The leads are informed: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages().Message(CardKind.LeadsInformed, asked =>
            (
                "A referral that appears to meet the criteria was received",
                asked.File.Stage == Stage.AwaitingRecommendation
                    ? "For your information now: the Chair recommends by "
                        + $"{Clocks.DueDay(asked.File, Timescales.Recommendation)}, counted from "
                        + "the day the operational team received it. After that you are asked to decide."
                    : "Open it to see where it stands."
            )
        );
}
