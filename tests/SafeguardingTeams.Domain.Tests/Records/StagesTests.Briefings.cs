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
        var sent = BriefingStory.At(BriefingStage.Sent).File;
        return
        [
            .. Following(
                new BriefingFile(BriefingStory.Id),
                Enum.GetValues<BriefingStage>()
                    .Select(stage => BriefingStory.At(stage))
                    .SelectMany(story => new[] { (story.File, story.Now), (story.File, story.Now.AddDays(60)) }),
                BriefingTests.EveryCommand,
                [.. BriefingTests.Everybody(), ActionStory.System],
                BriefingStory.Source,
                (now, actor) => new BriefingStory { Now = now }.Context(actor)
            ),
            .. Recounted(sent, new BriefingRecounted("amended", [sent.Clocks[^1].Deadline])),
        ];
    }
}
