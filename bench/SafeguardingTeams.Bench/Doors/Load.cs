using System.Diagnostics;

namespace SafeguardingTeams.Bench.Doors;

/// <summary>How long requests took, in milliseconds.</summary>
internal sealed record Taken(IReadOnlyList<double> Sorted, int Failed, TimeSpan In)
{
    internal double PerSecond => Sorted.Count / In.TotalSeconds;

    internal double At(double part) => Sorted.Count == 0 ? double.NaN : Sorted[Math.Min(Sorted.Count - 1, (int)(Sorted.Count * part))];
}

/// <summary>Load that ends by itself.</summary>
internal static class Load
{
    /// <summary>So many at once, each asking again as soon as it is answered.</summary>
    internal static async Task<Taken> ClosedAsync(int atOnce, TimeSpan time, Func<Task<bool>> ask)
    {
        var (began, gate, all, failed) = (Stopwatch.GetTimestamp(), new Lock(), new List<double>(), 0);
        await Task.WhenAll(
            Enumerable
                .Range(0, atOnce)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var (mine, bad) = (new List<double>(), 0);
                        while (Stopwatch.GetElapsedTime(began) < time)
                        {
                            var from = Stopwatch.GetTimestamp();
                            bad += await ask() ? 0 : 1;
                            mine.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                        }

                        lock (gate)
                        {
                            all.AddRange(mine);
                            failed += bad;
                        }
                    })
                )
        );
        return new([.. all.Order()], failed, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>So many a second, whether or not earlier ones are answered; each counts from when it was due.</summary>
    internal static async Task<Taken> OpenAsync(int perSecond, TimeSpan time, Func<int, Task<bool>> ask)
    {
        var (began, gate, all, failed, asked) = (Stopwatch.GetTimestamp(), new Lock(), new List<double>(), 0, new List<Task>());
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var i = 0; i < perSecond * time.TotalSeconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            while (Stopwatch.GetElapsedTime(began) < due)
            {
                await tick.WaitForNextTickAsync();
            }

            asked.Add(OneAsync(i, due));
        }

        await Task.WhenAll(asked);
        return new([.. all.Order()], failed, Stopwatch.GetElapsedTime(began));

        async Task OneAsync(int i, TimeSpan due)
        {
            await Task.Yield();
            var good = await ask(i);
            lock (gate)
            {
                all.Add((Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds);
                failed += good ? 0 : 1;
            }
        }
    }
}
