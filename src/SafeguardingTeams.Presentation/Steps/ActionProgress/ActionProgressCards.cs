using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ActionProgress;

/// <summary>How far an action is (C5).</summary>
public static class ActionProgressCards
{
    /// <summary>Say how far it is.</summary>
    public static AdaptiveCard Report(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "How far is it?",
            $"It is due on {ActionWording.Dates(file)}. Name no child, relative or practitioner.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "state",
                    "How is it getting on?",
                    Enum.GetValues<ProgressState>().Select(state => new InputChoice(ActionWording.Of(state), state.ToString()))
                ),
                .. GroupForm.Text(filled, context, "text", "How far is it? If it is not on track: why, and what would help? (optional)"),
                .. ActionForm.Verified(file, filled, context),
            ],
            ActionForm.Send(context, "Say it", Verbs.ActionProgress, Step.ReportProgress, file)
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ActionWords
{
    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>().Line<ProgressReported>(
            (said, _) => ($"How far it is: {ActionWording.Of(said.State)}", ActionText.Said(said.Text, said.Verified))
        );

    internal static StepTexts<ActionFile> Messages { get; } = new();

    internal static IReadOnlyList<ActionButton> Buttons { get; } =
    [
        new(10, Step.ReportProgress, Verbs.ActionProgress, (file, context) =>
            ActionRules.IsOwner(file, context.Viewer) ? "Say how far it is" : "Record how far it is"
        ),
    ];
}
