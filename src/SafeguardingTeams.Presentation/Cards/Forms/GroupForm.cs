using AdaptiveCards;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Layout;
using static SafeguardingTeams.Presentation.Cards.Parts;
using Runs = SafeguardingTeams.Presentation.Cards.Layout.Runs;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>A small form about the group: what is wrong stands above the heading and, in the same words, round its field.</summary>
internal static class GroupForm
{
    /// <summary>For a reason: far more than is taken, so that nothing pasted is cut off unseen before the limit is said.</summary>
    private const int Room = 8000;

    /// <summary>
    /// For one line: more than is taken too, but so little that what another page carries along in its buttons fits into a message.
    /// </summary>
    private const int RoomOfALine = 1000;

    /// <summary>More than these fold into a list, so that the button stays in sight on a phone.</summary>
    private const int FewChoices = 3;

    internal static AdaptiveCard Draw(
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        params IEnumerable<CardButton> buttons
    ) =>
        RecordForm.Draw(
            context.Words.GroupName,
            filled,
            title,
            explained,
            fields,
            [.. buttons, Button(context, "Back to the group", Verbs.Group)]
        );

    internal static IEnumerable<Element> Choose(
        Filled filled,
        CardContext context,
        string name,
        string label,
        IEnumerable<InputChoice> choices,
        string there = ""
    ) =>
        Field(
            filled,
            name,
            new InputChoiceSet(InputIds.For(name, context.CardInvocation), label, [.. choices])
            {
                Value = Or(filled, name, there),
                MostExpanded = FewChoices,
            }
        );

    internal static IEnumerable<Element> Line(
        Filled filled,
        CardContext context,
        string name,
        string label,
        string hint = "",
        string there = ""
    ) =>
        Field(
            filled,
            name,
            new InputText(InputIds.For(name, context.CardInvocation), label)
            {
                Value = Or(filled, name, there),
                MaxLength = RoomOfALine,
                Style = name == "email" ? "email" : null,
            },
            hint
        );

    internal static IEnumerable<Element> Reason(Filled filled, CardContext context, string label) => Text(filled, context, "reason", label);

    /// <summary>Several lines.</summary>
    internal static IEnumerable<Element> Text(
        Filled filled,
        CardContext context,
        string name,
        string label,
        string hint = "",
        string there = ""
    ) =>
        Field(
            filled,
            name,
            new InputText(InputIds.For(name, context.CardInvocation), label)
            {
                Value = Or(filled, name, there),
                IsMultiline = true,
                MaxLength = Room,
            },
            hint
        );

    /// <summary>Any number of a list.</summary>
    internal static IEnumerable<Element> ChooseSeveral(
        Filled filled,
        CardContext context,
        string name,
        string label,
        IEnumerable<InputChoice> choices,
        string there = ""
    ) =>
        Field(
            filled,
            name,
            new InputChoiceSet(InputIds.For(name, context.CardInvocation), label, [.. choices])
            {
                Value = Or(filled, name, there),
                IsMultiSelect = true,
            }
        );

    internal static IEnumerable<Element> Date(
        Filled filled,
        CardContext context,
        string name,
        string label,
        string hint = "",
        string there = ""
    ) => Field(filled, name, new InputDate(InputIds.For(name, context.CardInvocation), label) { Value = Or(filled, name, there) }, hint);

    private static IEnumerable<Element> Field(Filled filled, string name, InputElement input, string hint = "") =>
        filled.Refusals.Find(refusal => refusal.Field == name) is { } refusal ? [Errors.Block(refusal.Message, input, hint)]
        : hint.Length > 0 ? [input with { Spacing = "medium" }, Errors.Hint(hint)]
        : [input with { Spacing = "medium" }];

    private static string Or(Filled filled, string name, string there) => filled.Typed.ContainsKey(name) ? filled[name] : there;
}
