using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>Applies the partnership's limit for a clock to a case.</summary>
internal static class Pinning
{
    /// <summary>The deadline counted from a day, by the partnership's own limit and the calendar in force.</summary>
    internal static Deadline Pin(this DecisionContext context, Timescale timescale, DateOnly anchorDay) =>
        Deadlines.Pin(context.Timescales.GetValueOrDefault(timescale.Id, timescale), anchorDay, context.Calendar);
}
