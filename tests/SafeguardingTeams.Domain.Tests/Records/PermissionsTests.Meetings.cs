using System.Text;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Meetings of the group.</content>
public partial class PermissionsTests
{
    private static void AppendMeetings(StringBuilder text)
    {
        foreach (var stage in Enum.GetValues<MeetingStage>())
        {
            text.Append(
                $"\n## A meeting of the group: {Words(stage.ToString()).ToLowerInvariant()}\n\n| role | sees it | may |\n|---|---|---|\n"
            );
            var file = MeetingStory.At(stage).File;
            foreach (var role in Roles)
            {
                var steps = Steps
                    .Where(step => MeetingPermissions.Allows(step, file, Actor(role)))
                    .Select(step => Words(step.ToString()).ToLowerInvariant())
                    .ToList();
                var sees = MeetingPermissions.Sees(file, Actor(role));
                if (sees || steps.Count > 0)
                {
                    text.Append($"| {Words(role.ToString())} | {(sees ? "yes" : "no")} | {string.Join(", ", steps)} |\n");
                }
            }
        }
    }
}
