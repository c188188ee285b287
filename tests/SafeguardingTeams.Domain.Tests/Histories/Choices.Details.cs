using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDetails;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>What reviews ask of agencies.</content>
internal sealed partial class Choices
{
    private IEnumerable<Command> OfDetail(World world, ReviewFile file, Step step) =>
        step switch
        {
            Step.RequestDetail =>
            [
                ReviewStory.AskDetail(Sometimes() ? [ReviewStory.Trust, ReviewStory.Police] : [ReviewStory.Trust]) with
                {
                    Review = file.Ref,
                    Due = Sometimes() ? WorkingDay(world, 15) : null,
                    Subjects = file.Plan!.Subjects,
                },
            ],
            Step.AnswerDetail => file
                .Details.Where(one => one.Stands)
                .Select(one => new AnswerDetail(
                    file.Ref,
                    one.Number,
                    Any(Enum.GetValues<DetailReply>()),
                    $"What there is, {one.Answers.Count}.",
                    "By secure mail",
                    world.Today,
                    "Rung back."
                )),
            Step.ReturnDetail => file
                .Details.Where(one => one is { Stands: true, IsAnswered: true })
                .Select(one => new ReturnDetail(
                    file.Ref,
                    one.Number,
                    "The notes of the third contact.",
                    Sometimes() ? WorkingDay(world, 5) : null,
                    file.Plan!.Subjects
                )),
            _ => file.OpenDetails.Select(one => new TakeBackDetail(file.Ref, one.Number, "Another agency has it all.")),
        };
}
