using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>What reviews recommend.</content>
internal sealed partial class Choices
{
    private IEnumerable<Command> Recommends(World world, ReviewFile file, Step step) =>
        step switch
        {
            Step.MakeReviewRecommendation => [Recommendation(file)],
            Step.ChangeReviewRecommendation => Standing(file)
                .Select(one => new ChangeReviewRecommendation(
                    file.Ref,
                    one.Number,
                    one.Plan with
                    {
                        Text = Sometimes() ? $"Have it agreed by two agencies, version {one.Changes}." : one.Plan.Text,
                        Bodies = [Any([ReviewStory.Trust, ReviewStory.Police])],
                    },
                    [],
                    "The leads asked for it.",
                    file.Plan!.Subjects
                )),
            Step.TakeBackReviewRecommendation => Standing(file)
                .Select(one => new TakeBackReviewRecommendation(file.Ref, one.Number, "The leads asked for it.")),
            _ => Standing(file)
                .SelectMany(one =>
                    one.Plan.Bodies.Select(body => new AnswerReviewRecommendation(
                        file.Ref,
                        one.Number,
                        body.AgencyId,
                        Any(Enum.GetValues<RecommendationReply>()),
                        "As the board decided.",
                        world.Today,
                        "Rung back."
                    ))
                ),
        };

    /// <summary>Of each review of a record, which is read with it.</summary>
    private IEnumerable<Command> Recommending(World world, RecordRef subject) =>
        world.All<ReviewFile>().Where(review => review.Plan?.Subjects.Contains(subject) == true).Select(Recommendation);

    private MakeReviewRecommendation Recommendation(ReviewFile file) =>
        new(
            file.Ref,
            ReviewStory.Recommended(Sometimes() ? [ReviewStory.Trust, ReviewStory.Police] : [ReviewStory.Trust]),
            Sometimes() ? ["theme-1"] : [],
            file.Plan!.Subjects
        );

    private static IEnumerable<ReviewRecommendation> Standing(ReviewFile file) => file.Recommendations.Where(one => one.Stands);

    private static ImmutableHashSet<string> WithAction(World world, ReviewFile file) =>
        [.. world.All<ActionFile>().Where(action => action.Source?.Record == file.Ref).Select(action => action.Answer)];
}
