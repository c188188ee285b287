using System.Diagnostics;
using System.Net.Sockets;

namespace SafeguardingTeams.Bench.Doors;

/// <summary>Waits for a program that has been started.</summary>
internal static class Listening
{
    /// <exception cref="InvalidOperationException">It ended, or does not listen after a minute.</exception>
    internal static async Task WaitAsync(Process process, Uri address)
    {
        var began = Stopwatch.GetTimestamp();
        while (!process.HasExited && Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1))
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address.Host, address.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException($"Nothing listens at {address}.");
    }
}
