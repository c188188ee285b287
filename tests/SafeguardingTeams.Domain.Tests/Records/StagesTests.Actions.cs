using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Tests.Actions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Actions.</content>
public partial class StagesTests
{
    private static HashSet<Followed> Actions()
    {
        var seen = new HashSet<Followed>();
        var open = new Queue<(ActionFile File, DateTimeOffset Now)>();
        foreach (var stage in Enum.GetValues<ActionStage>())
        {
            var story = ActionStory.At(stage);
            seen.UnionWith(Path(new ActionFile(ActionStory.Id), story.File));
            open.Enqueue((story.File, story.Now));
            open.Enqueue((story.File, story.Now.AddDays(90)));
            // Of an owner who was entered by hand.
            open.Enqueue((ActionStory.At(stage, ActionStory.Outside).File, story.Now));
        }

        var source = LearningStory.At(LearningStage.Decided).File;
        while (open.TryDequeue(out var from))
        {
            foreach (var command in ActionTests.EveryCommand())
            {
                var story = new ActionStory { Now = from.Now };
                var found = ActionTests
                    .Everybody()
                    .Append(ActionStory.System)
                    .Select(actor =>
                        (actor, Decision: command.DecideFor(from.File, command.Others.IsEmpty ? [] : [source], story.Context(actor)))
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
        var agreed = ActionStory.At(ActionStage.Agreed).File;
        var counted = new ActionRecalculated("amended", [agreed.Clocks[^1].Deadline]);
        seen.UnionWith(Path(agreed, Walks.After(agreed, new(agreed.Ref, counted), CaseStory.Somebody(), CaseStory.Monday)));
        return seen;
    }
}
