using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>Whom an action may be given to, or who may be co-opted.</summary>
/// <param name="People">Everybody of the partnership's file, by id and how they are called.</param>
/// <param name="Agencies">Its agencies, by id and name.</param>
public sealed record OwnerChoices(IReadOnlyList<(string Id, string Name)> People, IReadOnlyList<(string Id, string Name)> Agencies);

/// <summary>A small form about an action; its fields are drawn as those of the group's forms.</summary>
public static class ActionForm
{
    /// <summary>The choice of somebody who has no account.</summary>
    public const string NoAccount = "none";

    /// <summary>Who reads an action may have no part in what it comes from (F2).</summary>
    internal const string NoNames = "Its owner reads this: name no child, relative or practitioner.";

    internal static AdaptiveCard Draw(
        ActionFile file,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        params IEnumerable<CardButton> buttons
    ) =>
        RecordForm.Draw(
            $"Action {OnScreen.Reference(file.Ref)}",
            filled,
            title,
            explained,
            fields,
            [.. buttons, Key(context, "Back to the action", Verbs.OpenAction, file)]
        );

    /// <summary>A button about the action.</summary>
    internal static ActionExecute Key(
        CardContext context,
        string title,
        string verb,
        ActionFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => RecordForm.Key(context, title, verb, file.Ref, more);

    /// <summary>A button that takes a step, of the time the card was drawn for.</summary>
    internal static ActionExecute Does(
        CardContext context,
        string title,
        string verb,
        Step step,
        ActionFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => RecordForm.Does(context, title, verb, file.Ref, file.RoundOf(step), more);

    /// <summary>The button that sends what was filled in.</summary>
    internal static ActionExecute Send(CardContext context, string title, string verb, Step step, ActionFile file) =>
        Does(context, title, verb, step, file).Main();

    /// <summary>How it was verified, of whoever records it for an owner who has no account.</summary>
    internal static IEnumerable<Element> Verified(ActionFile file, Filled filled, CardContext context) =>
        ActionRules.IsOwner(file, context.Viewer)
            ? []
            : GroupForm.Line(
                filled,
                context,
                "verified",
                "How did you make sure that it came from the owner?",
                "For example: rung back by the number of their switchboard."
            );

    /// <summary>Who owns it: somebody of the list, or somebody who has no account.</summary>
    internal static IEnumerable<Element> Owner(OwnerChoices choices, Filled filled, CardContext context, string title = "Who owns it?") =>
        [
            .. GroupForm.Choose(
                filled,
                context,
                "owner",
                title,
                choices
                    .People.Select(person => new InputChoice(person.Name, person.Id))
                    .Append(new("Somebody else, who has no account", NoAccount))
            ),
            Subheading("If they have no account here") with
            {
                Spacing = "medium",
            },
            .. GroupForm.Line(filled, context, "ownerrole", "Their role (optional)"),
            .. GroupForm.Line(filled, context, "ownername", "Their name (optional)"),
            .. GroupForm.Line(filled, context, "owneremail", "Their email address (optional)"),
            .. GroupForm.Choose(
                filled,
                context,
                "agency",
                "Their agency (optional)",
                choices.Agencies.Select(agency => new InputChoice(agency.Name, agency.Id))
            ),
        ];
}
