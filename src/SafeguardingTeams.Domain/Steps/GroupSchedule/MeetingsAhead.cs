using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupSchedule;

/// <summary>
/// Never fewer than so many meetings of the group are ahead (E19). The clock starts anew whenever its year changes and runs out on the
/// last day that enough are ahead, a meeting of that day included; where too few are ahead already, on the day it changed.
/// </summary>
internal static class MeetingsAhead
{
    /// <summary>The deadline; null where the list of bank holidays, which its reminders need, ends too soon.</summary>
    /// <param name="meetings">The scheduled meetings, past and to come.</param>
    /// <param name="changedAt">When the year last changed: nobody is reminded of what was past by then.</param>
    /// <param name="context">The number that is enough, as the partnership has set it.</param>
    internal static Deadline? Pin(IReadOnlyCollection<DateOnly> meetings, DateTimeOffset changedAt, DecisionContext context)
    {
        var (rule, changed) = (Timescales.MeetingsAhead, London.DateOf(changedAt));
        var enough = context.Rules.Limits.GetValueOrDefault(rule.Id, rule.Number);
        var ahead = meetings.Where(day => day >= changed).Order().ToList();
        var due = ahead.Count < enough ? changed : ahead[^enough];
        return due.AddMonths(1) > context.Calendar.LastDay
            ? null
            : Deadlines.On(rule, changed, due, changedAt, context.Calendar, context.Office);
    }

    /// <summary>The group with the clock begun anew, or without it where it could not be counted.</summary>
    internal static GroupFile With(this GroupFile group, Deadline? ahead, DateTimeOffset at) =>
        group with
        {
            Clocks = ahead is null ? group.Clocks.Stopped(Timescales.MeetingsAhead.Id, at) : group.Clocks.Started([ahead]),
        };
}
