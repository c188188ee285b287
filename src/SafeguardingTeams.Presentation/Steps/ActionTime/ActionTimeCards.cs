using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionTime;

/// <summary>More time for an action (C20).</summary>
public static class ActionTimeCards
{
    /// <summary>The owner asks for it.</summary>
    public static AdaptiveCard Ask(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Ask for more time",
            $"It is due on {ActionWording.Dates(file)}. The Chair answers; the first date stays visible.",
            [
                .. GroupForm.Date(filled, context, "until", "Until when?"),
                .. GroupForm.Text(filled, context, "reason", "Why does it take longer?"),
                .. ActionForm.Verified(file, filled, context),
            ],
            ActionForm.Send(context, "Ask the Chair", Verbs.ActionExtend, Step.AskForMoreTime, file)
        );

    /// <summary>The Chair answers: two plain buttons, so that the choice is free.</summary>
    public static AdaptiveCard Answer(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Is there more time?",
            $"It is due on {ActionWording.Dates(file)}.",
            [
                Fact("Asked for", Written.Day(file.OpenMoreTime!.Until)),
                Fact("Why", file.OpenMoreTime.Reason),
                .. GroupForm.Text(filled, context, "reason", "Your reason; needed if you refuse", ActionForm.NoNames),
                Buttons(
                    ActionForm.Does(context, "Agree: more time", Verbs.ActionExtendAnswer, Step.AnswerMoreTime, file, ("agrees", "yes")),
                    ActionForm.Does(context, "Refuse: same date", Verbs.ActionExtendAnswer, Step.AnswerMoreTime, file, ("agrees", "no"))
                ),
            ]
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ActionWords
{
    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>()
            .Line<MoreTimeAsked>(
                (asked, _) =>
                    ($"More time was asked for, until {Written.ShortDay(asked.Until)}", ActionText.Said(asked.Reason, asked.Verified))
            )
            .Line<MoreTimeAnswered>(
                (answered, _) =>
                    (
                        answered.Due is { } due
                            ? $"More time was agreed, until {Written.ShortDay(due.DueDay)}"
                            : "No more time: the date stays",
                        answered.Reason
                    )
            );

    internal static StepTexts<ActionFile> Messages { get; } =
        new StepTexts<ActionFile>()
            .Message(CardKind.ActionTimeAsked, asked =>
                asked.File.OpenMoreTime is not null && asked.About == Topic.Round(asked.File.MoreTime.Count) && !asked.File.IsEnded
                    ? ("More time is asked for", "The owner of an action asks for a later date. Open it to read why, and answer.")
                    : ActionText.Over
            )
            .Message(CardKind.ActionTimeAnswered, asked => asked.File
                    is { Stage: ActionStage.Agreed, MoreTime: [.., { Agreed: { } agreed, Begun: var begun }] }
                && begun == asked.File.TimesBegun
                && asked.About == Topic.Round(asked.File.MoreTime.Count)
                    ? agreed
                        ? ("There is more time", $"The Chair agrees to a later date: {Written.Day(asked.File.Due)}.")
                        : (
                            "There is no more time",
                            $"The Chair has refused a later date: it is due on {Written.Day(asked.File.Due)}. Open it to read why."
                        )
                    : ActionText.Over);

    internal static IReadOnlyList<ActionButton> Buttons { get; } =
    [
        new(35, Step.AnswerMoreTime, Verbs.ActionExtendAnswer, (_, _) => "Answer about more time"),
        new(100, Step.AskForMoreTime, Verbs.ActionExtend, (file, context) =>
            ActionRules.IsOwner(file, context.Viewer) ? "Ask for more time" : "Record that they need time"
        ),
    ];
}
