using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;

namespace SafeguardingTeams.Domain.Steps.GroupSchedule;

/// <summary>Operations or the Chair put a scheduled meeting of the group into its year (E1, E19), on a working day.</summary>
public sealed record ScheduleMeeting(DateOnly Day) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.ScheduleGroupMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        Day < context.Today ? Decision.Refuse(new("past", "This is past. Choose a day to come.", "date"))
        : Day > context.Calendar.LastDay ? Decision.Refuse(new("outside", "This is later than the bank holidays are known.", "date"))
        : !context.Calendar.IsWorkingDay(Day) ? Decision.Refuse(new("not-a-working-day", "This is not a working day.", "date"))
        : files.This.Meetings.Contains(Day) ? Decision.Refuse(new("nothing-changed", "The group meets on this day already.", "date"))
        : Decision.Accept(files.This.Ref, MeetingScheduled.InTheYear(files.This, Day, context));
}

/// <summary>The group meets on a day.</summary>
/// <param name="Ahead">By when another is scheduled (E19); null in what was recorded before anybody was reminded of it, and where the
/// list of bank holidays ends before.</param>
public sealed record MeetingScheduled(DateOnly Day, Deadline? Ahead = null) : GroupEvent
{
    /// <summary>It, with by when another is scheduled.</summary>
    internal static MeetingScheduled InTheYear(GroupFile group, DateOnly day, DecisionContext context) =>
        new(day, MeetingsAhead.Pin(group.Meetings.Add(day), context.At, context));

    /// <inheritdoc/>
    public override string StoredName => "MeetingScheduled.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        (group with { Meetings = group.Meetings.Add(Day) }).With(Ahead, recorded.At);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => GroupReminded.Again(after, Timescales.MeetingsAhead.Id);
}

/// <summary>
/// A scheduled meeting is taken out of the group's year, with the reason. Once it is planned, with an agenda and invitations, it is
/// cancelled instead, which takes it out too.
/// </summary>
public sealed record TakeOutMeeting(DateOnly Day, string Reason) : GroupCommand
{
    /// <summary>The meetings that are planned for the day, as far as is known.</summary>
    public ImmutableList<RecordRef> Planned { get; init; } = [];

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Planned;

    /// <inheritdoc/>
    public override Step Step => Step.ScheduleGroupMeeting;

    /// <inheritdoc/>
    protected override Step StepOn(RecordRef other) => Step.CancelGroupMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        !files.This.Meetings.Contains(Day) ? Decision.Refuse(Refusal.Overtaken)
        : files.Others.OfType<MeetingFile>().FirstOrDefault(meeting => meeting.Plan is { Special: false } plan && plan.Day == Day)
            is { } planned
            ? Decision.Refuse(
                new(
                    "planned",
                    $"This meeting is planned ({planned.Ref}), with an agenda and invitations. Open it and choose "
                        + "“Cancel the meeting”: everybody is told, and the day is taken out.",
                    "date"
                )
            )
        : Day < context.Today ? Decision.Refuse(new("past", "This meeting is past.", "date"))
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why the group does not meet."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(files.This.Ref, MeetingTakenOut.OfTheYear(files.This, Day, Reason.Trim(), context));
}

/// <summary>The group does not meet on a day for which a meeting was scheduled.</summary>
/// <param name="Ahead">As with <see cref="MeetingScheduled"/>.</param>
public sealed record MeetingTakenOut(DateOnly Day, string Reason, Deadline? Ahead = null) : GroupEvent
{
    /// <summary>It, with by when another is scheduled.</summary>
    internal static MeetingTakenOut OfTheYear(GroupFile group, DateOnly day, string reason, DecisionContext context) =>
        new(day, reason, MeetingsAhead.Pin(group.Meetings.Remove(day), context.At, context));

    /// <inheritdoc/>
    public override string StoredName => "MeetingTakenOut.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        (group with { Meetings = group.Meetings.Remove(Day) }).With(Ahead, recorded.At);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => GroupReminded.Again(after, Timescales.MeetingsAhead.Id);
}
