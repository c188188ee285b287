using System.Text;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Tests.Briefings;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Briefings.</content>
public partial class PermissionsTests
{
    /// <summary>The steps of reviews and briefings.</summary>
    private static IEnumerable<Step> OfFurtherKinds =>
        Domain.Reviews.ReviewPermissions.Table.Select(row => row.Step).Concat(BriefingPermissions.Table.Select(row => row.Step));

    private static void AppendBriefings(StringBuilder text)
    {
        foreach (var stage in Enum.GetValues<BriefingStage>())
        {
            text.Append($"\n## A briefing: {Words(stage.ToString()).ToLowerInvariant()}\n\n| who | sees it | may |\n|---|---|---|\n");
            var file = BriefingStory.At(stage).File;
            foreach (var actor in BriefingTests.Everybody())
            {
                var steps = Steps
                    .Where(step => BriefingRules.MayTake(step, file, actor))
                    .Select(step => Words(step.ToString()).ToLowerInvariant())
                    .ToList();
                var sees = BriefingPermissions.Sees(file, actor);
                if (sees || steps.Count > 0)
                {
                    text.Append($"| {Who(actor)} | {(sees ? "yes" : "no")} | {string.Join(", ", steps)} |\n");
                }
            }
        }
    }
}
