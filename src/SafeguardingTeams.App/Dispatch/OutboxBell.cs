using System.Threading.Channels;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>Rung after a commit, so that effects are done at once; a sweep finds what a crash left. Messages and errands are heard apart: no card waits for Outlook or SharePoint.</summary>
public sealed class OutboxBell
{
    private readonly Channel<bool> _messages = Rings();
    private readonly Channel<bool> _errands = Rings();

    /// <summary>There is something to do.</summary>
    public void Ring()
    {
        _messages.Writer.TryWrite(true);
        _errands.Writer.TryWrite(true);
    }

    /// <summary>Waits for a ring, to send messages.</summary>
    public async Task HeardAsync(CancellationToken cancellationToken) => await _messages.Reader.ReadAsync(cancellationToken);

    /// <summary>Waits for a ring, to do errands.</summary>
    public async Task ErrandsHeardAsync(CancellationToken cancellationToken) => await _errands.Reader.ReadAsync(cancellationToken);

    private static Channel<bool> Rings() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
