using System.Diagnostics;

namespace SafeguardingTeams.Testing;

/// <summary>Waits for something to be so: as long as a busy machine needs, and not for ever.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Ends when it is so.</summary>
    /// <param name="so">Whether it is.</param>
    /// <param name="what">What is waited for, as the failure says it.</param>
    /// <exception cref="TimeoutException">It did not come about.</exception>
    public static Task SoAsync(Func<bool> so, string what) => SoAsync(() => Task.FromResult(so()), what);

    /// <inheritdoc cref="SoAsync(Func{bool}, string)"/>
    public static async Task SoAsync(Func<Task<bool>> so, string what)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await so())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"Waited {Patience.TotalMinutes:0} minutes in vain: {what}.");
            }

            await Task.Delay(20);
        }
    }
}
