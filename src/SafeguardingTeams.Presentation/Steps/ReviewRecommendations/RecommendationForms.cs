using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewRecommendations;

/// <summary>Enter, change and take back a recommendation, and record what a body answers (C18).</summary>
public static class RecommendationForms
{
    private const string NoNames =
        "The agencies it addresses read what is recommended and the change wanted. Name no child, relative or practitioner.";

    /// <summary>Enter one.</summary>
    /// <param name="agencies">The agencies of the partnership's file.</param>
    public static AdaptiveCard Make(
        ReviewFile file,
        IReadOnlyList<(string Id, string Name)> agencies,
        Filled filled,
        CardContext context
    ) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Add a recommendation",
            NoNames,
            Fields(null, agencies, filled, context),
            ReviewRecordForm.Send(context, "Add it", Verbs.ReviewRecommend, Step.MakeReviewRecommendation, file)
        );

    /// <summary>Change one.</summary>
    public static AdaptiveCard Change(
        ReviewFile file,
        ReviewRecommendation there,
        IReadOnlyList<(string Id, string Name)> agencies,
        Filled filled,
        CardContext context
    ) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            $"Change recommendation {there.Number}",
            NoNames + " Where what is recommended or the change wanted is another, every body it addresses is asked anew.",
            [.. Fields(there.Plan, agencies, filled, context), .. GroupForm.Reason(filled, context, "Why is it changed?")],
            Sends("Change it", Verbs.ReviewRecommendChange, Step.ChangeReviewRecommendation, file, there, there.Changes, context).Main()
        );

    /// <summary>Take one back.</summary>
    public static AdaptiveCard TakeBack(ReviewFile file, ReviewRecommendation there, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            $"Take recommendation {there.Number} back",
            $"Nobody is asked about it any more: {Inputs.Cut(there.Plan.Text, 200)}",
            GroupForm.Reason(filled, context, "Why is it taken back?"),
            Sends("Take it back", Verbs.ReviewRecommendBack, Step.TakeBackReviewRecommendation, file, there, there.Changes, context) with
            {
                Style = "destructive",
            }
        );

    /// <summary>Operations record what a body answered that does not answer here itself.</summary>
    public static AdaptiveCard Answer(ReviewFile file, ReviewRecommendation there, Filled filled, CardContext context)
    {
        // Of several none is chosen beforehand: an answer must not stand as another's because nobody looked.
        var only = there.Plan.Bodies is [var one] ? one.AgencyId : "";
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            $"An answer to recommendation {there.Number}",
            "Each body answers here by its member of the group. Record what came in another way.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "body",
                    "Whose answer?",
                    there.Plan.Bodies.Select(body => new InputChoice(
                        there.AnswerOf(body.AgencyId) is null ? body.Name : $"{body.Name} (has answered)",
                        body.AgencyId
                    )),
                    only
                ),
                .. Answers(null, filled, context),
                .. GroupForm.Line(filled, context, "verified", "How did you make sure that it came from them?"),
            ],
            Sends("Record it", Verbs.ReviewAnswer, Step.AnswerReviewRecommendation, file, there, Answered(there), context).Main()
        );
    }

    /// <summary>What is asked of a body.</summary>
    internal static IEnumerable<Element> Answers(BodysAnswer? there, Filled filled, CardContext context) =>
        [
            .. GroupForm.Choose(
                filled,
                context,
                "reply",
                "Is it accepted?",
                Enum.GetValues<RecommendationReply>().Select(reply => new InputChoice(RecommendationWording.Of(reply), reply.ToString())),
                there?.Reply.ToString() ?? ""
            ),
            .. GroupForm.Text(
                filled,
                context,
                "because",
                "Why? (needed unless it is accepted)",
                "Accepted in part: which part, and why not the rest.",
                there?.Reasons ?? ""
            ),
            .. GroupForm.Date(filled, context, "date", "Day of the answer", there: Written.Iso(context.Today)),
        ];

    internal static ActionExecute Sends(
        string title,
        string verb,
        Step step,
        ReviewFile file,
        ReviewRecommendation there,
        int seen,
        CardContext context
    ) =>
        ReviewRecordForm.Does(
            context,
            title,
            verb,
            step,
            file,
            (RecommendationCard.Number, there.Number.ToString(CultureInfo.InvariantCulture)),
            ("seen", seen.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>Which state of it a card was drawn for on which the body is chosen: all its answers count.</summary>
    public static int Answered(ReviewRecommendation there) => (there.Changes * 100) + there.Answers.Count;

    private static IEnumerable<Element> Fields(
        RecommendationPlan? there,
        IReadOnlyList<(string Id, string Name)> agencies,
        Filled filled,
        CardContext context
    )
    {
        var themes = context.Themes.Where(theme => theme.IsInUse || there?.Themes.Exists(chosen => chosen.Id == theme.Id) == true).ToList();
        // An agency that has left the file stays one of those it addresses.
        var bodies = agencies.Concat(
            (there?.Bodies ?? [])
                .Where(body => agencies.All(agency => agency.Id != body.AgencyId))
                .Select(body => (body.AgencyId, body.Name))
        );
        return
        [
            .. GroupForm.Text(filled, context, "text", "What is recommended?", there: there?.Text ?? ""),
            .. GroupForm.Text(filled, context, "finding", "The finding it rests on", there: there?.Finding ?? ""),
            .. GroupForm.Text(filled, context, "wanted", "The change wanted for children", there: there?.Change ?? ""),
            .. GroupForm.ChooseSeveral(
                filled,
                context,
                "bodies",
                "Whom does it address?",
                bodies.Select(agency => new InputChoice(agency.Item2, agency.Item1)),
                string.Join(',', (there?.Bodies ?? []).Select(body => body.AgencyId))
            ),
            .. themes.Count == 0
                ? []
                : GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "themes",
                    "Themes (optional)",
                    themes.Select(theme => new InputChoice(theme.Name, theme.Id)),
                    string.Join(',', (there?.Themes ?? []).Select(theme => theme.Id))
                ),
        ];
    }
}
