using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Meetings of the group.</content>
public partial class StagesTests
{
    private static HashSet<Followed> Meetings()
    {
        var seen = new HashSet<Followed>();
        foreach (var stage in Enum.GetValues<MeetingStage>())
        {
            seen.UnionWith(Path(new MeetingFile(MeetingStory.Id), MeetingStory.At(stage).File));
            foreach (var command in MeetingStory.EveryCommand())
            {
                foreach (var actor in new[] { MeetingStory.Operations, MeetingStory.Chair, MeetingStory.System })
                {
                    foreach (var later in new[] { 0, 30 })
                    {
                        var story = MeetingStory.At(stage);
                        var before = story.File;
                        story.Now = story.Now.AddDays(later);
                        if (story.When(command, actor) is Decision.Accepted)
                        {
                            seen.UnionWith(Path(before, story.File));
                        }
                    }
                }
            }
        }

        var taken = MeetingStory.At(MeetingStage.InSession).Given(MeetingStory.Plans, MeetingStory.Operations);
        taken.Given(new TakeBackItemAction(MeetingStory.Id, 3, MeetingStory.ActionId), MeetingStory.Operations);
        seen.UnionWith(Path(new MeetingFile(MeetingStory.Id), taken.File));

        var coOpted = MeetingStory
            .WithCoOpted()
            .Given(new EndCoOption(MeetingStory.Id, 3, 1, "Somebody else comes."), MeetingStory.Operations);
        seen.UnionWith(Path(new MeetingFile(MeetingStory.Id), coOpted.File));

        // By an amended calendar.
        var planned = MeetingStory.At(MeetingStage.Planned).File;
        var counted = new MeetingRecalculated("amended", MeetingStory.Day, [planned.Clocks[^1].Deadline]);
        seen.UnionWith(Path(planned, Walks.After(planned, new(planned.Ref, counted), CaseStory.Somebody(), CaseStory.Monday)));
        return seen;
    }
}
