using System.Text;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Tests.Reviews;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Reviews.</content>
public partial class PermissionsTests
{
    private static void AppendReviews(StringBuilder text)
    {
        foreach (var stage in Enum.GetValues<ReviewStage>())
        {
            text.Append($"\n## A review: {Words(stage.ToString()).ToLowerInvariant()}\n\n| who | sees it | may |\n|---|---|---|\n");
            var file = ReviewStory.At(stage).File;
            foreach (var actor in ReviewTests.Everybody())
            {
                var steps = Steps
                    .Where(step => ReviewRules.MayTake(step, file, actor))
                    .Select(step => Words(step.ToString()).ToLowerInvariant())
                    .ToList();
                var sees = ReviewPermissions.Sees(file, actor);
                if (sees || steps.Count > 0)
                {
                    text.Append($"| {Who(actor)} | {(sees ? "yes" : "no")} | {string.Join(", ", steps)} |\n");
                }
            }
        }

        AppendBriefings(text);
    }
}
