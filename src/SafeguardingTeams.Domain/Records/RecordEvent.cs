namespace SafeguardingTeams.Domain.Records;

/// <summary>Something that happened to a record. Stored for good under a versioned name; never edited.</summary>
public abstract record RecordEvent
{
    /// <summary>The name and version it is stored under, for good: a changed shape is a new version. No other event has it.</summary>
    public abstract string StoredName { get; }
}

/// <summary>An event on the record.</summary>
/// <param name="Record">The record it happened to.</param>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">The instant.</param>
/// <param name="CommandId">The command it came of.</param>
/// <param name="Event">What happened.</param>
public sealed record RecordedEvent(
    RecordRef Record,
    int Sequence,
    DateTimeOffset At,
    RecordedActor By,
    string CommandId,
    RecordEvent Event
);

/// <summary>Who, as it was at that moment.</summary>
/// <param name="Display">How others saw them.</param>
/// <param name="Agency">Their agency's name.</param>
/// <param name="Account">The account used: tenant id, a slash, object id.</param>
/// <param name="Roles">The roles they held for the record.</param>
public sealed record RecordedActor(string PersonId, string Display, string Agency, string Account, IReadOnlyList<Role> Roles);
