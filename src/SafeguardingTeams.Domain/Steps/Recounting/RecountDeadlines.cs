using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Steps.Recounting;

/// <summary>
/// The bank holidays were amended: the deadlines that run are counted again, each from when its clock started, and who
/// waits on them is told (design, "Time"). A due day may stay and only the reminders after it move.
/// </summary>
public sealed record RecountDeadlines(CaseId CaseId) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecountDeadlines;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
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
               where Differs(clock, again)
               select again,
        ];
        return changed.IsEmpty && !moved ? Decision.Refuse(new("nothing-changed", "No deadline of this case is touched."))
            : Decision.Accept(CaseId, new DeadlinesRecounted(context.Calendar.Version, changed, timetable));
    }

    /// <summary>Whether anything still to come is different: when it is due, or a reminder that has not gone yet.</summary>
    private static bool Differs(Clock clock, Deadline again)
    {
        var (left, anew) = (Left(clock), Left(clock.CountedAgain(again)));
        return (again.DueDay, again.DueAt) != (clock.Deadline.DueDay, clock.Deadline.DueAt)
            || left.Count != anew.Count || left.Zip(anew).Any(pair => pair.First.At != pair.Second.At || !pair.First.SaysTheSame(pair.Second));
    }

    private static ImmutableList<Chase> Left(Clock clock) => clock.Deadline.Chases.RemoveRange(0, clock.Chased);

    /// <summary>When a running clock was started last: reminders count from there, and being counted again starts nothing.</summary>
    private static DateTimeOffset StartOf(CaseFile file, string timescaleId)
    {
        var (before, start) = (new CaseFile(file.Id), DateTimeOffset.MinValue);
        foreach (var recorded in file.History)
        {
            var after = Replay.Next(before, recorded);
            start = recorded.Event is not DeadlinesRecounted && !ReferenceEquals(before.Clock(timescaleId)?.Deadline, after.Clock(timescaleId)?.Deadline) ? recorded.At : start;
            before = after;
        }

        return start;
    }

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

/// <summary>A deadline counted again from what it was counted from, never later than what the case's timetable now says.</summary>
internal static class CountedAgain
{
    internal static Deadline Of(CaseFile file, Deadline deadline, DecisionContext context) => Timescales.Rule(deadline.TimescaleId)! switch
    {
        { Id: var id } when id == Timescales.ScopingReturn.Id => Scoping.ReturnClock.Pin(file, Timescales.About(deadline.TimescaleId), context, deadline.AnchorDay),
        { Id: var id } when id == Timescales.Approval.Id => Approval.ApprovalClock.Pin(file, context, deadline.AnchorDay, deadline.Anchor),
        { Id: var id } when id == Timescales.Meeting.Id && deadline.Anchor == ClockAnchor.RecommendationReopened => Meeting.MeetingClock.Reopened(file, context, deadline.AnchorDay),
        var timescale => context.Pin(file, timescale, deadline.AnchorDay),
    };
}
