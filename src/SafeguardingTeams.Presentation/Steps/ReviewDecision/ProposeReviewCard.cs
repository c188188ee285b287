using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewDecision;

/// <summary>
/// Propose a review to the leads, or begin one that the group decided on (C2, C3, C8): first which kind, then what of it.
/// </summary>
public static class ProposeReviewCard
{
    /// <summary>The key that carries the kind, once it is chosen.</summary>
    public const string Kind = "sort";

    /// <summary>Which kind it is to be.</summary>
    /// <param name="source">What it is about; null for a theme.</param>
    public static AdaptiveCard Choose(RecordRef? source, Filled filled, CardContext context) =>
        Of(
            source,
            filled,
            context,
            "Which kind of review?",
            "The three leads decide on a local or a learning review, and six months run from that day. Any other is begun here once the "
                + "group has decided on it.",
            GroupForm.Choose(
                filled,
                context,
                Kind,
                "Kind",
                Enum.GetValues<ReviewKind>()
                    .Where(kind => source is not null || !kind.IsDecidedByLeads())
                    .Select(kind => new InputChoice(ReviewRecordWording.Of(kind), kind.ToString())),
                (source is null ? ReviewKind.ThematicReview : ReviewKind.LocalReview).ToString()
            ),
            Button(context, "Go on", Verbs.ReviewPropose, [.. About(source)]).Main()
        );

    /// <summary>What it is about, why, and who sees to it.</summary>
    /// <param name="seen">How many reviews of it there were: two who propose at once propose the same one.</param>
    public static AdaptiveCard Draw(RecordRef? source, ReviewKind kind, int seen, OwnerChoices choices, Filled filled, CardContext context)
    {
        var byLeads = kind.IsDecidedByLeads();
        return Of(
            source,
            filled,
            context,
            byLeads ? "Propose it to the leads" : "Begin it",
            $"{ReviewRecordWording.Of(kind)}. {Explained(kind)} Its title goes further: name nobody in it.",
            [
                .. GroupForm.Line(filled, context, "title", "What is it about?", "For example: injuries of babies who are not mobile yet."),
                .. byLeads
                    ? GroupForm.ChooseSeveral(
                        filled,
                        context,
                        "measures",
                        kind == ReviewKind.LocalReview
                            ? "What speaks for it? (SI 2018/789, regulation 11)"
                            : "What speaks for it? (SI 2018/789, regulation 11; optional)",
                        Enum.GetValues<ReviewCriterion>().Select(one => new InputChoice(ReviewRecordWording.Of(one), one.ToString()))
                    )
                    : [],
                .. kind.IsFromOutside() ? Outside(kind, filled, context) : [],
                .. GroupForm.Text(filled, context, "grounds", kind.IsFromOutside() ? "Why is it looked at here?" : "Why?"),
                .. kind.IsFromOutside()
                    ? []
                    : GroupForm.Text(
                        filled,
                        context,
                        "instead",
                        byLeads ? "What else was possible, and why is that not enough?" : "What else was possible? (optional)"
                    ),
                .. byLeads ? [] : Days(kind, filled, context),
                .. GroupForm.Line(
                    filled,
                    context,
                    "subjects",
                    source is null
                        ? "What it is about: references, with commas (optional)"
                        : "What else it is about: references, with commas (optional)"
                ),
                .. ActionForm.Owner(choices, filled, context, "Who sees to it?"),
            ],
            Button(
                    context,
                    byLeads ? "Propose it" : "Begin it",
                    Verbs.ReviewPropose,
                    [.. About(source), (Kind, kind.ToString()), ("seen", seen.ToString(CultureInfo.InvariantCulture)), (Verbs.Do, "yes")]
                )
                .Main()
        );
    }

    private static string Explained(ReviewKind kind) =>
        kind switch
        {
            ReviewKind.FollowedElsewhere => "Another body does it; it is asked for here until it has ended.",
            ReviewKind.NationalLearning => "The group considers it, and says whether it concerns us.",
            _ when kind.IsDecidedByLeads() => "The three leads read this and decide.",
            _ => "The group has decided on it.",
        };

    /// <summary>Whose it is.</summary>
    private static IEnumerable<Element> Outside(ReviewKind kind, Filled filled, CardContext context) =>
        [
            .. GroupForm.Line(
                filled,
                context,
                "whose",
                kind == ReviewKind.NationalLearning ? "Who published it?" : "Which body does it?",
                kind == ReviewKind.NationalLearning
                    ? "For example: the national Panel."
                    : "For example: the community safety partnership, for a domestic abuse related death review."
            ),
            .. GroupForm.Line(filled, context, "theirs", "Their reference (optional)"),
            .. GroupForm.Line(filled, context, "link", "Where can it be read? (optional)"),
        ];

    private static IEnumerable<Element> Days(ReviewKind kind, Filled filled, CardContext context)
    {
        var (since, due) = kind switch
        {
            ReviewKind.FollowedElsewhere => ("The day it was decided there", "When is it asked for next?"),
            ReviewKind.NationalLearning => ("The day it was published", "By when is it considered?"),
            _ => ("The day of the meeting that decided it", "By when is it done?"),
        };
        return GroupForm.Date(filled, context, "date", since).Concat(GroupForm.Date(filled, context, "due", due));
    }

    private static AdaptiveCard Of(
        RecordRef? source,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        CardButton go
    ) =>
        Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small(source is { } record ? $"From {OnScreen.Reference(record)}" : "Reviews and audits")),
            Heading(title) with
            {
                Spacing = "none",
            },
            Text(Plain(explained)) with
            {
                Spacing = "small",
            },
            .. fields,
            Buttons(
                go,
                source is { } back
                    ? Button(
                        context,
                        "Back",
                        back.Kind == RecordKind.Learning ? Verbs.OpenLearning : Verbs.OpenCase,
                        ("case", Written.Code(back))
                    )
                    : Button(context, "Back", Verbs.ReviewList)
            ),
        ]);

    private static (string Key, string Value)[] About(RecordRef? source) => source is { } record ? [("case", Written.Code(record))] : [];
}

/// <summary>Its button on the case's card, for operations and the Chair.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [new(Place.Other, 66, Verbs.ReviewPropose, look => look.May(Step.ProposeReview) ? "Propose or begin a review" : null)];
}

/// <summary>Its button on the card of a referral for practice learning.</summary>
internal static class LearningWords
{
    internal static StepLines<Domain.Learning.LearningEvent, Domain.Learning.LearningFile> Lines { get; } = new();

    internal static StepTexts<Domain.Learning.LearningFile> Messages { get; } = new();

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [new(75, Step.ProposeReview, Verbs.ReviewPropose, (_, _) => "Propose or begin a review")];
}
