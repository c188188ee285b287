using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionAgreement;

/// <summary>Agree an action from a case or a referral for practice learning (C5).</summary>
public static class AgreeActionCard
{
    /// <summary>The form, on what it comes from.</summary>
    public static AdaptiveCard Draw(RecordRef source, OwnerChoices choices, Filled filled, CardContext context) =>
        Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small($"From {OnScreen.Reference(source)}")),
            Heading("Agree an action") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    "Its owner reads what you write here, and nothing of what it comes from. Name no child, relative or practitioner; say "
                        + "what is to change, and not who did what."
                )
            ) with
            {
                Spacing = "small",
            },
            .. Fields(choices, filled, context),
            .. GroupForm.Line(filled, context, "item", "Where it comes from (optional)", "For example: recommendation 2, or item 3."),
            Buttons(
                Button(context, "Agree the action", Verbs.ActionAgree, ("case", Written.Code(source)), (Verbs.Do, "yes")).Main(),
                Button(
                    context,
                    "Back",
                    source.Kind == RecordKind.Learning ? Verbs.OpenLearning : Verbs.OpenCase,
                    ("case", Written.Code(source))
                )
            ),
        ]);

    /// <summary>What is asked of an action, wherever it is agreed: by itself, or in a meeting.</summary>
    internal static IEnumerable<Element> Fields(OwnerChoices choices, Filled filled, CardContext context) =>
        [
            .. GroupForm.Text(filled, context, "change", "The change wanted", "What will be different, and in whose practice?"),
            .. GroupForm.Text(filled, context, "what", "What will be done?"),
            .. ActionForm.Owner(choices, filled, context),
            .. GroupForm.Date(filled, context, "due", "By when?"),
            .. GroupForm.Text(filled, context, "how", "How shall we know that it has changed something?"),
        ];
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ActionWords
{
    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>().Line<ActionAgreed>(
            (agreed, _) => ($"Agreed, for {Written.ShortDay(agreed.Plan.Due)}. Owner: {ActionWording.Of(agreed.Plan.Owner)}", "")
        );

    internal static StepTexts<ActionFile> Messages { get; } =
        new StepTexts<ActionFile>().Message(CardKind.ActionTask, asked => Task(asked.File, asked.About));

    internal static IReadOnlyList<ActionButton> Buttons { get; } = [];

    private static (string, string) Task(ActionFile file, Topic about) =>
        file.Stage switch
        {
            _ when about != Topic.Round(file.TimesBegun) => ActionText.Over,
            ActionStage.Agreed when file.BegunOn > file.Due => (
                file.Owner is { HasAccount: true } ? "A late action is yours" : "Ask a late action's owner",
                $"An action has another owner since it was late: it was to be done by {Written.Day(file.Due)}. "
                    + (
                        file.Owner is { HasAccount: true }
                            ? "You own it now. Open it to read what was agreed; then say how far it is, or ask for more time."
                            : "They have no account here: tell them, ask them how far it is, and record what they say."
                    )
            ),
            ActionStage.Agreed when file.Owner is { HasAccount: true } => (
                "An action is yours",
                $"You own an action. It is to be done by {Written.Day(file.Due)}. Open it to read what was agreed, and to say how far it "
                    + "is."
            ),
            ActionStage.Agreed => (
                "Ask an action's owner",
                $"An action, to be done by {Written.Day(file.Due)}, is owned by somebody who has no account here. Tell them, ask them how "
                    + "far it is, and record what they say."
            ),
            ActionStage.Done => ("Reported as done", "The Chair accepts it, or returns it. Nothing is asked of you now."),
            ActionStage.Accepted when file.OpenImpact is null => (
                "Accepted as done",
                $"By {ActionWording.DueBy(file, Timescales.ActionImpact)} it is asked what the action has changed."
            ),
            _ => ActionText.Over,
        };
}

/// <summary>Its button on the case's card, for operations and the Chair.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [new(Place.Other, 65, Verbs.ActionAgree, look => look.May(Step.AgreeAction) ? "Agree an action" : null)];
}

/// <summary>Its button on the card of a referral for practice learning.</summary>
internal static class LearningWords
{
    internal static StepLines<Domain.Learning.LearningEvent, Domain.Learning.LearningFile> Lines { get; } = new();

    internal static StepTexts<Domain.Learning.LearningFile> Messages { get; } = new();

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [new(70, Step.AgreeAction, Verbs.ActionAgree, (_, _) => "Agree an action")];
}
