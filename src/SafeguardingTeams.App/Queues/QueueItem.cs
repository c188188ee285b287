namespace SafeguardingTeams.App.Queues;

/// <summary>Something that waits to be done: what every queue knows of it. How its state is written down is each queue's own.</summary>
/// <param name="Since">When it was committed.</param>
internal abstract record QueueItem(DateTimeOffset Since)
{
    /// <summary>How often it has been begun.</summary>
    internal int Attempts { get; init; }

    /// <summary>Not before this instant: a wait asked for, or somebody at work on it until then.</summary>
    internal DateTimeOffset NotBefore { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Why it is dead-lettered; says nothing of the kind while it is not.</summary>
    internal string Why { get; init; } = "";

    /// <summary>Whether it was begun and nobody has said how it ended.</summary>
    internal abstract bool IsInHand { get; }

    /// <summary>Begun once more, by somebody who has until then.</summary>
    internal abstract QueueItem Begun(DateTimeOffset until);

    /// <summary>Put off until then.</summary>
    internal abstract QueueItem Waiting(DateTimeOffset until);

    /// <summary>Given up, for a person to see to.</summary>
    internal abstract QueueItem DeadLettered(string why);

    /// <summary>To be tried again by somebody's wish.</summary>
    internal abstract QueueItem PutBack();

    /// <summary>As it is stored.</summary>
    internal abstract Dictionary<string, string> Fields();
}
