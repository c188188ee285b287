namespace SafeguardingTeams.App.Queues;

/// <summary>
/// How long something that failed waits: 10 s, twice as long after each further try, a quarter of an hour at most; of that between half
/// and all, by chance, so that what failed together does not come back together.
/// </summary>
/// <param name="chance">Where the chance comes from.</param>
public sealed class Backoff(Random chance)
{
    private const double First = 5;

    private const double Longest = 900;

    /// <summary>The wait after so many tries.</summary>
    public TimeSpan After(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Longest, First * Math.Pow(2, attempts)) * (1 + chance.NextDouble()) / 2);
}
