using System.Threading.Channels;

namespace SafeguardingTeams.App.Queues;

/// <summary>
/// Set after a commit, so that effects are done at once; a sweep finds what a crash left. Messages, reconcile jobs and what
/// flows are told are waited for apart: no card waits for Outlook, SharePoint or somebody's flow.
/// </summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _messages = Signal();
    private readonly Channel<bool> _jobs = Signal();
    private readonly Channel<bool> _flows = Signal();

    /// <summary>There is something to do.</summary>
    public void Set()
    {
        _messages.Writer.TryWrite(true);
        _jobs.Writer.TryWrite(true);
        SetFlows();
    }

    /// <summary>There is something to tell flows.</summary>
    internal void SetFlows() => _flows.Writer.TryWrite(true);

    /// <summary>Waits until there are messages to send.</summary>
    public async Task MessagesAsync(CancellationToken cancellationToken) => await _messages.Reader.ReadAsync(cancellationToken);

    /// <summary>Waits until there are reconcile jobs to do.</summary>
    public async Task JobsAsync(CancellationToken cancellationToken) => await _jobs.Reader.ReadAsync(cancellationToken);

    /// <summary>Waits until there is something to tell flows.</summary>
    public async Task FlowsAsync(CancellationToken cancellationToken) => await _flows.Reader.ReadAsync(cancellationToken);

    private static Channel<bool> Signal() =>
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
