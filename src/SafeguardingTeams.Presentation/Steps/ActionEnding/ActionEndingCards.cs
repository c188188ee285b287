using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ActionEnding;

/// <summary>An action ends, or begins again (C19).</summary>
public static class ActionEndingCards
{
    /// <summary>The group has ended it.</summary>
    public static AdaptiveCard End(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Has the group ended it?",
            "Only a decision of the group, or that it has changed what it was to change, ends an action; or it is withdrawn.",
            [
                .. GroupForm.Date(filled, context, "date", "The day of the meeting", there: Written.Iso(context.Today)),
                .. GroupForm.Text(filled, context, "reason", "Why does the group end it?", ActionForm.NoNames),
            ],
            ActionForm.Does(context, "Record that it has ended", Verbs.ActionEnd, Step.EndAction, file) with
            {
                Style = "destructive",
            }
        );

    /// <summary>Withdraw it.</summary>
    public static AdaptiveCard Withdraw(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Withdraw it?",
            "Because it was overtaken, is part of another, or is not to be done. It stays on the record, and can be opened again.",
            GroupForm.Text(filled, context, "reason", "Why is it withdrawn?", ActionForm.NoNames),
            ActionForm.Does(context, "Withdraw it", Verbs.ActionWithdraw, Step.WithdrawAction, file) with
            {
                Style = "destructive",
            }
        );

    /// <summary>Open it again.</summary>
    public static AdaptiveCard Reopen(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Open it again?",
            "It is to be done again, by a new date; its owner is told. Only the group, or the Chair between meetings, decides that.",
            [
                .. GroupForm.Date(filled, context, "due", "By when?"),
                .. GroupForm.Date(
                    filled,
                    context,
                    "date",
                    file.RolesOf(context.Viewer).Contains(Role.Chair)
                        ? "If the group decided it: the day of its meeting (optional)"
                        : "The day of the group's meeting that decided it"
                ),
                .. GroupForm.Text(filled, context, "reason", "Why is it opened again?", ActionForm.NoNames),
            ],
            ActionForm.Send(context, "Open it again", Verbs.ActionReopen, Step.ReopenAction, file)
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ActionWords
{
    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>()
            .Line<ActionEnded>((ended, _) => ($"Ended by the group on {Written.ShortDay(ended.DecidedOn)}", ended.Reason))
            .Line<ActionWithdrawn>((withdrawn, _) => ("Withdrawn", withdrawn.Reason))
            .Line<ActionReopened>(
                (again, _) =>
                    (
                        again.DecidedOn is { } day
                            ? $"Opened again by the group on {Written.ShortDay(day)}, for {Written.ShortDay(again.Due.DueDay)}"
                            : $"Opened again, for {Written.ShortDay(again.Due.DueDay)}",
                        again.Reason
                    )
            );

    internal static StepTexts<ActionFile> Messages { get; } = new();

    internal static IReadOnlyList<ActionButton> Buttons { get; } =
    [
        new(300, Step.ReopenAction, Verbs.ActionReopen, (_, _) => "Open it again"),
        new(400, Step.EndAction, Verbs.ActionEnd, (_, _) => "The group has ended it"),
        new(500, Step.WithdrawAction, Verbs.ActionWithdraw, (_, _) => "Withdraw it"),
    ];
}
