using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupSession;

/// <summary>
/// Operations or the Chair open the meeting: the confidentiality statement is read, and who came is recorded by seat (E14 to E16).
/// Recorded again, it is put right. There is no quorum; the minutes say which partners were there.
/// </summary>
/// <param name="Seen">How often it had been recorded when the card was drawn.</param>
public sealed record RecordGroupAttendance(RecordRef Meeting, Attendance Attendance, int Seen) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordGroupAttendance;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        Seen != Times(files.This) ? Decision.Refuse(Refusal.Overtaken)
        : files.This.Plan!.Day > context.Today
            ? Decision.Refuse(new("too-early", "The meeting is still to come. Move it first if it is held today."))
        : MeetingWords.Unless(
            [
                MeetingWords.Time(Attendance.Began, "began"),
                Attendance.Confidentiality
                    ? null
                    : new("answer-needed", "Read the confidentiality statement first, and say that it was read.", "confidentiality"),
                MeetingWords.TooLong(Attendance.Others, "others", MeetingWords.LongestText),
            ],
            () =>
                files.This.Attendance is { } before && Same(before, Attendance)
                    ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
                    : Decision.Accept(Meeting, new GroupAttendanceRecorded(Attendance))
        );

    /// <summary>How often who came was recorded.</summary>
    public static int Times(MeetingFile file) => file.History.Count(recorded => recorded.Event is GroupAttendanceRecorded);

    private static bool Same(Attendance one, Attendance other) =>
        one.Seats.SequenceEqual(other.Seats) && one with { Seats = [] } == other with { Seats = [] };
}

/// <summary>The meeting was opened, or who came was put right.</summary>
public sealed record GroupAttendanceRecorded(Attendance Attendance) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "GroupAttendanceRecorded.v1";

    /// <inheritdoc/>
    public override bool ChangesMinutes => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.GroupPapers, recorded.At).Stop(Timescales.GroupMeetingHeld, recorded.At) with
        {
            Attendance = Attendance,
            Stage = file.Stage == MeetingStage.Planned ? MeetingStage.InSession : file.Stage,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => MeetingCards.Again(after);
}
