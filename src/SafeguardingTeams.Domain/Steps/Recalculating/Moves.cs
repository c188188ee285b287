using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Recalculating;

/// <summary>What moves with the meeting, or makes its day doubtful (PD16).</summary>
internal static class Moves
{
    /// <summary>The returns that are due at another time, with the meeting as it is planned now, or none.</summary>
    internal static IEnumerable<CaseEvent> Returns(CaseFile file, PlannedMeeting? meeting, DecisionContext context)
    {
        var moved = ReturnClock.Moved(file with { Review = file.Review with { Meeting = meeting } }, context);
        return moved.ToList() is { Count: > 0 } deadlines ? [new ClocksPinned([.. deadlines])] : [];
    }

    /// <summary>Whether the planned day is well by a calendar and a notification that were amended; nothing where that is known.</summary>
    /// <param name="file">The case, with the timetable as it is now.</param>
    /// <param name="before">The last day of the meeting before that; null where there was none.</param>
    internal static IEnumerable<CaseEvent> Doubts(CaseFile file, DateOnly? before, DecisionContext context) =>
        file is { MeetingIsAhead: true, Review.Meeting: { } meeting }
        && meeting.Start > context.At
        && Doubt(file, meeting, before, context) is var doubt
        && doubt != file.Review.MeetingDoubt
            ? [new MeetingDayDoubted(doubt)]
            : [];

    private static MeetingDoubt Doubt(CaseFile file, PlannedMeeting meeting, DateOnly? before, DecisionContext context)
    {
        var day = London.DateOf(meeting.Start);
        var latest = file.Notification?.Timetable.Find(date => date.Id == "meeting")?.Latest;
        return !context.Calendar.IsWorkingDay(day) ? MeetingDoubt.NoWorkingDay
            : meeting.EarlyBecause.Length == 0 && day < MeetingWindow.Pinned(file) ? MeetingDoubt.TooEarly
            : day > latest && (day <= before || file.Review.MeetingDoubt == MeetingDoubt.TooLate) ? MeetingDoubt.TooLate
            : MeetingDoubt.None;
    }
}

/// <summary>Bank holidays or notification were amended, and the planned day of the meeting is not well by that, or is again.</summary>
public sealed record MeetingDayDoubted(MeetingDoubt Doubt) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MeetingDayDoubted.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { MeetingDoubt = Doubt },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. Doubt == MeetingDoubt.None
                ? []
                : new Effect[] { Tell.To(after, CardKind.Recounted, Role.Operations, Topic.AfterEvent(after.Version)) },
            .. after.Review.SentAt is null ? [] : Tell.Again(ReviewCards.Meeting(after)),
        ];
}
