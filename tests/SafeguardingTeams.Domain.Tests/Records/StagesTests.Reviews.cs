using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Tests.Reviews;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Reviews.</content>
public partial class StagesTests
{
    private static HashSet<Followed> OfReviews()
    {
        var seen = new HashSet<Followed>();
        var open = new Queue<(ReviewFile File, DateTimeOffset Now)>();
        ReviewStory[] more =
        [
            ReviewStory.Begun(),
            ReviewStory.Begun(ReviewKind.FollowedElsewhere),
            ReviewStory.At(ReviewStage.UnderWay).TermsWithLeads(),
        ];
        foreach (var story in Enum.GetValues<ReviewStage>().Select(stage => ReviewStory.At(stage)).Concat(more))
        {
            seen.UnionWith(Path(new ReviewFile(ReviewStory.Id), story.File));
            open.Enqueue((story.File, story.Now));
            open.Enqueue((story.File, story.Now.AddDays(200)));
        }

        while (open.TryDequeue(out var from))
        {
            foreach (var command in ReviewTests.EveryCommand())
            {
                var story = new ReviewStory { Now = from.Now };
                var found = ReviewTests
                    .Everybody()
                    .Append(ActionStory.System)
                    .Select(actor =>
                        (
                            actor,
                            Decision: command.DecideFor(from.File, [.. command.Others.Select(ReviewStory.Subject)], story.Context(actor))
                        )
                    )
                    .FirstOrDefault(one => one.Decision is Decision.Accepted);
                if (found.Decision is not Decision.Accepted accepted)
                {
                    continue;
                }

                var after = accepted.Changes.Aggregate(from.File, (file, change) => Walks.After(file, change, found.actor, from.Now));
                if (Path(from.File, after).Where(seen.Add).ToList().Count > 0)
                {
                    open.Enqueue((after, from.Now));
                }
            }
        }

        // By an amended calendar.
        var proposed = ReviewStory.At(ReviewStage.Proposed).File;
        var counted = new ReviewRecounted("amended", [proposed.Clocks[^1].Deadline]);
        seen.UnionWith(Path(proposed, Walks.After(proposed, new(proposed.Ref, counted), CaseStory.Somebody(), CaseStory.Monday)));
        return seen;
    }
}
