using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionOwnership;

/// <summary>An action goes to another owner (C5).</summary>
public static class ActionOwnerCard
{
    /// <summary>Choose who.</summary>
    public static AdaptiveCard Draw(ActionFile file, OwnerChoices choices, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Who owns it now?",
            "Whoever owned it is told, and reads it no more. Its date stays.",
            [
                Fact("Owner until now", ActionWording.Of(file.Owner!)),
                .. ActionForm.Owner(choices, filled, context),
                .. GroupForm.Text(filled, context, "reason", "Why somebody else?", ActionForm.NoNames),
            ],
            ActionForm.Send(context, "Give it to them", Verbs.ActionOwner, Step.ChangeActionOwner, file)
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ActionWords
{
    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>()
            .Line<ActionOwnerChanged>(
                (changed, _) =>
                    ($"Owner now: {ActionWording.Of(changed.Owner)}; before: {ActionWording.Of(changed.Before)}", changed.Reason)
            )
            .Line<ActionOwnerCameIn>((came, _) => ($"The owner can sign in now: {ActionWording.Of(came.Owner)}", How(came)));

    internal static StepTexts<ActionFile> Messages { get; } =
        new StepTexts<ActionFile>().Message(CardKind.ActionHandedOn, asked =>
            (
                "Somebody else owns it now",
                "An action that was yours was given to somebody else. Nothing is asked of you any more. If that is a mistake, tell "
                    + $"{asked.Words.OperationsName}."
            )
        );

    /// <summary>By which account, so that operations can see that it is theirs.</summary>
    private static string How(ActionOwnerCameIn came) =>
        !came.Owner.IsByHand ? "The address that was entered is that of somebody in the partnership's list."
        : came.Invited ? "By our invitation, as a guest, at the address that was entered."
        : "By an account that the directory had already at the address that was entered.";

    internal static IReadOnlyList<ActionButton> Buttons { get; } =
    [new(200, Step.ChangeActionOwner, Verbs.ActionOwner, (_, _) => "Change the owner")];
}
