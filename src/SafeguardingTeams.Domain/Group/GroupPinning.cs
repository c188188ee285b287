using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Group;

/// <summary>An event of the group that starts clocks that run once for each of several: a learning event, a year.</summary>
internal interface IStartsGroupClocks
{
    /// <summary>Their deadlines.</summary>
    IEnumerable<Deadline> Starts { get; }
}

/// <summary>Deadlines of the group in calendar months, by the numbers and the calendar in force (PD9, PD21).</summary>
internal static class GroupPinning
{
    /// <summary>
    /// So many months after a day. Its day is certain however far the list of bank holidays goes; its reminders are counted once that
    /// goes on (<see cref="Again"/>).
    /// </summary>
    /// <param name="about">What it runs for, of several.</param>
    internal static Deadline PinMonths(this DecisionContext context, Timescale rule, string about, DateOnly day) =>
        context.PinOn(rule, day, day.AddMonths(context.Rules.Limits.GetValueOrDefault(rule.Id, rule.Number))) with
        {
            TimescaleId = Timescales.Of(rule, about),
        };

    /// <summary>Those that run, counted by the calendar in force: their days stay, reminders may move.</summary>
    internal static IEnumerable<Deadline> Again(GroupFile group, DecisionContext context) =>
        from clock in @group.Clocks
        where clock.Runs && Timescales.About(clock.Deadline.TimescaleId).Length > 0
        let deadline = clock.Deadline
        let started = @group.History.FindLast(recorded =>
            recorded.Event is IStartsGroupClocks starting && starting.Starts.Any(one => one.TimescaleId == deadline.TimescaleId)
        )
        where started is not null
        select (context with { At = started.At }).PinOn(Timescales.Rule(deadline.TimescaleId)!, deadline.AnchorDay, deadline.DueDay) with
        {
            TimescaleId = deadline.TimescaleId,
        };
}
