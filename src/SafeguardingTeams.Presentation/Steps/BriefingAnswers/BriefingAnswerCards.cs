using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.BriefingAnswers;

/// <summary>How an agency used a briefing, or why not (E20).</summary>
public static class BriefingAnswerCards
{
    /// <summary>Operations record what an agency said in another way.</summary>
    public static AdaptiveCard Record(BriefingFile file, Filled filled, CardContext context) =>
        BriefingForm.Draw(
            file,
            filled,
            context,
            "How an agency used it",
            "Each agency answers here by its member of the group. Record what came in another way.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "agency",
                    "Whose answer?",
                    file.Plan!.Agencies.Select(agency => new InputChoice(
                        file.HasAnswered(agency.AgencyId) ? $"{agency.Name} (has answered)" : agency.Name,
                        agency.AgencyId
                    )),
                    file.Plan.Agencies is [var one] ? one.AgencyId : ""
                ),
                .. Fields(null, filled, context),
                .. GroupForm.Line(filled, context, "verified", "How did you make sure that it came from them?"),
            ],
            BriefingForm
                .Does(
                    context,
                    "Record it",
                    Verbs.BriefingAnswer,
                    file,
                    [.. file.Plan.Agencies.Select(agency => (SeenOf(agency.AgencyId), $"{file.SeenOf(agency.AgencyId)}"))]
                )
                .Main()
        );

    /// <summary>The key that carries how many answers of an agency there were when the card was drawn.</summary>
    public static string SeenOf(string agencyId) => $"seen-{agencyId}";

    /// <summary>What is asked of an agency.</summary>
    /// <param name="there">What it has answered.</param>
    internal static IEnumerable<Element> Fields(BriefingUsed? there, Filled filled, CardContext context) =>
        [
            Subheading("How did you use it?") with
            {
                Spacing = "large",
            },
            .. GroupForm.Line(filled, context, "teams", "Which teams did it reach?", there: there?.Teams ?? ""),
            .. GroupForm.Line(
                filled,
                context,
                "people",
                "How many people? (optional)",
                there: there?.People?.ToString(CultureInfo.InvariantCulture) ?? ""
            ),
            .. GroupForm.ChooseSeveral(
                filled,
                context,
                "uses",
                "How was it talked about?",
                Enum.GetValues<BriefingUse>().Select(use => new InputChoice(BriefingWording.Of(use), use.ToString())),
                there is null ? "" : string.Join(',', there.Uses)
            ),
            .. GroupForm.Text(filled, context, "cameup", "What came up?", "Name no child, relative or practitioner.", there?.CameUp ?? ""),
            .. GroupForm.Text(filled, context, "change", "What will be different?", "If nothing, why.", there?.WillChange ?? ""),
            .. GroupForm.Text(filled, context, "asks", "What do you ask back? (optional)", there: there?.Asks ?? ""),
            .. GroupForm.Text(
                filled,
                context,
                "because",
                "Or: why was it not used?",
                "Where this is filled in, the answers above are left out.",
                there?.WhyNot ?? ""
            ),
        ];
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class BriefingWords
{
    internal static StepLines<BriefingEvent, BriefingFile> Lines { get; } =
        new StepLines<BriefingEvent, BriefingFile>().Line<BriefingAnswered>(
            (answered, file) =>
                (
                    $"{file.Plan!.Agencies.Find(one => one.AgencyId == answered.Used.AgencyId)?.Name ?? "An agency"} "
                        + (answered.Used.IsUsed ? "has used it" : "has not used it"),
                    BriefingWording.Of(answered.Used) + (answered.Used.Verified.Length > 0 ? $" Verified: {answered.Used.Verified}" : "")
                )
        );

    internal static StepTexts<BriefingFile> Messages { get; } = new();

    internal static IReadOnlyList<BriefingButton> Buttons { get; } =
    [new(50, Step.AnswerBriefing, Verbs.BriefingAnswer, _ => "Record an agency's answer")];
}
