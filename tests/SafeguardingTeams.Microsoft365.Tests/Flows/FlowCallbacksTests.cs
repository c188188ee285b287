using System.Net;
using System.Net.Sockets;
using System.Text;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Flows;

namespace SafeguardingTeams.Microsoft365.Tests.Flows;

/// <summary>What goes over the wire to a flow, and what does not (F2).</summary>
public class FlowCallbacksTests
{
    private const string Body = """{"id":"GSCP-2222-3333.1.0"}""";

    private static readonly FlowSetting Here = new() { CallbackHosts = ["*.logic.azure.com"], Loopback = true };

    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_body_is_posted_as_it_is_with_nothing_that_says_more()
    {
        using var flow = new RawFlow("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nSet-Cookie: a=b\r\n\r\n");
        using var callbacks = new FlowCallbacks(Here);
        Assert.IsType<FlowCall.Taken>(await callbacks.PostAsync(flow.Address, Encoding.UTF8.GetBytes(Body), Stop));
        Assert.IsType<FlowCall.Taken>(await callbacks.PostAsync(flow.Address, Encoding.UTF8.GetBytes(Body), Stop));
        var lines = flow.Requests[0].Split("\r\n");
        Assert.Equal("POST /run?sig=SECRET HTTP/1.1", lines[0]);
        Assert.Equal(
            ["Content-Length", "Content-Type", "Host"],
            lines[1..].TakeWhile(line => line.Length > 0).Select(line => line.Split(':')[0]).Order()
        );
        Assert.EndsWith($"\r\n\r\n{Body}", flow.Requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", flow.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("200 OK", typeof(FlowCall.Taken))]
    [InlineData("204 No Content", typeof(FlowCall.Taken))]
    [InlineData("404 Not Found", typeof(FlowCall.Gone))]
    [InlineData("410 Gone", typeof(FlowCall.Gone))]
    [InlineData("301 Moved Permanently\r\nLocation: /elsewhere", typeof(FlowCall.Failed))]
    [InlineData("307 Temporary Redirect\r\nLocation: http://169.254.169.254/metadata", typeof(FlowCall.Failed))]
    [InlineData("304 Not Modified", typeof(FlowCall.Failed))]
    [InlineData("400 Bad Request", typeof(FlowCall.Failed))]
    [InlineData("401 Unauthorized\r\nWWW-Authenticate: Negotiate", typeof(FlowCall.Failed))]
    [InlineData("407 Proxy Authentication Required", typeof(FlowCall.Failed))]
    [InlineData("429 Too Many Requests", typeof(FlowCall.Failed))]
    [InlineData("500 Internal Server Error", typeof(FlowCall.Failed))]
    [InlineData("999 Odd", typeof(FlowCall.Failed))]
    public async Task An_answer_is_taken_by_its_number_and_leads_nowhere(string status, Type end)
    {
        using var flow = new RawFlow($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var callbacks = new FlowCallbacks(Here);
        var call = await callbacks.PostAsync(flow.Address, Encoding.UTF8.GetBytes(Body), Stop);
        Assert.IsType(end, call);
        Assert.DoesNotContain("SECRET", call.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", call.ToString(), StringComparison.Ordinal);
        Assert.Single(flow.Requests);
    }

    [Theory]
    [InlineData("Retry-After: 120", 120)]
    [InlineData("Retry-After: soon", null)]
    [InlineData("X: y", null)]
    public async Task How_long_to_wait_is_heard(string header, int? seconds)
    {
        using var flow = new RawFlow($"HTTP/1.1 429 Too Many Requests\r\n{header}\r\nContent-Length: 0\r\n\r\n");
        using var callbacks = new FlowCallbacks(Here);
        var call = Assert.IsType<FlowCall.Failed>(await callbacks.PostAsync(flow.Address, Encoding.UTF8.GetBytes(Body), Stop));
        Assert.Equal(seconds, (int?)call.Wait?.TotalSeconds);
    }

    [Fact]
    public async Task A_host_that_leads_to_this_machine_or_a_private_network_is_not_connected_to()
    {
        using var flow = new RawFlow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        foreach (var addresses in new[] { new[] { "127.0.0.1" }, ["169.254.169.254"], ["::ffff:127.0.0.1"], ["20.50.1.2", "10.0.0.1"], [] })
        {
            using var callbacks = new FlowCallbacks(Here, TimeProvider.System, (_, _) =>
                Task.FromResult(addresses.Select(IPAddress.Parse).ToArray())
            );
            var call = await callbacks.PostAsync(new($"https://a.logic.azure.com/run?sig=SECRET"), Encoding.UTF8.GetBytes(Body), Stop);
            Assert.Equal(new FlowCall.Failed("Its name leads to an address that may not be called.", null), call);
        }

        Assert.Empty(flow.Requests);
    }

    [Fact]
    public async Task Without_the_rehearsals_setting_this_machine_is_not_called_and_an_address_off_the_list_never()
    {
        using var flow = new RawFlow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var callbacks = new FlowCallbacks(new() { CallbackHosts = ["*.logic.azure.com"] });
        Assert.IsType<FlowCall.Failed>(await callbacks.PostAsync(flow.Address, Encoding.UTF8.GetBytes(Body), Stop));
        Assert.IsType<FlowCall.Failed>(await callbacks.PostAsync(new("https://a.elsewhere.example/"), Encoding.UTF8.GetBytes(Body), Stop));
        Assert.Empty(flow.Requests);
    }

    [Fact]
    public async Task A_flow_that_hangs_or_is_not_there_ends_with_the_call_and_says_no_address()
    {
        using var silent = new RawFlow(null);
        using var callbacks = new FlowCallbacks(Here);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            callbacks.PostAsync(silent.Address, Encoding.UTF8.GetBytes(Body), limit.Token)
        );
        var address = silent.Address;
        silent.Dispose();
        Assert.Equal(
            new FlowCall.Failed("It could not be reached.", null),
            await callbacks.PostAsync(address, Encoding.UTF8.GetBytes(Body), Stop)
        );
    }

    [Fact]
    public async Task Of_an_endless_answer_little_is_read()
    {
        using var flow = new RawFlow($"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n{new string('x', 100_000)}");
        using var callbacks = new FlowCallbacks(Here);
        Assert.IsType<FlowCall.Taken>(
            await callbacks.PostAsync(flow.Address, Encoding.UTF8.GetBytes(Body), Stop).WaitAsync(TimeSpan.FromSeconds(5))
        );
        using var heads = new RawFlow($"HTTP/1.1 200 OK\r\nX: {new string('x', 100_000)}\r\n\r\n");
        Assert.IsType<FlowCall.Failed>(await callbacks.PostAsync(heads.Address, Encoding.UTF8.GetBytes(Body), Stop));
    }

    /// <summary>A flow on this machine that answers each request with the same bytes; with none it says nothing.</summary>
    private sealed class RawFlow : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        private readonly List<string> _requests = [];

        internal RawFlow(string? answer)
        {
            _listener.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/run?sig=SECRET");
            _ = AcceptAsync(answer);
        }

        internal Uri Address { get; }

        internal IReadOnlyList<string> Requests
        {
            get
            {
                lock (_requests)
                {
                    return [.. _requests];
                }
            }
        }

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync(string? answer)
        {
            try
            {
                while (true)
                {
                    _ = ServeAsync(await _listener.AcceptTcpClientAsync(), answer);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task ServeAsync(TcpClient client, string? answer)
        {
            using var _ = client;
            var stream = client.GetStream();
            var bytes = new byte[8192];
            try
            {
                for (var said = ""; ; )
                {
                    var read = await stream.ReadAsync(bytes);
                    if (read == 0)
                    {
                        return;
                    }

                    said += Encoding.UTF8.GetString(bytes, 0, read);
                    if (said.EndsWith(Body, StringComparison.Ordinal))
                    {
                        lock (_requests)
                        {
                            _requests.Add(said);
                        }

                        said = "";
                        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer ?? ""));
                    }
                }
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // The other side has gone.
            }
        }
    }
}
