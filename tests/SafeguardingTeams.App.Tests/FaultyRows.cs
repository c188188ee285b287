using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Tests;

/// <summary>Real storage that can stop at a given commit, before or after it is done, as a crash would.</summary>
internal sealed class FaultyRows(IRows real) : IRows
{
    internal int Commits { get; private set; }

    /// <summary>The commit (from 0) at which it stops; null for never.</summary>
    internal int? StopsAt { get; set; }

    /// <summary>Whether the commit is done before it stops, and only the answer is lost.</summary>
    internal bool DoesIt { get; set; }

    internal void Reset(int? stopsAt, bool doesIt) => (Commits, StopsAt, DoesIt) = (0, stopsAt, doesIt);

    /// <summary>What somebody else does just before each commit; what that commits does not call it again.</summary>
    internal Func<Task>? Before { get; set; }

    private bool _isBetween;

    /// <summary>Whether storage cannot be reached at all.</summary>
    internal bool Breaks { get; set; }

    /// <summary>What somebody else does just after rows of this prefix were read, once.</summary>
    internal (string Prefix, Func<Task> Does)? AfterReading { get; set; }

    public async Task<IReadOnlyList<Row>> ReadAsync(string prefix, CancellationToken cancellationToken)
    {
        var found = Breaks ? throw new HttpRequestException("Down.") : await real.ReadAsync(prefix, cancellationToken);
        if (AfterReading is { } after && after.Prefix == prefix)
        {
            AfterReading = null;
            await after.Does();
        }

        return found;
    }

    public Task<IReadOnlyList<Row>> ReadRangeAsync(string from, string to, CancellationToken cancellationToken) =>
        real.ReadRangeAsync(from, to, cancellationToken);

    public Task<Row?> FindAsync(string key, CancellationToken cancellationToken) => real.FindAsync(key, cancellationToken);

    public async Task<CommitResult> CommitAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        if (Before is { } before && !_isBetween)
        {
            _isBetween = true;
            try
            {
                await before();
            }
            finally
            {
                _isBetween = false;
            }
        }

        if (Commits++ == StopsAt)
        {
            if (DoesIt)
            {
                await real.CommitAsync(writes, cancellationToken);
            }

            throw new StoppedException();
        }

        return await real.CommitAsync(writes, cancellationToken);
    }
}

/// <summary>The process ended here.</summary>
internal sealed class StoppedException : OperationCanceledException;
