using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewRecommendations;

/// <summary>A recommendation of another review that is like one to be entered (C24).</summary>
/// <param name="File">The review.</param>
/// <param name="There">What it recommends.</param>
/// <param name="Actions">What was agreed from it.</param>
public sealed record LikeRecommendation(ReviewFile File, ReviewRecommendation There, IReadOnlyList<ActionFile> Actions);

/// <summary>Recommendations like one that is to be entered, with what became of each, before it is (C24).</summary>
public static class LikeRecommendationsCard
{
    /// <summary>The key that says that they were read.</summary>
    public const string Read = "alike";

    private static readonly string[] Carried = ["text", "finding", "wanted", "bodies", "themes"];

    /// <summary>What is like it.</summary>
    /// <param name="filled">What was entered, which is carried along.</param>
    public static AdaptiveCard Draw(ReviewFile file, IReadOnlyList<LikeRecommendation> like, Filled filled, CardContext context)
    {
        (string, string)[] kept = [.. Carried.Select(name => ($"{Filled.Kept}{name}", filled[name]))];
        return Card([
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading("Like ones were recommended") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    $"{Written.Count(like.Count, "recommendation", "recommendations")} of the same theme, or to the same body. Read what "
                        + "became of it. Nothing is recorded yet."
                )
            ) with
            {
                Spacing = "small",
            },
            Buttons(
                ReviewRecordForm
                    .Does(
                        context,
                        "Add it all the same",
                        Verbs.ReviewRecommend,
                        Step.MakeReviewRecommendation,
                        file,
                        [(Read, "yes"), .. kept]
                    )
                    .Main(),
                ReviewRecordForm.Key(context, "Change what I entered", Verbs.ReviewRecommend, file, kept),
                ReviewRecordForm.Key(context, "Back to the review", Verbs.OpenReview, file)
            ),
            .. like.SelectMany(one => Drawn(one)),
        ]);
    }

    private static IEnumerable<Element> Drawn(LikeRecommendation like) =>
        [
            Text(Bold(Inputs.Cut(like.There.Plan.Text, 240))) with
            {
                Separator = true,
            },
            SmallLine($"Review {OnScreen.Reference(like.File.Ref)}, recommendation {like.There.Number}"),
            Fact(
                "Answers",
                string.Join(
                    "; ",
                    like.There.Plan.Bodies.Select(body =>
                        $"{body.Name}: {Lower(RecommendationWording.Of(like.File, like.There.AnswerOf(body.AgencyId)))}"
                    )
                )
            ),
            Fact(
                "What became of it",
                like.Actions.Count == 0 ? "No action was agreed from it." : string.Join("; ", like.Actions.Select(Became))
            ),
        ];

    private static string Became(ActionFile action) =>
        $"{OnScreen.Reference(action.Ref)}: "
        + (
            action.Impact.FindLast(said => said.Found is not null) is { Found: { } found }
                ? Lower(ActionWording.Of(found))
                : $"{ActionWording.Short(action.Stage)}, not known yet whether it has changed something"
        );

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
