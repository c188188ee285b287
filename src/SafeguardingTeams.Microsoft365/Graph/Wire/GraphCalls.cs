using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Kiota.Abstractions;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Telemetry;

namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>Makes one call, within a time limit, and says how it ended. Nothing is made again here.</summary>
internal sealed class GraphCalls(ILogger<GraphCalls> logger)
{
    /// <summary>How long a call may take.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long a call that carries a file may take.</summary>
    internal static readonly TimeSpan PatienceForFiles = TimeSpan.FromSeconds(100);

    /// <summary>How long a file may take that is written as it comes: the records of an agency can be large.</summary>
    internal static readonly TimeSpan PatienceForCopies = TimeSpan.FromMinutes(30);

    /// <summary>A call that changes nothing.</summary>
    internal Task<GraphResult<T>> ReadAsync<T>(
        string operation,
        Func<CancellationToken, Task<T?>> call,
        CancellationToken cancellationToken,
        TimeSpan? patience = null
    )
        where T : class => RunAsync(operation, false, Whole(call), patience ?? Patience, cancellationToken);

    /// <summary>A call that changes something: where its end is not known, it may have been done.</summary>
    internal Task<GraphResult<T>> WriteAsync<T>(
        string operation,
        Func<CancellationToken, Task<T?>> call,
        CancellationToken cancellationToken,
        TimeSpan? patience = null
    )
        where T : class => RunAsync(operation, true, Whole(call), patience ?? Patience, cancellationToken);

    /// <summary>A call that changes something and gives nothing back.</summary>
    internal Task<GraphResult<Nothing>> DoAsync(
        string operation,
        Func<CancellationToken, Task> call,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            operation,
            true,
            async stop =>
            {
                await call(stop);
                return (GraphResult<Nothing>)new GraphResult<Nothing>.Done(Nothing.Value);
            },
            Patience,
            cancellationToken
        );

    /// <summary>Some calls that make one; each step may end it with a result of its own.</summary>
    internal Task<GraphResult<T>> RunAsync<T>(
        string operation,
        bool isWrite,
        Func<CancellationToken, Task<GraphResult<T>>> call,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) =>
        Spans.RunAsync(
            "graph",
            [("operation", operation)],
            () => EndOfAsync(operation, isWrite, call, patience, cancellationToken),
            result => result.GetType().Name
        );

    private async Task<GraphResult<T>> EndOfAsync<T>(
        string operation,
        bool isWrite,
        Func<CancellationToken, Task<GraphResult<T>>> call,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            var result = await call(limit.Token);
            GraphLog.Did(logger, operation);
            return result;
        }
        catch (ApiException e)
        {
            var result = GraphAnswers.Read<T>(GraphAnswer.Of(e), isWrite);
            Spans.Add("status", e.ResponseStatusCode);
            Spans.Add("request", GraphAnswer.Of(e).RequestId);
            GraphLog.Answered(
                logger,
                e.ResponseStatusCode,
                GraphAnswer.Of(e).Code,
                operation,
                result.GetType().Name,
                GraphAnswer.Of(e).RequestId
            );
            return result;
        }
        catch (AuthenticationFailedException e)
        {
            Silent(operation, e);
            return new GraphResult<T>.Later(TimeSpan.FromMinutes(1), OutcomeUnknown: false);
        }
        catch (OtherHostException e)
        {
            Silent(operation, e);
            return new GraphResult<T>.Refused("Microsoft 365 pointed to an address that is not its own.");
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or JsonException
                || e is OperationCanceledException && !cancellationToken.IsCancellationRequested
            )
        {
            Silent(operation, e);
            var never =
                e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            return new GraphResult<T>.Later(GraphAnswers.Usual, isWrite && !never);
        }
    }

    private void Silent(string operation, Exception fault)
    {
        Spans.Fault(fault);
        GraphLog.Silent(logger, operation, Faults.TypeOf(fault), Faults.StackOf(fault));
    }

    private static Func<CancellationToken, Task<GraphResult<T>>> Whole<T>(Func<CancellationToken, Task<T?>> call)
        where T : class =>
        async stop => new GraphResult<T>.Done(await call(stop) ?? throw new JsonException("An answer without its content."));
}
