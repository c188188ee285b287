using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Testing;

/// <summary>The storage emulator, one for all tests of a project; not started before the first asks for it.</summary>
public abstract class OneEmulator : IAsyncDisposable
{
    private readonly Lazy<Task<Azurite>> _azurite = new(() => Azurite.StartAsync());
    private int _count;

    /// <summary>The emulator. Where it could not be started, each test that asks says why.</summary>
    public Task<Azurite> AzuriteAsync() => _azurite.Value;

    /// <summary>The name of a table, or the start of it, that nobody else has.</summary>
    protected string NewName(string name) => $"{name}{Interlocked.Increment(ref _count)}";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // What did not start has been said by the tests and has nothing to be ended.
        if (_azurite.IsValueCreated && await Task.WhenAny(_azurite.Value) is { IsCompletedSuccessfully: true } started)
        {
            await started.Result.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
