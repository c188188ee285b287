using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupMeetingReminders;

/// <summary>
/// This system reminds of a deadline of a meeting of the group, or says that it is late (clock table, footnote; E13, E17). After an outage
/// only the latest reminder is sent; those missed before it are recorded.
/// </summary>
public sealed record RemindMeeting(RecordRef Meeting, string TimescaleId) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.RemindMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        files.This.Clock(TimescaleId) is { } clock && clock.DueReminder(context.At) is { } latest
            ? Decision.Accept(
                Meeting,
                new MeetingReminded(
                    TimescaleId,
                    latest,
                    latest - clock.Chased,
                    clock.Deadline.Chases[latest].Kind,
                    clock.Deadline.Chases[latest].To
                )
            )
            : Decision.Refuse(Refusal.Overtaken);
}

/// <summary>A reminder went, or was replaced by a later one after an outage.</summary>
/// <param name="TimescaleId">Of which clock.</param>
/// <param name="Index">Which of its reminders, from 0.</param>
/// <param name="Missed">How many before it were missed.</param>
/// <param name="Kind">Before, on the day, or late.</param>
public sealed record MeetingReminded(string TimescaleId, int Index, int Missed, ChaseKind Kind, ImmutableList<ChaseTo> To)
    : MeetingEvent,
        IReminder
{
    /// <inheritdoc/>
    public override string StoredName => "MeetingReminded.v1";

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = file.Clocks.Reminded(TimescaleId, Index),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        To.Select(to => to.Role)
            .Union(WhoIsToDoIt(after))
            .Select(role => new Effect.ShowCard(after.Ref, CardKind.Reminder, new Recipient.HoldersOf(role))
            {
                About = Topic.Reminder(TimescaleId, after.Version),
            });

    /// <summary>Whose task it is by then: the draft minutes wait for the Chair once operations have sent them.</summary>
    private IEnumerable<Role> WhoIsToDoIt(MeetingFile after) =>
        MeetingTask.Of(after).Where(one => one.Task.Due?.TimescaleId == TimescaleId).Select(one => one.Task.For);

    /// <summary>
    /// Whether there is no point in delivering a reminder any more: what it reminds of is done, or a later one has taken its place.
    /// </summary>
    public static bool IsOver(MeetingFile file, Topic about) => file.ReminderIsOver(about);
}

/// <summary>The bank holidays were amended: the deadlines that run are counted again, each from the meeting (PD1).</summary>
public sealed record RecalculateMeeting(RecordRef Meeting) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecalculateMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context)
    {
        ImmutableList<Deadline> changed =
        [
            .. from clock in files.This.Clocks
            where clock.Runs
            let started = context with
            {
                At = StartOf(files.This, clock.Deadline.TimescaleId),
            }
            let again = started.Pin(files.This, Timescales.Rule(clock.Deadline.TimescaleId)!, clock.Deadline.AnchorDay)
            where clock.Differs(again)
            select again,
        ];
        var plan = files.This.Plan!;
        var closes = files.This.Stage == MeetingStage.Planned ? context.ClosesOn(files.This, plan.Day) : plan.ClosesOn;
        return changed.IsEmpty && closes == plan.ClosesOn
            ? Decision.Refuse(new("nothing-changed", "No deadline of this meeting is touched."))
            : Decision.Accept(Meeting, new MeetingRecalculated(context.Calendar.Version, closes, changed));
    }

    /// <summary>When a running clock was started last: being counted again starts nothing.</summary>
    private static DateTimeOffset StartOf(MeetingFile file, string timescaleId) =>
        file
            .History.Last(recorded =>
                recorded.Event switch
                {
                    GroupAgenda.GroupMeetingPlanned planned => planned.Clocks.Exists(deadline => deadline.TimescaleId == timescaleId),
                    GroupAgenda.GroupMeetingMoved moved => moved.Clocks.Exists(deadline => deadline.TimescaleId == timescaleId),
                    GroupSession.GroupMeetingEnded ended => ended.Clocks.Exists(deadline => deadline.TimescaleId == timescaleId),
                    _ => false,
                }
            )
            .At;
}

/// <summary>Deadlines were counted again.</summary>
/// <param name="CalendarVersion">By which calendar.</param>
/// <param name="ClosesOn">The day the agenda closes.</param>
public sealed record MeetingRecalculated(string CalendarVersion, DateOnly ClosesOn, ImmutableList<Deadline> Deadlines) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MeetingRecalculated.v1";

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file with
        {
            Plan = file.Plan! with { ClosesOn = ClosesOn },
            Clocks = Deadlines.Aggregate(file.Clocks, (clocks, deadline) => clocks.Recalculated(deadline)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => MeetingCards.Again(after);
}
