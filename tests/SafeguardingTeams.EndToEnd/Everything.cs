using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Testing;

[assembly: AssemblyFixture(typeof(SafeguardingTeams.EndToEnd.Everything))]

namespace SafeguardingTeams.EndToEnd;

/// <summary>One storage emulator and one browser for all tests here; each test has a rehearsal of its own.</summary>
public sealed class Everything : IAsyncLifetime
{
    /// <summary>A Monday morning in November.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private int _count;

    public Azurite Azurite { get; private set; } = null!;

    public Browser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Azurite = await Azurite.StartAsync();
        Browser = await Browser.StartAsync();
    }

    public Task<RehearsalHost> StartAsync(DateTimeOffset? at = null) =>
        RehearsalHost.StartAsync(
            new()
            {
                Azurite = Azurite,
                TablePrefix = $"end{Interlocked.Increment(ref _count)}x",
                Clock = new(at ?? Monday),
            }
        );

    public async ValueTask DisposeAsync()
    {
        // Where one of them did not start, there is nothing to end, and nothing is thrown on top.
        await (Browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
