using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewRecommendations;

/// <summary>
/// A recommendation, to the agency it addresses (C18): its number, what is recommended, the change wanted, by when, and the agency's own
/// answer. Nothing else of the review: neither its title nor the finding, nor whom else it addresses and what they say (F2).
/// </summary>
public static class TheirRecommendationCard
{
    /// <summary>The recommendation, to who may read it.</summary>
    /// <param name="theirs">All that address this person's agency.</param>
    /// <param name="number">Which; the first that waits, where there is none of that number.</param>
    public static AdaptiveCard Draw(
        ReviewFile file,
        IReadOnlyList<ReviewRecommendation> theirs,
        int number,
        Notice? notice,
        Filled filled,
        CardContext context
    )
    {
        var agency = context.Viewer.AgencyId;
        var there = theirs.FirstOrDefault(one => one.Number == number)
            ?? theirs.FirstOrDefault(one => one.AnswerOf(agency) is null)
            ?? theirs[0];
        var answer = there.AnswerOf(agency);
        var at = theirs.ToList().IndexOf(there);
        var next = theirs.Count == 1 ? null : theirs[(at + 1) % theirs.Count];
        var answers = ReviewPermissions.AnswersForTheirs(file, context.Viewer);
        return Card([
            Top(notice),
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading($"Recommendation {there.Number}") with
            {
                Spacing = "none",
            },
            Text(Plain(Asks(file, theirs, agency, context))) with
            {
                Spacing = "small",
            },
            Fact("What is recommended", there.Plan.Text),
            Fact("The change wanted", there.Plan.Change),
            .. answer is null
                ? Array.Empty<Element>()
                :
                [
                    Fact(
                        "Your agency's answer",
                        $"{RecommendationWording.Of(answer.Reply)}, {Written.Day(answer.On)}"
                            + (answer.Reasons.Length > 0 ? $": {answer.Reasons}" : "")
                    ),
                ],
            .. answers ? RecommendationForms.Answers(answer, filled, context) : [],
            Buttons(
                answers
                    ? RecommendationForms
                        .Sends(
                            answer is null ? "Send the answer" : "Change the answer",
                            Verbs.ReviewTheirs,
                            Step.AnswerReviewRecommendation,
                            file,
                            there,
                            there.RoundOf(agency),
                            context
                        )
                        .Main()
                    : null,
                next is null ? null : RecommendationCard.Of(file, next, "Next recommendation", Verbs.ReviewTheirs, context),
                ReviewPermissions.DetailsOf(file, context.Viewer).Any()
                    ? ReviewRecordForm.Key(context, "Requests to your agency", Verbs.ReviewDetailTheirs, file)
                    : null,
                Button(context, "My tasks", Verbs.MyTasks),
                Button(context, "Home", Verbs.Home)
            ),
        ]);
    }

    private static string Asks(ReviewFile file, IReadOnlyList<ReviewRecommendation> theirs, string agency, CardContext context)
    {
        var missing = theirs.Count(one => one.AnswerOf(agency) is null);
        var of = context.Viewer.AgencyName;
        return missing == 0
            ? $"{of} has answered everything that is recommended to it here."
            : $"{of} is asked for {Written.Count(missing, "answer", "answers")}"
                + (RecommendationWording.By(file) is { Length: > 0 } by ? $" by {by}" : "")
                + (ReviewPermissions.AnswersForTheirs(file, context.Viewer) ? "." : ". Its member of the group answers.");
    }
}
