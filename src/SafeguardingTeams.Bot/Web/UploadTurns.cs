namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// Whose file is looked at and put away: two at a time, others wait a little. So many more may be coming in meanwhile, which costs disk
/// and no memory.
/// </summary>
/// <param name="atOnce">How many are looked at.</param>
/// <param name="comingIn">How many may be coming in.</param>
/// <param name="patience">How long anybody waits for a turn.</param>
internal sealed class UploadTurns(int atOnce, int comingIn, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _atOnce = new(atOnce),
        _comingIn = new(comingIn);

    public UploadTurns()
        : this(atOnce: 2, comingIn: 12, TimeSpan.FromSeconds(20)) { }

    /// <summary>A turn to be looked at; null where none came in time.</summary>
    internal Task<Turn?> TakeAsync(CancellationToken cancellationToken) => TakeAsync(_atOnce, cancellationToken);

    /// <summary>A place to come in; null where none came in time.</summary>
    internal Task<Turn?> ComeInAsync(CancellationToken cancellationToken) => TakeAsync(_comingIn, cancellationToken);

    public void Dispose()
    {
        _atOnce.Dispose();
        _comingIn.Dispose();
    }

    private async Task<Turn?> TakeAsync(SemaphoreSlim of, CancellationToken cancellationToken) =>
        await of.WaitAsync(patience, cancellationToken) ? new(of) : null;

    /// <summary>A turn, until it is disposed of.</summary>
    internal sealed class Turn(SemaphoreSlim of) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                of.Release();
            }
        }
    }
}
