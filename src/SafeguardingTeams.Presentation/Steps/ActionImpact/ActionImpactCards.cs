using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionImpact;

/// <summary>What an action has changed (C19).</summary>
public static class ActionImpactCards
{
    /// <summary>The owner says it.</summary>
    public static AdaptiveCard Report(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "What has it changed?",
            "For children, families or practice. That nothing has changed, or that it is too early to tell, is an answer too. Name no "
                + "child, relative or practitioner.",
            [
                Fact("The change wanted", file.Plan!.Change),
                Fact("How we shall know", file.Plan.How),
                .. GroupForm.Text(filled, context, "text", "What has changed, and what shows it?"),
                .. ActionForm.Verified(file, filled, context),
            ],
            ActionForm.Send(context, "Say it", Verbs.ActionImpact, Step.ReportImpact, file)
        );

    /// <summary>The Chair or operations record what was found.</summary>
    public static AdaptiveCard Check(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Has it changed something?",
            "\"Changed\" ends the action. Whatever else you find, its owner is asked again.",
            [
                Fact("The change wanted", file.Plan!.Change),
                Fact("How we shall know", file.Plan.How),
                Fact("The owner says", file.OpenImpact!.Text),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "found",
                    "What do you find?",
                    Enum.GetValues<ImpactFound>().Select(found => new InputChoice(ActionWording.Of(found), found.ToString()))
                ),
                .. GroupForm.Text(filled, context, "how", "How do we know?", ActionForm.NoNames),
                .. GroupForm.Date(
                    filled,
                    context,
                    "impact",
                    "If not changed: when shall we look again? (optional)",
                    $"In 6 months, where you give no date; within {AcceptAction.MostMonths} months."
                ),
            ],
            ActionForm.Send(context, "Record it", Verbs.ActionImpactCheck, Step.CheckImpact, file)
        );
}

/// <summary>What timeline and messages say of it to who referred what an action comes from (D8).</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>().Line<WhatChangedTold>(
            (told, _) => ("Something has changed because of it", told.Change)
        );

    internal static StepTexts<LearningFile> Messages { get; } =
        new StepTexts<LearningFile>().Message(CardKind.LearningImpact, _ =>
            (
                "Something changed because of you",
                "An action that came of it has done what it was to do. Open it to read what changed. Thank you."
            )
        );

    internal static IReadOnlyList<LearningButton> Buttons { get; } = [];
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ActionWords
{
    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>()
            .Line<ImpactReported>((said, _) => ("The owner said what it has changed", ActionText.Said(said.Text, said.Verified)))
            .Line<ImpactChecked>(
                (found, _) =>
                    (
                        found.Again is { } again
                            ? $"{ActionWording.Of(found.Found)}; looked at again on {Written.ShortDay(again.DueDay)}"
                            : ActionWording.Of(found.Found),
                        found.How
                    )
            );

    internal static StepTexts<ActionFile> Messages { get; } =
        new StepTexts<ActionFile>().Message(CardKind.ActionImpact, asked =>
            asked.File.OpenImpact is not null && asked.About == Topic.Round(asked.File.Impact.Count) && !asked.File.IsEnded
                ? ("What has an action changed?", "Its owner has said what it has changed. Open it, and record what you find.")
                : ActionText.Over
        );

    internal static IReadOnlyList<ActionButton> Buttons { get; } =
    [
        new(50, Step.ReportImpact, Verbs.ActionImpact, (file, context) =>
            ActionRules.IsOwner(file, context.Viewer) ? "Say what it has changed" : "Record what the owner says"
        ),
        new(60, Step.CheckImpact, Verbs.ActionImpactCheck, (_, _) => "Record what it has changed"),
    ];
}
