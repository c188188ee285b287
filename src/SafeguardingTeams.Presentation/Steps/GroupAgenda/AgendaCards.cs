using AdaptiveCards;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.GroupAgenda;

/// <summary>A meeting of the group is planned, moved, cancelled; its agenda is put together (E1, E2, E13).</summary>
public static class AgendaCards
{
    /// <summary>Plan one.</summary>
    /// <param name="ahead">The days the group's year has, for which no meeting is planned yet.</param>
    /// <param name="waiting">How many records wait for a meeting.</param>
    public static AdaptiveCard Plan(IReadOnlyList<DateOnly> ahead, int waiting, Filled filled, CardContext context) =>
        GroupForm.Draw(
            filled,
            context,
            "Plan a meeting",
            $"{Written.Count(waiting, "record waits", "records wait")} for a meeting and {(waiting == 1 ? "comes" : "come")} onto its "
                + "agenda. You can add to it, take off and put in order afterwards. Its members are invited by Outlook.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "special",
                    "Which kind of meeting?",
                    [new("A scheduled meeting of the group's year", "no"), new("A special meeting, for what cannot wait", "yes")],
                    "no"
                ),
                .. GroupForm.Date(
                    filled,
                    context,
                    "date",
                    "Which day?",
                    ahead.Count == 0 ? "A working day." : $"In the group's year: {string.Join(", ", ahead.Take(4).Select(OnScreen.Day))}.",
                    ahead.Count == 0 ? "" : Written.Iso(ahead[0])
                ),
                .. TimeAndPlace(null, filled, context),
            ],
            Button(context, "Plan it", Verbs.GroupMeetingNew, (Verbs.Do, "yes")).Main()
        );

    /// <summary>Another day, time or place.</summary>
    public static AdaptiveCard Move(MeetingFile file, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            filled,
            context,
            "Move the meeting",
            "The days that count back from it move too. Outlook tells everybody invited; once the agenda is out, members and the "
                + "Scrutineer get a message as well.",
            [
                .. GroupForm.Date(filled, context, "date", "Which day?", "A working day.", Written.Iso(file.Plan!.Day)),
                .. TimeAndPlace(file.Plan, filled, context),
                .. GroupForm.Reason(filled, context, "Why is it moved?"),
            ],
            MeetingForm.Key(context, "Move it", Verbs.GroupMeetingMove, file, (Verbs.Do, "yes")).Main()
        );

    /// <summary>It does not take place.</summary>
    public static AdaptiveCard Cancel(MeetingFile file, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            filled,
            context,
            "Cancel the meeting",
            "Members and the Scrutineer are told, and Outlook tells everybody invited. What is on its agenda waits for the next meeting. "
                + "You can plan it again.",
            GroupForm.Reason(filled, context, "Why does it not take place?"),
            MeetingForm.Key(context, "Cancel the meeting", Verbs.GroupMeetingCancel, file, (Verbs.Do, "yes")).Main()
        );

    /// <summary>An item of one's own.</summary>
    public static AdaptiveCard Add(MeetingFile file, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            filled,
            context,
            "Add an item",
            "Such as a report, an audit, a theme or the terms of reference. Name no child, relative or practitioner.",
            [
                .. GroupForm.Line(filled, context, "title", "What is it?"),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "asked",
                    "What is the group asked to do?",
                    Enum.GetValues<AskedOfGroup>()
                        .Select(asked => new InputChoice(Written.Sentence(MeetingWording.Of(asked)), asked.ToString())),
                    nameof(AskedOfGroup.Decide)
                ),
            ],
            MeetingForm.Key(context, "Add it", Verbs.ItemAdd, file, (Verbs.Do, "yes")).Main()
        );

    /// <summary>Taken off the agenda.</summary>
    public static AdaptiveCard Drop(MeetingFile file, AgendaItem item, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            "Take it off the agenda",
            "It waits for another meeting. The reason stays on the record.",
            GroupForm.Reason(filled, context, "Why?"),
            MeetingForm.Key(context, "Take it off", Verbs.ItemDrop, file, item, (Verbs.Do, "yes")).Main()
        );

    /// <summary>A paper, by link.</summary>
    public static AdaptiveCard Paper(MeetingFile file, AgendaItem item, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            "Add a paper",
            "By its link, such as that of a file in SharePoint. Neither its name nor its link may hold the name of a child.",
            [
                .. GroupForm.Line(filled, context, "title", "What is it?"),
                .. GroupForm.Line(filled, context, "link", "Its link", "It begins with https://"),
            ],
            MeetingForm.Key(context, "Add it", Verbs.ItemPaper, file, item, (Verbs.Do, "yes")).Main()
        );

    /// <summary>Agenda and papers go out.</summary>
    public static AdaptiveCard Send(MeetingFile file, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            filled,
            context,
            "Send the agenda",
            $"{Written.Count(file.Agenda.Count(), "item", "items")}. Members, the Chair and the Scrutineer get a message with the way "
                + "to it; no case or child is named in it.",
            [],
            MeetingForm
                .Key(context, "Send it", Verbs.AgendaSend, file, (Verbs.Do, "yes"), ("seen", MeetingForm.Digits(file.ChangedAt)))
                .Main()
        );

    private static IEnumerable<Element> TimeAndPlace(MeetingPlan? there, Filled filled, CardContext context) =>
        [
            .. GroupForm.Line(filled, context, "start", "At what time does it begin?", "Such as 10:00.", there?.Start ?? "10:00"),
            .. GroupForm.Line(filled, context, "until", "When does it end?", "Two hours later, if you say nothing.", there?.Until ?? ""),
            .. GroupForm.Choose(
                filled,
                context,
                "online",
                "How is it held?",
                [new("In a room", "no"), new("Online: Outlook makes the link", "yes")],
                there is { IsOnline: true } ? "yes" : "no"
            ),
            .. GroupForm.Line(filled, context, "place", "Where?", "A room, or that it is online.", there?.Place ?? ""),
        ];
}
