using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SafeguardingTeams.Rehearsal.Parts;

/// <summary>The storage emulator, tables and blobs, in memory, on free ports, with a key of this run only.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const int Tries = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private Azurite(Process process, string connectionString) => (_process, ConnectionString) = (process, connectionString);

    /// <summary>For the clients of tables and blobs.</summary>
    public string ConnectionString { get; }

    /// <summary>
    /// Starts it and waits until it answers. A port that was free may be taken by the time it listens, by another test for one: then
    /// it is started again on others.
    /// </summary>
    /// <exception cref="InvalidOperationException">It did not start; the message says what it wrote.</exception>
    public static async Task<Azurite> StartAsync(CancellationToken cancellationToken = default)
    {
        for (var again = 0; ; again++)
        {
            try
            {
                return await StartOnceAsync(cancellationToken);
            }
            catch (InvalidOperationException) when (again < Tries)
            {
                // Said once no try is left.
            }
        }
    }

    private static async Task<Azurite> StartOnceAsync(CancellationToken cancellationToken)
    {
        var (ports, key) = (FreePorts(3), Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)));
        var start = new ProcessStartInfo("node") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (
            var argument in new[]
            {
                Path.Combine(Repository.Root, "node_modules", "azurite", "dist", "src", "azurite.js"),
                "--silent",
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--disableTelemetry",
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                $"{ports[0]}",
                "--queueHost",
                "127.0.0.1",
                "--queuePort",
                $"{ports[1]}",
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                $"{ports[2]}",
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = $"rehearsal:{key}";
        var process = Process.Start(start) ?? throw new InvalidOperationException("Node could not be started.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var azurite = new Azurite(
            process,
            $"DefaultEndpointsProtocol=http;AccountName=rehearsal;AccountKey={key};"
                + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/rehearsal;TableEndpoint=http://127.0.0.1:{ports[2]}/rehearsal;"
        );
        try
        {
            await azurite.ReadyAsync(ports[2], cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>A port nobody listens on.</summary>
    public static int FreePort() => FreePorts(1)[0];

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    /// <summary>Whether nobody listens on a port.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task ReadyAsync(int port, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException(
                    $"The storage emulator ended: {await _process.StandardError.ReadToEndAsync(cancellationToken)}"
                );
            }

            try
            {
                // Not only that somebody listens: another may have the port.
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/rehearsal"), cancellationToken);
                if (answer.Headers.Server.ToString().StartsWith("Azurite-Table", StringComparison.Ordinal))
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // Nobody listens yet.
            }

            await Task.Delay(100, cancellationToken);
        }

        throw new InvalidOperationException($"The storage emulator did not answer within {Patience.TotalMinutes:0} minutes.");
    }
}
