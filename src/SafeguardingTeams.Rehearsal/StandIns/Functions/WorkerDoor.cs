using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SafeguardingTeams.Rehearsal.StandIns.Functions.Protocol;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// Where workers call the host: gRPC on this machine only. Only a worker that was started here, by the id it was given, is let in.
/// </summary>
internal sealed class WorkerDoor : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WorkerLine> _expected = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private WorkerDoor()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(this);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        _app = builder.Build();
        _app.MapGrpcService<Calls>();
    }

    internal Uri Address => new(_app.Urls.First());

    internal static async Task<WorkerDoor> OpenAsync()
    {
        var door = new WorkerDoor();
        await door._app.StartAsync();
        return door;
    }

    /// <summary>Lets a worker in that is about to be started.</summary>
    internal void Expect(string workerId, WorkerLine line) => _expected[workerId] = line;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed class Calls(WorkerDoor door) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(
            IAsyncStreamReader<StreamingMessage> requestStream,
            IServerStreamWriter<StreamingMessage> responseStream,
            ServerCallContext context
        )
        {
            if (
                !await requestStream.MoveNext(context.CancellationToken)
                || requestStream.Current.StartStream is not { } start
                || !door._expected.TryRemove(start.WorkerId, out var line)
            )
            {
                throw new RpcException(new(StatusCode.PermissionDenied, "Not a worker of this host."));
            }

            try
            {
                await line.TalkAsync(requestStream, responseStream, context.CancellationToken);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The worker is gone. Whoever watches its process says what follows.
            }
        }
    }
}
