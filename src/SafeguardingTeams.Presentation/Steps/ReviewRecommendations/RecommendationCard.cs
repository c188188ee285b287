using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.ActionAgreement;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewRecommendations;

/// <summary>What a review recommends, one by one, to who may read the review (C18).</summary>
public static class RecommendationCard
{
    /// <summary>The key that says which recommendation.</summary>
    public const string Number = "number";

    /// <summary>One recommendation, with what the bodies answered; the first, where there is none of that number.</summary>
    /// <param name="actions">What was agreed from the review, for who reads all actions; nothing for anybody else.</param>
    public static AdaptiveCard Draw(ReviewFile file, int number, IReadOnlyList<AgreedFrom> actions, Notice? notice, CardContext context)
    {
        var all = file.Recommendations.FindAll(one => one.Stands);
        if (all.Find(one => one.Number == number) is not { } there)
        {
            there = all.Find(one => one.Missing.Any()) ?? all.FirstOrDefault();
        }

        return there is null ? Nothing(file, notice, context) : Drawn(file, there, all, actions, notice, context);
    }

    /// <summary>The way there from the review's card; none while nothing is recommended.</summary>
    internal static ActionExecute? Way(ReviewFile file, CardContext context) =>
        file.Recommendations.Count(one => one.Stands) is > 0 and var count
            ? ReviewRecordForm.Key(context, $"Recommendations ({count})", Verbs.ReviewRecommendations, file)
            : null;

    /// <summary>How many there are, and how many answers.</summary>
    internal static IEnumerable<Element> Facts(ReviewFile file)
    {
        var all = file.Recommendations.FindAll(one => one.Stands);
        var (asked, missing) = (all.Sum(one => one.Plan.Bodies.Count), all.Sum(one => one.Missing.Count()));
        if (all.Count > 0)
        {
            yield return Fact(
                "Recommendations",
                $"{all.Count}; answers: {asked - missing} of {asked}"
                    + (RecommendationWording.By(file) is { Length: > 0 } by ? $", due by {by}" : "")
            );
        }
    }

    private static AdaptiveCard Nothing(ReviewFile file, Notice? notice, CardContext context) =>
        Card([
            Top(notice),
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading("Nothing is recommended") with
            {
                Spacing = "none",
            },
            Buttons(Add(file, context)?.Main(), ReviewRecordForm.Key(context, "Back to the review", Verbs.OpenReview, file)),
        ]);

    private static AdaptiveCard Drawn(
        ReviewFile file,
        ReviewRecommendation there,
        ImmutableList<ReviewRecommendation> all,
        IReadOnlyList<AgreedFrom> actions,
        Notice? notice,
        CardContext context
    )
    {
        ActionExecute Key(string title, string verb) => Of(file, there, title, verb, context);
        ActionExecute? May(Step step, string title, string verb) =>
            ReviewRules.MayTake(step, file, context.Viewer) ? Key(title, verb) : null;
        var next = all[(all.IndexOf(there) + 1) % all.Count];
        var theirs = ReviewPermissions.AnswersForTheirs(file, context.Viewer) && there.IsAddressedTo(context.Viewer.AgencyId);
        CardButton?[] top =
        [
            theirs ? Key("Answer for your agency", Verbs.ReviewTheirs).Main() : null,
            file.AsksForAnswers && file.RolesOf(context.Viewer).Contains(Role.Operations)
                ? Key("Record an answer", Verbs.ReviewAnswer)
                : null,
            there.IsAccepted && ReviewRules.MayTake(Step.AgreeAction, file, context.Viewer)
                ? ReviewRecordForm.Key(context, "Agree an action", Verbs.ActionAgree, file, (AgreeActionCard.From, there.Key))
                : null,
            next == there ? null : Of(file, next, "Next recommendation", Verbs.ReviewRecommendations, context),
            ReviewRecordForm.Key(context, "Back to the review", Verbs.OpenReview, file),
        ];
        // Behind "More", so that few are in view.
        ActionExecute?[] below =
        [
            Add(file, context),
            May(Step.ChangeReviewRecommendation, "Change it", Verbs.ReviewRecommendChange),
            May(Step.TakeBackReviewRecommendation, "Take it back", Verbs.ReviewRecommendBack),
        ];
        return Card([
            Top(notice),
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading($"Recommendation {there.Number}") with
            {
                Spacing = "none",
            },
            Text(Plain(Inputs.Cut(there.Plan.Text, 240))) with
            {
                Spacing = "small",
            },
            Buttons(top),
            .. there.Plan.Text.Length > 240 ? [Fact("What is recommended", there.Plan.Text)] : Array.Empty<Element>(),
            Fact("The finding it rests on", there.Plan.Finding),
            Fact("The change wanted", there.Plan.Change),
            .. there.Plan.Themes.IsEmpty
                ? Array.Empty<Element>()
                : [Fact("Themes", string.Join(", ", there.Plan.Themes.Select(theme => theme.NameBy(context.Themes))))],
            Subheading("What the bodies answer") with
            {
                Spacing = "large",
            },
            .. there.Plan.Bodies.Select(body => Answer(file, body, there.AnswerOf(body.AgencyId))),
            .. actions.Where(one => one.Answer == there.Key).Select(one => OnScreen.Reference(one.Action)).ToList() is { Count: > 0 } agreed
                ? [Fact("Actions agreed from it", string.Join(", ", agreed))]
                : Array.Empty<Element>(),
            .. RecommendationWording.By(file) is { Length: > 0 } by
                ? [SmallLine($"Answers are due by {by}.{RecommendationWording.CountedFrom(file)}")]
                : Array.Empty<Element>(),
            .. below.Any(button => button is not null) ? [Buttons(below.Select(button => button?.BehindMore()))] : Array.Empty<Element>(),
        ]);
    }

    private static Element Answer(ReviewFile file, AddressedBody body, BodysAnswer? answer) =>
        Lines.Line(
            body.Name,
            answer is null
                ? ""
                : $"{Written.ShortDay(answer.On)}, recorded by {answer.By}"
                    + (answer.Reasons.Length > 0 ? $": {ReviewRecordText.Short(answer.Reasons, 300)}" : "")
                    + (answer.Verified.Length > 0 ? $" Verified: {answer.Verified}" : ""),
            Plain(RecommendationWording.Of(file, answer))
        );

    private static ActionExecute? Add(ReviewFile file, CardContext context) =>
        ReviewRules.MayTake(Step.MakeReviewRecommendation, file, context.Viewer)
            ? ReviewRecordForm.Key(context, "Add a recommendation", Verbs.ReviewRecommend, file)
            : null;

    internal static ActionExecute Of(ReviewFile file, ReviewRecommendation there, string title, string verb, CardContext context) =>
        ReviewRecordForm.Key(context, title, verb, file, (Number, there.Number.ToString(CultureInfo.InvariantCulture)));
}
