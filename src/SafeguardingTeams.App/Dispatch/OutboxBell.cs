using System.Threading.Channels;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>Rung after a commit, so that effects are done at once; a sweep finds what a crash left.</summary>
public sealed class OutboxBell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to do.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Waits for a ring.</summary>
    public async Task HeardAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);
}
