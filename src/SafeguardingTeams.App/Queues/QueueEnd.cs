namespace SafeguardingTeams.App.Queues;

/// <summary>How one try ended.</summary>
internal abstract record QueueEnd
{
    /// <summary>Nothing is left to do.</summary>
    internal sealed record Done : QueueEnd;

    /// <summary>To be tried again after the wait.</summary>
    internal sealed record Later(TimeSpan Wait) : QueueEnd;

    /// <summary>A person has to see to it.</summary>
    internal sealed record DeadLettered(string Why) : QueueEnd;
}
