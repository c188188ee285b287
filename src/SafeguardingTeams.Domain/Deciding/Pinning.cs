using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>Applies the limits pinned to a case.</summary>
internal static class Pinning
{
    /// <summary>The deadline counted from a day, by the limit pinned when the case started and the calendar in force.</summary>
    internal static Deadline Pin(this DecisionContext context, CaseFile file, Timescale timescale, DateOnly anchorDay)
    {
        var number = (file.Rules ?? context.Rules).Limits.GetValueOrDefault(timescale.Id, timescale.Number);
        return Deadlines.Pin(timescale with { Number = number }, anchorDay, context.At, context.Calendar, context.Office);
    }
}
