using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>Applies the limits pinned to a case.</summary>
internal static class Pinning
{
    /// <summary>The deadline counted from a day, by the limit pinned when the case started and the calendar in force.</summary>
    /// <param name="context">The moment and its calendar.</param>
    /// <param name="timescale">The rule.</param>
    /// <param name="latest">A day it is never later than.</param>
    internal static Deadline Pin(
        this DecisionContext context,
        CaseFile file,
        Timescale timescale,
        DateOnly anchorDay,
        DateOnly? latest = null
    )
    {
        return Deadlines.Pin(
            timescale with
            {
                Number = (file.Rules ?? context.Rules).Of(timescale),
            },
            anchorDay,
            context.At,
            context.Calendar,
            context.Office,
            latest
        );
    }
}
