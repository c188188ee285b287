namespace SafeguardingTeams.Domain.Records;

/// <summary>Makes a record from its events.</summary>
public static class Replay
{
    /// <summary>The record after these events.</summary>
    /// <param name="start">The record before anything happened.</param>
    /// <param name="events">All of it, in order.</param>
    /// <exception cref="InvalidOperationException">A gap or a foreign event: the stored record is damaged.</exception>
    public static TFile From<TFile>(TFile start, IEnumerable<RecordedEvent> events)
        where TFile : RecordFile => events.Aggregate(start, Next);

    /// <summary>The record after one more event.</summary>
    /// <inheritdoc cref="From"/>
    public static TFile Next<TFile>(TFile file, RecordedEvent recorded)
        where TFile : RecordFile =>
        recorded.Record != file.Ref || recorded.Sequence != file.Version + 1
            ? throw new InvalidOperationException($"Event {recorded.Sequence} does not follow version {file.Version} of {file.Ref}.")
            : (TFile)(file.Apply(recorded) with { Version = recorded.Sequence, History = file.History.Add(recorded) });

    /// <summary>When a running clock of a record was started last: being counted again starts nothing (PD1).</summary>
    /// <typeparam name="TCountedAgain">The event that counts clocks of this kind of record again.</typeparam>
    /// <param name="empty">The record before anything happened.</param>
    /// <param name="file">The record now.</param>
    internal static DateTimeOffset ClockStarted<TCountedAgain>(RecordFile empty, RecordFile file, string timescaleId)
        where TCountedAgain : RecordEvent
    {
        var (before, start) = (empty, DateTimeOffset.MinValue);
        foreach (var recorded in file.History)
        {
            var after = Next(before, recorded);
            start =
                recorded.Event is not TCountedAgain
                && !ReferenceEquals(before.Clock(timescaleId)?.Deadline, after.Clock(timescaleId)?.Deadline)
                    ? recorded.At
                    : start;
            before = after;
        }

        return start;
    }
}
