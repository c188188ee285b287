namespace SafeguardingTeams.App.Time;

/// <summary>
/// What is in hand when a sweep is called off is not dropped half done: it has some seconds more to end by itself, and only then is called
/// off too. Nothing further is taken in hand.
/// </summary>
internal sealed class InHand : IDisposable
{
    /// <summary>The Functions host waits about ten seconds before it kills.</summary>
    internal static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenRegistration _stop;

    /// <summary>Takes something in hand, unless the sweep has been called off.</summary>
    /// <param name="grace">What is left once the sweep is called off.</param>
    /// <param name="stop">Fires then.</param>
    /// <exception cref="OperationCanceledException">It has been.</exception>
    internal InHand(TimeSpan grace, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        _stop = stop.Register(() => _end.CancelAfter(grace));
    }

    /// <summary>Fires when what is in hand has had its time.</summary>
    internal CancellationToken Token => _end.Token;

    public void Dispose()
    {
        _stop.Dispose();
        _end.Dispose();
    }
}
