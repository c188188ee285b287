using AdaptiveCards;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.LearningDecision;

/// <summary>What the group decided, and that the referrer was told (D4, D5).</summary>
public static class LearningDecisionCards
{
    /// <summary>What was decided, with what is recorded already.</summary>
    public static AdaptiveCard Decide(LearningFile file, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "What did the group decide?",
            file.Decision is null
                ? "It is recorded as the group's decision, and the referrer is told at once. Name no child, relative or practitioner."
                : "What you record stands in place of what was recorded; the old stays on the record, and the referrer is told again.",
            [
                .. GroupForm.Date(
                    filled,
                    context,
                    "date",
                    "The day of the meeting",
                    there: Written.Iso(file.Decision?.DecidedOn ?? context.Today)
                ),
                .. Fields(file, filled, context),
            ],
            LearningForm
                .Key(
                    context,
                    "Record the decision",
                    Verbs.LearningDecision,
                    file,
                    (Verbs.Do, "yes"),
                    LearningForm.Seen(file),
                    LearningForm.Joined(file)
                )
                .Main()
        );

    /// <summary>A decision in words, as it stands in minutes: what was considered, and what follows.</summary>
    public static string InWords(GroupsDecision decided) =>
        $"{decided.Considered.Trim().TrimEnd('.')}. {string.Join("; ", decided.Outcomes.Select(LearningWording.Of))}.";

    /// <summary>What is asked of a decision, wherever it is recorded: by itself, or at a meeting.</summary>
    internal static IEnumerable<Element> Fields(LearningFile file, Filled filled, CardContext context) =>
        [
            .. GroupForm.Line(filled, context, "considered", "What was considered, in a line", there: file.Decision?.Considered ?? ""),
            .. GroupForm.ChooseSeveral(
                filled,
                context,
                "outcomes",
                "What follows? Choose all that apply.",
                Enum.GetValues<LearningOutcome>().Select(outcome => new InputChoice(LearningWording.Of(outcome), outcome.ToString())),
                string.Join(',', file.Decision?.Outcomes ?? [])
            ),
            .. Themes.ThemeCards.Field(file, filled, context),
            .. GroupForm.Text(filled, context, "reason", "Why?", there: file.Decision?.Reason ?? ""),
            .. GroupForm.Text(
                filled,
                context,
                "equality",
                "Equality: what bore on this?",
                "Age, disability, ethnicity, religion, sex and so on. Or: nothing was seen, because …",
                file.Decision?.Equality ?? ""
            ),
            .. GroupForm.Text(
                filled,
                context,
                "participation",
                "Children and families: how do they take part, or why not? (optional)",
                there: file.Decision?.Participation ?? ""
            ),
            .. GroupForm.Text(
                filled,
                context,
                "referrertold",
                "What the referrer is told",
                file.Joined.IsEmpty
                    ? "In plain words; they read exactly this."
                    : $"In plain words. {file.Joined.Count + 1} referrers read exactly this, and of the referrals each only their own.",
                file.Decision?.ToTheReferrer ?? ""
            ),
        ];

    /// <summary>The referrer was told in another way.</summary>
    public static AdaptiveCard Told(LearningFile file, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "How was the referrer told?",
            file.TellsByPerson
                ? "The referrer has no account here. Record that you told them."
                : "A card goes to the referrer by itself. Record here only that you told them in another way.",
            GroupForm.Line(filled, context, "how", "How, and by whom?", "For example: by telephone, by the operational team."),
            LearningForm.Key(context, "Record it", Verbs.LearningTold, file, (Verbs.Do, "yes"), LearningForm.Seen(file)).Main()
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>()
            .Line<LearningDecided>(
                (decided, _) =>
                    (
                        $"The group decided on {Written.ShortDay(decided.Group.DecidedOn)}: "
                            + string.Join("; ", decided.Group.Outcomes.Select(LearningWording.Of)),
                        decided.Group.Reason
                    )
            )
            .Line<LearningReferrerTold>((told, _) => ("The referrer was told", told.How));

    internal static StepTexts<LearningFile> Messages { get; } = new();

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [
        new(50, Step.DecideOnLearning, Verbs.LearningDecision, (file, _) =>
            file.Decision is null ? "Record what the group decided" : "Put the decision right"
        ),
        new(60, Step.RecordLearningTold, Verbs.LearningTold, (_, _) => "The referrer has been told"),
    ];
}
