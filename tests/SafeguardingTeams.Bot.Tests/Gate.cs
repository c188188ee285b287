using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>
/// Between the host and storage. Closed, storage takes every request and does not answer until the gate is opened again; broken, it cannot
/// be reached.
/// </summary>
internal sealed class Gate : HttpPipelinePolicy
{
    private volatile TaskCompletionSource? _closed;

    internal void Close() => _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal bool Broken { get; set; }

    internal void Open()
    {
        Broken = false;
        var closed = _closed;
        _closed = null;
        closed?.SetResult();
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Broken)
        {
            throw new RequestFailedException("No answer.");
        }

        if (_closed is { } closed)
        {
            await closed.Task.WaitAsync(message.CancellationToken);
        }

        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
