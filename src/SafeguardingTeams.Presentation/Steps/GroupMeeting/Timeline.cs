using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupMeeting;

/// <summary>The group's meeting: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<SpecialMeetingAskedFor>((asked, _) => ("Special meeting of the group asked for", asked.Reason))
            .Line<SpecialMeetingTakenBack>((taken, _) => ("The asking for a special meeting was taken back", taken.Reason));
}
