using AdaptiveCards;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.GoodPractice;

/// <summary>Good practice is fed back to the practitioner's manager, with the referrer's agreement (E22).</summary>
public static class GoodPracticeCards
{
    /// <summary>The choice that says that a manager was told.</summary>
    public const string Told = "told";

    /// <summary>The choice that says that nobody is.</summary>
    public const string NotTold = "not-told";

    /// <summary>Who was told, when and how; or why nobody is.</summary>
    public static AdaptiveCard Draw(LearningFile file, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "Good practice fed back",
            "The referrer agrees that the practitioner's manager hears that the good work was seen. You tell them; this system does not.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "fedback",
                    "Was the manager told?",
                    [new("Yes", Told), new("No, and nobody will be", NotTold)],
                    file.FedBack is { Told: null } ? NotTold : Told
                ),
                .. GroupForm.Line(filled, context, "who", "If yes: who was told? Role and agency", there: file.FedBack?.Told?.Who ?? ""),
                .. GroupForm.Date(
                    filled,
                    context,
                    "date",
                    "If yes: on which day?",
                    there: Written.Iso(file.FedBack?.Told?.On ?? context.Today)
                ),
                .. GroupForm.Line(filled, context, "how", "If yes: how, and by whom?", there: file.FedBack?.Told?.How ?? ""),
                .. GroupForm.Text(filled, context, "whynot", "If no: why not?", there: file.FedBack?.WhyNot ?? ""),
                .. file.FedBack is null ? [] : GroupForm.Reason(filled, context, "Why is it put right?"),
            ],
            LearningForm
                .Key(
                    context,
                    "Record it",
                    Verbs.LearningFedBack,
                    file,
                    (Verbs.Do, "yes"),
                    ("again", file.FedBack is null ? "no" : "yes"),
                    LearningForm.Seen(file)
                )
                .Main()
        );

    /// <summary>What is recorded; nothing where nothing is.</summary>
    internal static IEnumerable<Element> Facts(LearningFile file, CardContext context) =>
        file.FedBack is not { } said ? []
        : said.Told is { } told ? [Fact("Good practice fed back", $"{told.Who}, on {Written.ShortDay(told.On)}, {told.How}")]
        : LearningPermissions.WorksOnIt(file, context.Viewer) ? [Fact("Good practice is not fed back", said.WhyNot)]
        : [Fact("Good practice fed back", "No")];
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>().Line<GoodPracticeFedBack>(
            (fed, _) =>
                (
                    fed.Said.Told is { } told
                        ? $"Good practice was fed back: {told.Who}, on {Written.ShortDay(told.On)}, {told.How}"
                        : "Good practice is not fed back",
                    string.Join(" ", new[] { fed.Said.WhyNot, fed.Reason }.Where(text => text.Length > 0))
                )
        );

    internal static StepTexts<LearningFile> Messages { get; } = new();

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [
        new(70, Step.FeedGoodPracticeBack, Verbs.LearningFedBack, (file, _) =>
            file.FedBack is null ? "Good practice fed back" : "Put the feedback right"
        ),
    ];
}
