using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupSession;

/// <summary>What timeline, messages and buttons say of the meeting itself.</summary>
internal static class MeetingWords
{
    internal static StepLines<MeetingEvent, MeetingFile> Lines { get; } =
        new StepLines<MeetingEvent, MeetingFile>()
            .Line<GroupAttendanceRecorded>(
                (recorded, _) =>
                    (
                        $"Who was there, from {recorded.Attendance.Began}: "
                            + $"{recorded.Attendance.Seats.Count(seat => seat.Presence is Presence.Present or Presence.Deputy)} of "
                            + $"{recorded.Attendance.Seats.Count} seats. {MeetingWording.PartnersPresent(recorded.Attendance)}",
                        ""
                    )
            )
            .Line<InterestDeclared>(
                (declared, file) =>
                    (
                        $"{GroupAgenda.MeetingWords.Named(file, declared.Number)} an interest: {declared.Interest.Who} "
                            + MeetingWording.Of(declared.Interest.Followed),
                        declared.Interest.What
                    )
            )
            .Line<ItemDecided>(
                (decided, file) =>
                    (
                        $"{GroupAgenda.MeetingWords.Named(file, decided.Number)} "
                            + $"{(decided.Outcome.Corrected.Length > 0 ? "was put right" : "has its outcome")}: "
                            + MeetingWording.Of(decided.Outcome),
                        decided.Outcome.Corrected.Length > 0 ? decided.Outcome.Corrected : decided.Outcome.Reason
                    )
            )
            .Line<ItemActionPlanned>(
                (planned, file) =>
                    (
                        $"{GroupAgenda.MeetingWords.Named(file, planned.Number)} has an action, for "
                            + $"{Written.ShortDay(planned.Plan.Due)}: {planned.Plan.What}",
                        ""
                    )
            )
            .Line<ItemActionTakenBack>(
                (back, file) => ($"{GroupAgenda.MeetingWords.Named(file, back.Number)} an action was taken back", "")
            )
            .Line<GroupMeetingEnded>((ended, _) => ($"The meeting ended at {ended.At}", ""));

    internal static StepTexts<MeetingFile> Messages { get; } = new();

    internal static IReadOnlyList<MeetingButton> Buttons { get; } =
    [new(20, Step.RecordGroupAttendance, Verbs.GroupMeetingAttendance, (file, context) => file.Plan!.Day > context.Today ? null
            : file.Attendance is null ? "Open the meeting"
            : "Who was there"), new(50, Step.EndGroupMeeting, Verbs.GroupMeetingEnd, (_, _) => "End the meeting")];
}
