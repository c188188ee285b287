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
        var source = LearningStory.At(LearningStage.Decided).File;
        var agreed = ActionStory.At(ActionStage.Agreed).File;
        return
        [
            .. Following(
                new ActionFile(ActionStory.Id),
                Enum.GetValues<ActionStage>()
                    .SelectMany(stage =>
                        new[]
                        {
                            (ActionStory.At(stage).File, CaseStory.Monday),
                            (ActionStory.At(stage).File, CaseStory.Monday.AddDays(90)),
                            // Of an owner who was entered by hand.
                            (ActionStory.At(stage, ActionStory.Outside).File, CaseStory.Monday),
                        }
                    ),
                ActionTests.EveryCommand,
                [.. ActionTests.Everybody(), ActionStory.System],
                _ => source,
                (now, actor) => new ActionStory { Now = now }.Context(actor)
            ),
            .. Recounted(agreed, new ActionRecalculated("amended", [agreed.Clocks[^1].Deadline])),
        ];
    }
}
