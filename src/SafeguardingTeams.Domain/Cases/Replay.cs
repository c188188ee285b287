namespace SafeguardingTeams.Domain.Cases;

/// <summary>Makes a case from its events.</summary>
public static class Replay
{
    /// <summary>The case after these events.</summary>
    /// <param name="id">The case.</param>
    /// <param name="events">All of it, in order.</param>
    /// <exception cref="InvalidOperationException">A gap or a foreign event: the stored record is damaged.</exception>
    public static CaseFile From(CaseId id, IEnumerable<RecordedEvent> events) => events.Aggregate(new CaseFile(id), Next);

    /// <summary>The case after one more event.</summary>
    /// <inheritdoc cref="From"/>
    public static CaseFile Next(CaseFile file, RecordedEvent recorded) =>
        recorded.CaseId != file.Id || recorded.Sequence != file.Version + 1
            ? throw new InvalidOperationException($"Event {recorded.Sequence} does not follow version {file.Version} of {file.Id}.")
            : recorded.Event.ApplyTo(file, recorded) with { Version = recorded.Sequence, History = file.History.Add(recorded) };
}
