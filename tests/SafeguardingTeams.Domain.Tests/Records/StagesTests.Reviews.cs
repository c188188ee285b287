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
        ReviewStory[] more =
        [
            ReviewStory.Begun(),
            ReviewStory.Begun(ReviewKind.FollowedElsewhere),
            ReviewStory.At(ReviewStage.UnderWay).TermsWithLeads(),
            ReviewStory.AskedInWriting(),
            ReviewStory.AskedIn(),
            ReviewStory.AskedForDetail(),
            ReviewStory.AskedForDetail().Given(ReviewStory.GiveDetail(), ActionStory.Member),
        ];
        var proposed = ReviewStory.At(ReviewStage.Proposed).File;
        return
        [
            .. Following(
                new ReviewFile(ReviewStory.Id),
                Enum.GetValues<ReviewStage>()
                    .Select(stage => ReviewStory.At(stage))
                    .Concat(more)
                    .SelectMany(story => new[] { (story.File, story.Now), (story.File, story.Now.AddDays(200)) }),
                ReviewTests.EveryCommand,
                [.. ReviewTests.Everybody(), ActionStory.System],
                ReviewStory.Subject,
                (now, actor) => new ReviewStory { Now = now }.Context(actor)
            ),
            .. Recounted(proposed, new ReviewRecounted("amended", [proposed.Clocks[^1].Deadline])),
        ];
    }
}
