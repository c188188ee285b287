using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// The partnership's words as they are now: when the group meets is what its record says (E1, E19), and until there is one what the
/// partnership's file says.
/// </summary>
public sealed class CurrentWords(PartnershipWords words, CurrentRules currentRules)
{
    /// <summary>As of when the rules were last read.</summary>
    public PartnershipWords Now =>
        currentRules.Group is { Stage: GroupStage.Open } group ? words with { GroupMeetings = [.. group.Meetings] } : words;
}
