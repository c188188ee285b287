using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>All a decision may know besides the case and the command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="At">The instant, for the record.</param>
/// <param name="Today">The date in Europe/London, for counting.</param>
/// <param name="Calendar">The working-day calendar in force.</param>
/// <param name="Timescales">The partnership's limits, by timescale id.</param>
public sealed record DecisionContext(
    Actor Actor, DateTimeOffset At, DateOnly Today, WorkingDayCalendar Calendar, ImmutableDictionary<string, Timescale> Timescales);
