using System.Text;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Tests.Actions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Actions.</content>
public partial class PermissionsTests
{
    private static void AppendActions(StringBuilder text)
    {
        foreach (var stage in Enum.GetValues<ActionStage>())
        {
            text.Append($"\n## An action: {Words(stage.ToString()).ToLowerInvariant()}\n\n| who | sees it | may |\n|---|---|---|\n");
            var file = ActionStory.At(stage).File;
            foreach (var actor in ActionTests.Everybody())
            {
                var steps = Steps
                    .Where(step => ActionRules.MayTake(step, file, actor))
                    .Select(step => Words(step.ToString()).ToLowerInvariant())
                    .ToList();
                var sees = ActionPermissions.Sees(file, actor);
                if (sees || steps.Count > 0)
                {
                    text.Append($"| {Who(actor)} | {(sees ? "yes" : "no")} | {string.Join(", ", steps)} |\n");
                }
            }
        }
    }
}
