using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Tests.Briefings;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Briefings.</content>
public partial class StagesTests
{
    private static HashSet<Followed> OfBriefings()
    {
        var seen = new HashSet<Followed>();
        var open = new Queue<(BriefingFile File, DateTimeOffset Now)>();
        foreach (var story in Enum.GetValues<BriefingStage>().Select(stage => BriefingStory.At(stage)))
        {
            seen.UnionWith(Path(new BriefingFile(BriefingStory.Id), story.File));
            open.Enqueue((story.File, story.Now));
            open.Enqueue((story.File, story.Now.AddDays(60)));
        }

        while (open.TryDequeue(out var from))
        {
            foreach (var command in BriefingTests.EveryCommand())
            {
                var story = new BriefingStory { Now = from.Now };
                var found = BriefingTests
                    .Everybody()
                    .Append(ActionStory.System)
                    .Select(actor =>
                        (
                            actor,
                            Decision: command.DecideFor(from.File, [.. command.Others.Select(BriefingStory.Source)], story.Context(actor))
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
        var sent = BriefingStory.At(BriefingStage.Sent).File;
        var counted = new BriefingRecounted("amended", [sent.Clocks[^1].Deadline]);
        seen.UnionWith(Path(sent, Walks.After(sent, new(sent.Ref, counted), CaseStory.Somebody(), CaseStory.Monday)));
        return seen;
    }
}
