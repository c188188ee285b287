using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>The deadlines of an action, by the numbers pinned when it was agreed (PD9) and the calendar in force.</summary>
internal static class ActionPinning
{
    /// <summary>The date an action is due, with its reminders ahead (C5).</summary>
    internal static Deadline PinDue(this DecisionContext context, PinnedRules rules, DateOnly given, DateOnly due) =>
        Deadlines.On(
            Timescales.ActionDue,
            given,
            due,
            context.At,
            context.Calendar,
            context.Office,
            Number(rules, Timescales.ActionFirstReminder),
            Number(rules, Timescales.ActionSecondReminder)
        );

    /// <summary>The next scheduled meeting of the group; where none is planned, some time on (C19).</summary>
    internal static Deadline PinAcceptance(this DecisionContext context, PinnedRules rules) =>
        context.Meetings.Find(day => day > context.Today) is { Year: > 1 } meeting
            ? Deadlines.On(Timescales.ActionAcceptance, context.Today, meeting, context.At, context.Calendar, context.Office)
            : Deadlines.Pin(
                Timescales.ActionAcceptance with
                {
                    Number = Number(rules, Timescales.ActionAcceptance),
                },
                context.Today,
                context.At,
                context.Calendar,
                context.Office
            );

    /// <summary>The day on which it is looked at what an action has changed (C19).</summary>
    /// <param name="on">The day that was given; null for the usual time.</param>
    internal static Deadline PinImpact(this DecisionContext context, PinnedRules rules, DateOnly? on) =>
        context.PinImpact(context.Today, on ?? context.Today.AddMonths(Number(rules, Timescales.ActionImpact)));

    /// <summary>
    /// It is months ahead, so it is not refused because the list of bank holidays ends before: only its reminders need the list, and are
    /// counted once that goes on (PD21).
    /// </summary>
    private static Deadline PinImpact(this DecisionContext context, DateOnly anchorDay, DateOnly due)
    {
        try
        {
            return Deadlines.On(Timescales.ActionImpact, anchorDay, due, context.At, context.Calendar, context.Office);
        }
        catch (OutsideCalendarException)
        {
            var (id, anchor) = (Timescales.ActionImpact.Id, Timescales.ActionImpact.Anchor);
            return new(id, anchor, anchorDay, due, London.EndOf(due), context.Calendar.Version, []);
        }
    }

    /// <summary>By when it is recorded what is found of what the owner says an action has changed (C19).</summary>
    internal static Deadline PinImpactCheck(this DecisionContext context, PinnedRules rules, DateOnly said, DateTimeOffset startedAt) =>
        Deadlines.Pin(
            Timescales.ActionImpactCheck with
            {
                Number = Number(rules, Timescales.ActionImpactCheck),
            },
            said,
            startedAt,
            context.Calendar,
            context.Office
        );

    /// <summary>
    /// The deadline that an owner is asked by, counted anew for somebody who owns it from now on: what was said to who owned it before was
    /// not said to them, and where the date is past, who is told that it is late is told anew (C5). Null where no such clock runs.
    /// </summary>
    internal static Deadline? PinForNewOwner(this DecisionContext context, ActionFile file) =>
        new[] { Timescales.ActionDue, Timescales.ActionImpact }
            .Select(timescale => file.Clock(timescale.Id))
            .FirstOrDefault(clock => clock is { Runs: true })
            is { } clock
            ? context.Again(file.Rules!, clock.Deadline, context.At)
            : null;

    /// <summary>
    /// A deadline by the calendar in force: a day that was given stays, and its reminders may move; one that was counted is counted again.
    /// </summary>
    /// <param name="startedAt">When its clock was started.</param>
    internal static Deadline Again(this DecisionContext context, PinnedRules rules, Deadline deadline, DateTimeOffset startedAt) =>
        deadline.TimescaleId == Timescales.ActionDue.Id
            ? (context with { At = startedAt }).PinDue(rules, deadline.AnchorDay, deadline.DueDay)
        : deadline.TimescaleId == Timescales.ActionImpactCheck.Id ? context.PinImpactCheck(rules, deadline.AnchorDay, startedAt)
        : deadline.TimescaleId == Timescales.ActionImpact.Id
            ? (context with { At = startedAt }).PinImpact(deadline.AnchorDay, deadline.DueDay)
        : Deadlines.On(
            Timescales.Rule(deadline.TimescaleId)!,
            deadline.AnchorDay,
            deadline.DueDay,
            startedAt,
            context.Calendar,
            context.Office
        );

    private static int Number(PinnedRules rules, Timescale timescale) => rules.Limits.GetValueOrDefault(timescale.Id, timescale.Number);
}
