using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Effects;

/// <summary>A reminder of a clock of a record, as it was recorded.</summary>
public interface IReminder
{
    /// <summary>Of which clock.</summary>
    string TimescaleId { get; }

    /// <summary>Which of its reminders, from 0.</summary>
    int Index { get; }

    /// <summary>Whom it went to.</summary>
    ImmutableList<ChaseTo> To { get; }
}

/// <summary>What has become of a reminder that was recorded, whatever record but a case it is of.</summary>
internal static class RecordedReminders
{
    /// <summary>
    /// Whether there is no point in delivering it any more: what it reminds of is done, its clock was started or counted anew, or a later
    /// reminder of the same clock has taken its place (clock table, footnote: the latest only).
    /// </summary>
    /// <param name="about">Which: the clock, and which event of the record. One that says neither is over.</param>
    internal static bool ReminderIsOver(this RecordFile file, Topic about) =>
        about.Number is not { } version
        || file.History.Find(recorded => recorded.Sequence == version)?.Event is not IReminder reminded
        || file.Clock(about.Name) is not { Runs: true } clock
        || clock.Chased != reminded.Index + 1
        || file.History.Skip(version).Any(later => later.Event is IReminder again && again.TimescaleId == about.Name);
}
