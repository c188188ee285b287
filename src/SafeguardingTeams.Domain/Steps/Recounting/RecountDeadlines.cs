using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Steps.Recounting;

/// <summary>The bank holidays were amended: the deadlines that run are counted again, and who waits on them is told (design, "Time").</summary>
public sealed record RecountDeadlines(CaseId CaseId) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecountDeadlines;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        ImmutableList<Deadline> changed =
        [
            .. from clock in file.Clocks
               where clock.Runs
               let timescale = Timescales.Rule(clock.Deadline.TimescaleId)!
               where timescale.Unit == TimescaleUnit.WorkingDays
               let again = Again(file, clock.Deadline, timescale, context)
               where again.DueDay != clock.Deadline.DueDay
               select again,
        ];
        var timetable = file.Notification is { Timetable.IsEmpty: false } sent ? Dates(file, sent.SentAt, context) : [];
        var moved = !timetable.SequenceEqual(file.Notification?.Timetable ?? []);
        return changed.IsEmpty && !moved ? Decision.Refuse(new("nothing-changed", "No deadline of this case is touched."))
            : Decision.Accept(CaseId, new DeadlinesRecounted(context.Calendar.Version, changed, timetable));
    }

    private static Deadline Again(CaseFile file, Deadline deadline, Timescale timescale, DecisionContext context) =>
        timescale.Id == Timescales.ScopingReturn.Id ? Scoping.ReturnClock.Pin(file, Timescales.About(deadline.TimescaleId), context, deadline.AnchorDay)
        : timescale.Id == Timescales.Approval.Id ? Approval.ApprovalClock.Pin(file, context, deadline.AnchorDay)
        : context.Pin(file, timescale, deadline.AnchorDay);

    private static ImmutableList<Notification.TimetableDate> Dates(CaseFile file, DateTimeOffset sentAt, DecisionContext context) =>
        Notification.RapidReviewTimetable.From(London.DateOf(sentAt), context.Calendar, file.Rules);
}

/// <summary>Deadlines were counted again by an amended calendar.</summary>
public sealed record DeadlinesRecounted(string CalendarVersion, ImmutableList<Deadline> Deadlines, ImmutableList<Notification.TimetableDate> Timetable) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => Deadlines.Aggregate(file, (all, deadline) => all.Recount(deadline)) with
    {
        Notification = file.Notification is { } sent ? sent with { Timetable = Timetable } : null,
    };
}
