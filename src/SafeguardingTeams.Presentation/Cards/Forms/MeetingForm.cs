using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>A small form about a meeting of the group; its fields are drawn as those of the group's forms.</summary>
internal static class MeetingForm
{
    internal static AdaptiveCard Draw(
        MeetingFile file,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        params IEnumerable<CardButton> buttons
    ) => Of(file, null, filled, context, title, explained, fields, buttons);

    /// <summary>About one item of its agenda.</summary>
    internal static AdaptiveCard Draw(
        MeetingFile file,
        AgendaItem item,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        params IEnumerable<CardButton> buttons
    ) => Of(file, item, filled, context, title, explained, fields, buttons);

    /// <summary>A button about the meeting.</summary>
    internal static ActionExecute Key(
        CardContext context,
        string title,
        string verb,
        MeetingFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => RecordForm.Key(context, title, verb, file.Ref, more);

    /// <summary>A button about an item of it.</summary>
    internal static ActionExecute Key(
        CardContext context,
        string title,
        string verb,
        MeetingFile file,
        AgendaItem item,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => Key(context, title, verb, file, [("item", Digits(item.Number)), .. more]);

    internal static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static AdaptiveCard Of(
        MeetingFile file,
        AgendaItem? item,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        IEnumerable<CardButton> buttons
    ) =>
        RecordForm.Draw(
            item is null
                ? $"Group meeting {OnScreen.Reference(file.Ref)}"
                : $"Group meeting {OnScreen.Reference(file.Ref)}, item {item.Number}: {Inputs.Cut(MeetingWording.Title(item), 100)}",
            filled,
            title,
            explained,
            fields,
            [
                .. buttons,
                item is null
                    ? Key(context, "Back to the meeting", Verbs.OpenGroupMeeting, file)
                    : Key(context, "Back to the item", Verbs.ItemOpen, file, item),
            ]
        );
}
