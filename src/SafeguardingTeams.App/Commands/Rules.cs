using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.App.Commands;

/// <summary>The rules in force: the working-day calendar and the partnership's limits.</summary>
public sealed record Rules(WorkingDayCalendar Calendar, ImmutableDictionary<string, Timescale> Timescales);
