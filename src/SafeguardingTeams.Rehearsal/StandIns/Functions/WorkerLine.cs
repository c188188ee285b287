using System.Threading.Channels;
using Grpc.Core;
using SafeguardingTeams.Rehearsal.StandIns.Functions.Protocol;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// The one line between the host and a worker: the worker calls, then both say what they like, and answers find those who asked.
/// </summary>
internal sealed class WorkerLine
{
    private readonly Channel<StreamingMessage> _toWorker = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(Func<StreamingMessage, bool> Answers, TaskCompletionSource<StreamingMessage> Asked)> _asked = [];
    private readonly Lock _one = new();

    /// <summary>Ends when the worker has called.</summary>
    internal Task Called => _called.Task;

    /// <summary>What is done with whatever nobody asked for.</summary>
    internal Action<StreamingMessage> Otherwise { get; init; } = _ => { };

    /// <summary>Says something.</summary>
    internal void Say(StreamingMessage message) => _toWorker.Writer.TryWrite(message);

    /// <summary>Says something and waits for the answer, for good if need be.</summary>
    internal Task<StreamingMessage> AskAsync(StreamingMessage question, Func<StreamingMessage, bool> answers)
    {
        var asked = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_one)
        {
            _asked.Add((answers, asked));
        }

        Say(question);
        return asked.Task;
    }

    /// <summary>Talks until the worker hangs up.</summary>
    internal async Task TalkAsync(
        IAsyncStreamReader<StreamingMessage> fromWorker,
        IServerStreamWriter<StreamingMessage> toWorker,
        CancellationToken hungUp
    )
    {
        _called.TrySetResult();
        var saying = SayAllAsync(toWorker, hungUp);
        while (await fromWorker.MoveNext(hungUp))
        {
            Hear(fromWorker.Current);
        }

        _toWorker.Writer.TryComplete();
        await saying;
    }

    private async Task SayAllAsync(IServerStreamWriter<StreamingMessage> toWorker, CancellationToken hungUp)
    {
        await foreach (var message in _toWorker.Reader.ReadAllAsync(hungUp))
        {
            await toWorker.WriteAsync(message, hungUp);
        }
    }

    private void Hear(StreamingMessage message)
    {
        TaskCompletionSource<StreamingMessage>? asked = null;
        lock (_one)
        {
            if (_asked.FindIndex(one => one.Answers(message)) is >= 0 and var at)
            {
                asked = _asked[at].Asked;
                _asked.RemoveAt(at);
            }
        }

        if (asked is null)
        {
            Otherwise(message);
            return;
        }

        asked.TrySetResult(message);
    }
}
