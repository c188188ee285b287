using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Recalculating;

/// <summary>
/// The bank holidays were amended: the deadlines that run are recalculated, each from when its clock started, and who
/// waits on them is told (PD1, ADR 7). A due day may stay and only the reminders after it move.
/// </summary>
public sealed record RecalculateDeadlines(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecalculateDeadlines;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        var timetable = file.Notification is { Timetable.IsEmpty: false } sent ? Dates(file, sent.SentAt, context) : [];
        var moved = !timetable.SequenceEqual(file.Notification?.Timetable ?? []);
        var anew = file with { Notification = file.Notification is { } notified ? notified with { Timetable = timetable } : null };
        ImmutableList<Deadline> changed =
        [
            .. from clock in file.Clocks
            where clock.Runs
            let start = StartOf(file, clock.Deadline.TimescaleId)
            let again = CountedAgain.Of(anew, clock.Deadline, context with { At = start })
            where clock.Differs(again)
            select again,
        ];
        ImmutableList<CaseEvent> events =
        [
            .. changed.IsEmpty && !moved
                ? ImmutableList<CaseEvent>.Empty
                : [new DeadlinesRecalculated(context.Calendar.Version, changed, timetable)],
            .. Moves.Doubts(anew, file.Notification?.Timetable.Find(date => date.Id == "meeting")?.Latest, context),
        ];
        return events.IsEmpty
            ? Decision.Refuse(new("nothing-changed", "No deadline of this case is touched."))
            : Decision.Accept(CaseId, [.. events]);
    }

    /// <summary>When a running clock was started last: reminders count from there, and being recalculated starts nothing.</summary>
    private static DateTimeOffset StartOf(CaseFile file, string timescaleId) =>
        Replay.ClockStarted<DeadlinesRecalculated>(new CaseFile(file.Id), file, timescaleId);

    private static ImmutableList<TimetableDate> Dates(CaseFile file, DateTimeOffset sentAt, DecisionContext context) =>
        RapidReviewTimetable.From(London.DateOf(sentAt), context.Calendar, file.Rules);
}

/// <summary>Deadlines were recalculated by an amended calendar.</summary>
public sealed record DeadlinesRecalculated(
    string CalendarVersion,
    ImmutableList<Deadline> Deadlines,
    ImmutableList<TimetableDate> Timetable
) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "DeadlinesRecounted.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        Deadlines.Aggregate(file, (all, deadline) => all.Recalculate(deadline)) with
        {
            Notification = file.Notification is { } sent ? sent with { Timetable = Timetable } : null,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        CaseTask.Of(after).Select(task => Tell.To(after, CardKind.Recounted, task.For, Topic.Calendar(CalendarVersion)));
}
