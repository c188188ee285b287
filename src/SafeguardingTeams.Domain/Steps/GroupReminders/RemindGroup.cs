using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupReminders;

/// <summary>
/// This system reminds of a deadline of the group, or says that it is late (clock table, footnote; E8). After an outage only the latest
/// reminder is sent; those missed before it are recorded.
/// </summary>
public sealed record RemindGroup(string TimescaleId) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.RemindGroup;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Clock(TimescaleId) is { } clock && clock.DueReminder(context.At) is { } latest
            ? Decision.Accept(
                files.This.Ref,
                new GroupReminded(
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
public sealed record GroupReminded(string TimescaleId, int Index, int Missed, ChaseKind Kind, ImmutableList<ChaseTo> To)
    : GroupEvent,
        IReminder
{
    /// <inheritdoc/>
    public override string StoredName => "GroupReminded.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Clocks = group.Clocks.Reminded(TimescaleId, Index),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => To.Select(to => Card(after, to, TimescaleId, after.Version));

    /// <summary>What reminders of a clock have said is drawn anew: what they remind of is done.</summary>
    internal static IEnumerable<Effect> Again(GroupFile after, string timescaleId) =>
        from recorded in after.History
        where recorded.Event is GroupReminded reminded && reminded.TimescaleId == timescaleId
        from to in ((GroupReminded)recorded.Event).To
        select Card(after, to, timescaleId, recorded.Sequence) with
        {
            OnlyIfShown = true,
        };

    private static Effect.ShowCard Card(GroupFile group, ChaseTo to, string timescaleId, int version) =>
        new(group.Ref, CardKind.Reminder, new Recipient.HoldersOf(to.Role)) { About = Topic.Reminder(timescaleId, version) };

    /// <summary>
    /// Whether there is no point in delivering a reminder any more: what it reminds of is done, or a later one has taken its place.
    /// </summary>
    public static bool IsOver(GroupFile group, Topic about) => group.ReminderIsOver(about);
}
