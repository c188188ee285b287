using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Learning;

/// <summary>Applies the limits pinned to a referral for practice learning.</summary>
internal static class LearningPinning
{
    /// <summary>The deadline counted from a day, by the limit pinned when it was sent and the calendar in force.</summary>
    internal static Deadline Pin(this DecisionContext context, LearningFile file, Timescale timescale, DateOnly anchorDay) =>
        Deadlines.Pin(
            timescale with
            {
                Number = (file.Rules ?? context.Rules).Limits.GetValueOrDefault(timescale.Id, timescale.Number),
            },
            anchorDay,
            context.At,
            context.Calendar,
            context.Office
        );
}
