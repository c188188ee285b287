using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.App.Time;

/// <summary>The only place that reads the time: the instant for the record, the London date for counting.</summary>
public sealed class LondonClock(TimeProvider time)
{
    /// <summary>The instant now, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The date in Europe/London now.</summary>
    public DateOnly Today => London.DateOf(Now);

    /// <summary>Waits, on the clock it was given.</summary>
    public Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) => Task.Delay(pause, time, cancellationToken);
}
