using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>What a call to Microsoft 365 gave, or the end of the reconcile job for now.</summary>
internal static class Calls
{
    private static readonly TimeSpan NotThereYet = TimeSpan.FromSeconds(20);

    /// <summary>The value; where it is not to be had, the reconcile job stops here and is taken up again, or waits for a person.</summary>
    /// <exception cref="ReconcileStopped">The call was not done.</exception>
    internal static async Task<T> ValueAsync<T>(this Task<GraphResult<T>> call) =>
        await call switch
        {
            GraphResult<T>.Done done => done.Value,
            GraphResult<T>.Later later => throw new ReconcileStopped(new ReconcileResult.Later(later.Wait) { IsHeldBack = true }),
            GraphResult<T>.NotFound => throw new ReconcileStopped(new ReconcileResult.Later(NotThereYet)),
            GraphResult<T>.Refused refused => throw new ReconcileStopped(new ReconcileResult.DeadLettered(refused.Why)),
            _ => throw new InvalidOperationException("An unknown end of a call."),
        };

    /// <summary>The same, or null where what it is about is not there.</summary>
    /// <exception cref="ReconcileStopped">The call was not done.</exception>
    internal static async Task<T?> FoundAsync<T>(this Task<GraphResult<T>> call)
        where T : class => await call is var end && end is GraphResult<T>.NotFound ? null : await Task.FromResult(end).ValueAsync();
}
