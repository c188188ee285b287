namespace SafeguardingTeams.Microsoft365.Tables;

/// <summary>How long a host waits for storage that does not answer, before it says so.</summary>
/// <param name="ATry">The longest time of one request.</param>
/// <param name="Retries">How often it asks again.</param>
public sealed record StoragePatience(TimeSpan ATry, int Retries)
{
    /// <summary>Where nobody waits for the answer: the timers, the commands.</summary>
    internal static StoragePatience Usual { get; } = new(TimeSpan.FromSeconds(15), 3);

    /// <summary>Where somebody does: both tries end before a person, or Teams, gives up.</summary>
    public static StoragePatience ForPeople { get; } = new(TimeSpan.FromSeconds(2), 1);

    /// <summary>Sets a client's options by it.</summary>
    internal void SetOn(Azure.Core.ClientOptions options)
    {
        options.Retry.NetworkTimeout = ATry;
        options.Retry.MaxRetries = Retries;
        if (Retries <= ForPeople.Retries)
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        }
    }
}
