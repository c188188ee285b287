namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// How long the host waits for what. As seen on a real one, but for the start, where a busy machine may need more than a minute and
/// ten seconds; a test may shorten them, since none is about how long ten seconds are.
/// </summary>
public sealed record HostLimits
{
    /// <summary>From the start of the process until the worker calls.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>For an answer while worker and host get to know each other.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>For a run; the app's own limit (functionTimeout) unless told.</summary>
    public TimeSpan? Run { get; init; }

    /// <summary>At a stop, for the runs in progress to end by themselves before they are called off.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For a run that was called off to let go.</summary>
    public TimeSpan LetGo { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For a worker that was asked to end.</summary>
    public TimeSpan End { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two tries; what the function says unless told.</summary>
    public TimeSpan? RetryPause { get; init; }
}
