using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewRecommendations;

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewRecommendationMade>(
                (made, _) => ($"Recommendation {made.Number}, to {RecommendationWording.Bodies(made.Plan.Bodies)}", made.Plan.Text)
            )
            .Line<ReviewRecommendationChanged>(
                (changed, _) =>
                    (
                        $"Recommendation {changed.Number} was changed, to {RecommendationWording.Bodies(changed.Plan.Bodies)}"
                            + (changed.AsksAnew ? "; it is answered anew" : ""),
                        $"{changed.Plan.Text} Why: {changed.Reason}"
                    )
            )
            .Line<ReviewRecommendationTakenBack>((back, _) => ($"Recommendation {back.Number} was taken back", back.Reason))
            .Line<ReviewRecommendationsAsked>(
                (asked, file) =>
                    (
                        $"Asked for answers by {Written.ShortDay(asked.Answer.DueDay)}: "
                            + string.Join(", ", asked.Agencies.Select(agency => Name(file, agency))),
                        ""
                    )
            )
            .Line<ReviewRecommendationAnswered>(
                (answered, file) =>
                    (
                        $"{Name(file, answered.AgencyId)} on recommendation {answered.Number}: "
                            + $"{RecommendationWording.Of(answered.Reply).ToLowerInvariant()}, {Written.ShortDay(answered.On)}",
                        answered.Verified.Length > 0 ? $"{answered.Reasons} Verified: {answered.Verified}".Trim() : answered.Reasons
                    )
            );

    internal static StepTexts<ReviewFile> Messages { get; } =
        new StepTexts<ReviewFile>().Message(CardKind.ReviewRecommendations, asked => Asks(asked.File, asked.About));

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(150, Step.AnswerReviewRecommendation, Verbs.ReviewRecommendations, (_, _) => "Answers to recommendations"),
        new(160, Step.MakeReviewRecommendation, Verbs.ReviewRecommend, (_, _) => "Add a recommendation"),
    ];

    private static (string, string) Asks(ReviewFile file, Topic about) =>
        !file.AsksForAnswers
        || file.NotAnswered.FirstOrDefault(body => body.AgencyId == about.Name) is not { } body
        || file.AnswersAsked.FindLast(asked => asked.AgencyId == body.AgencyId).Version != about.Number
            ? ("Nothing more is asked here", "These recommendations are answered, or your agency is asked in another message.")
            : (
                "Recommendations to answer",
                $"Recommendations of a review wait for the answer of {body.Name}, by {RecommendationWording.By(file)}: accepted, in part, "
                    + "or not, and why. Open them to read and answer."
            );

    /// <summary>An agency as it was called when it was addressed.</summary>
    private static string Name(ReviewFile file, string agencyId) =>
        file.History.Select(recorded => recorded.Event)
            .SelectMany(happened =>
                happened switch
                {
                    ReviewRecommendationMade made => made.Plan.Bodies,
                    ReviewRecommendationChanged changed => changed.Plan.Bodies,
                    _ => [],
                }
            )
            .LastOrDefault(body => body.AgencyId == agencyId)
            ?.Name
        ?? "an agency";
}
