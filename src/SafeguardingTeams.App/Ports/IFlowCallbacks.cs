namespace SafeguardingTeams.App.Ports;

/// <summary>Calls flows back.</summary>
public interface IFlowCallbacks
{
    /// <summary>Posts a body once. Follows no redirect, and reads little of what is answered.</summary>
    /// <param name="callback">Where: as good as a password, and in no log, trace or exception.</param>
    /// <param name="body">JSON.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    Task<FlowCall> PostAsync(Uri callback, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}

/// <summary>How a call ended.</summary>
public abstract record FlowCall
{
    /// <summary>The flow has it.</summary>
    public sealed record Taken : FlowCall;

    /// <summary>There is no such flow any more.</summary>
    public sealed record Gone : FlowCall;

    /// <summary>It did not work.</summary>
    /// <param name="Why">In plain words, for operations; says nothing of the address.</param>
    /// <param name="Wait">How long to wait, where it was said.</param>
    public sealed record Failed(string Why, TimeSpan? Wait) : FlowCall;
}
