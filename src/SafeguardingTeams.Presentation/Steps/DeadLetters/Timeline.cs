using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.DeadLetters;

/// <summary>What could not be done in Outlook or SharePoint: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<DeadLetterReported>(
                (reported, _) =>
                    reported.Why.Length > 0
                        ? ($"Could not be done in Outlook or SharePoint: {reported.What}", reported.Why)
                        : ($"Done after all in Outlook or SharePoint: {reported.What}", "")
            )
            .Line<DeadLetterSettled>((settled, _) => ($"Done by hand: {settled.What}", settled.How));
}
