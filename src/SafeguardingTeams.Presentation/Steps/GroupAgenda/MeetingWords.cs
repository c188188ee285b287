using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupAgenda;

/// <summary>What timeline, messages and buttons say of a meeting's plan and agenda.</summary>
internal static class MeetingWords
{
    internal static StepLines<MeetingEvent, MeetingFile> Lines { get; } =
        new StepLines<MeetingEvent, MeetingFile>()
            .Line<GroupMeetingPlanned>(
                (planned, _) =>
                    (
                        $"{(planned.Plan.Special ? "A special meeting" : "A meeting")} was planned for "
                            + $"{Written.ShortDay(planned.Plan.Day)}, "
                            + $"{planned.Plan.Start}, with {Written.Count(planned.Items.Count, "item", "items")}",
                        ""
                    )
            )
            .Line<GroupMeetingMoved>(
                (moved, _) => ($"It was moved to {Written.ShortDay(moved.Plan.Day)}, {moved.Plan.Start}, {moved.Plan.Place}", moved.Reason)
            )
            .Line<GroupMeetingCancelled>((cancelled, _) => ("It was cancelled", cancelled.Reason))
            .Line<AgendaItemsAdded>((added, _) => ($"{Written.Count(added.Items.Count, "item", "items")} came onto the agenda", ""))
            .Line<AgendaItemDropped>((dropped, file) => ($"{Named(file, dropped.Number)} was taken off the agenda", dropped.Reason))
            .Line<AgendaOrdered>((_, _) => ("The order of the agenda was changed", ""))
            .Line<AgendaPaperAdded>(
                (paper, file) => ($"{Named(file, paper.Number)} has a paper{(paper.IsLate ? ", late" : "")}: {paper.Name}", "")
            )
            .Line<AgendaSent>((_, _) => ("Agenda and papers went to the members and the Scrutineer", ""));

    internal static StepTexts<MeetingFile> Messages { get; } =
        new StepTexts<MeetingFile>().Message(CardKind.GroupMeetingNews, asked => News(asked.File, asked.About, asked.Words));

    internal static IReadOnlyList<MeetingButton> Buttons { get; } =
    [
        new(10, Step.SendAgenda, Verbs.AgendaSend, (file, _) => file.AgendaSentAt is null ? "Send the agenda" : "Send the agenda again"),
        new(30, Step.ChangeAgenda, Verbs.AgendaFill, (_, _) => "Put on what waits"),
        new(40, Step.ChangeAgenda, Verbs.ItemAdd, (_, _) => "Add an item"),
        new(80, Step.MoveGroupMeeting, Verbs.GroupMeetingMove, (_, _) => "Move the meeting"),
        new(90, Step.CancelGroupMeeting, Verbs.GroupMeetingCancel, (_, _) => "Cancel the meeting"),
    ];

    /// <summary>An item in a timeline: by its number and what it is, never a name.</summary>
    internal static string Named(MeetingFile file, int number) =>
        file.Item(number) is { } item ? $"Item {number}, {MeetingWording.Title(item)}," : $"Item {number}";

    private static (string, string) News(MeetingFile file, Topic about, PartnershipWords words)
    {
        var plan = file.Plan!;
        var when = $"{Written.Day(plan.Day)} at {plan.Start}";
        var where = "Open it for the place, the agenda and the papers.";
        return (file.Stage, file.History.Find(recorded => recorded.Sequence == about.Number)?.Event) switch
        {
            (MeetingStage.Cancelled, _) => (
                "The group's meeting is cancelled",
                $"The meeting of the {words.GroupName} on {when} does not take place. Open it to see why."
            ),
            (_, MinutesCirculated) => (
                "Draft minutes of the group",
                $"The draft minutes of the meeting on {Written.Day(plan.Day)} are there. Tell the operational team what is to be put "
                    + "right; the next meeting approves them."
            ),
            (_, GroupMeetingMoved) => ("The group's meeting has moved", $"The {words.GroupName} meets on {when}. {where}"),
            _ => ("Agenda of the group's meeting", $"The {words.GroupName} meets on {when}. {where}"),
        };
    }
}
