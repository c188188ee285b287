using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>One line of the timetable.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Earliest">The day it is planned from; null where it may be done at once.</param>
/// <param name="Latest">The last day.</param>
/// <param name="FromDay">The working day it is planned from.</param>
/// <param name="ToDay">The last working day.</param>
/// <param name="Source">The rule.</param>
public sealed record TimetableDate(string Id, DateOnly? Earliest, DateOnly Latest, int? FromDay, int ToDay, string Source);
