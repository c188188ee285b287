using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Tests.Learning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Practice learning.</content>
public partial class StagesTests
{
    private static HashSet<Followed> Learning()
    {
        var seen = new HashSet<Followed>();
        var open = new Queue<(LearningFile File, DateTimeOffset Now)>();
        foreach (var stage in Enum.GetValues<LearningStage>())
        {
            var story = LearningStory.At(stage);
            seen.UnionWith(Path(new LearningFile(LearningStory.Id), story.File));
            open.Enqueue((story.File, story.Now));
            open.Enqueue((story.File, story.Now.AddDays(30)));
        }

        while (open.TryDequeue(out var from))
        {
            foreach (var command in LearningTests.EveryCommand())
            {
                var story = new LearningStory { Now = from.Now };
                var found = LearningTests
                    .Everybody()
                    .Append(CaseStory.Person("system", Role.ThisSystem))
                    .Select(actor =>
                        (
                            actor,
                            Decision: command.DecideFor(
                                from.File,
                                [.. command.Others.Select(_ => new CaseFile(LearningStory.Made))],
                                story.Context(actor)
                            )
                        )
                    )
                    .FirstOrDefault(one => one.Decision is Decision.Accepted);
                if (found.Decision is not Decision.Accepted accepted)
                {
                    continue;
                }

                var after = accepted
                    .Changes.Where(change => change.Record == LearningStory.Id)
                    .Aggregate(from.File, (file, change) => Walks.After(file, change, found.actor, from.Now));
                if (Path(from.File, after).Where(seen.Add).ToList().Count > 0)
                {
                    open.Enqueue((after, from.Now));
                }
            }
        }

        // By an amended calendar.
        var waiting = LearningStory.At(LearningStage.AwaitingTriage).File;
        var counted = new LearningRecalculated("amended", [waiting.Clocks[^1].Deadline]);
        seen.UnionWith(Path(waiting, Walks.After(waiting, new(waiting.Ref, counted), CaseStory.Somebody(), CaseStory.Monday)));
        return seen;
    }
}
