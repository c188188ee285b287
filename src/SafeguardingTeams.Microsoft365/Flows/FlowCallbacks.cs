using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Flows;

/// <summary>
/// Posts to flows. Where a host's name leads is looked at as the connection is made, so that nothing can change in between. No redirect is
/// followed, no proxy or cookie used, nothing unpacked, little read; and nothing is traced, since the address is as good as a password.
/// </summary>
internal sealed class FlowCallbacks : IFlowCallbacks, IDisposable
{
    private const int MostHeaderKilobytes = 16;

    private const int MostOfAnAnswer = 4 * 1024;

    private static readonly TimeSpan ConnectFor = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan DrainFor = TimeSpan.FromSeconds(1);

    /// <summary>A connection is made anew after that, and where the name leads is looked at again.</summary>
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);

    private readonly FlowSetting _setting;
    private readonly TimeProvider _time;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HttpMessageInvoker _everywhere;
    private readonly HttpMessageInvoker? _here;

    public FlowCallbacks(FlowSetting setting)
        : this(setting, TimeProvider.System, Dns.GetHostAddressesAsync) { }

    internal FlowCallbacks(FlowSetting setting, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (_setting, _time, _resolve) = (setting, time, resolve);
        _everywhere = Calling(PublicAddress.Is);
        _here = setting.Loopback ? Calling(IPAddress.IsLoopback) : null;
    }

    /// <inheritdoc/>
    public async Task<FlowCall> PostAsync(Uri callback, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (CallbackAddress.Refuse(callback.OriginalString, _setting) is not null)
        {
            return new FlowCall.Failed("The address this flow gave may not be called.", null);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new("application/json", "utf-8");
        var calling = _here is not null && CallbackAddress.IsLoopback(callback.OriginalString, callback) ? _here : _everywhere;
        try
        {
            using var answer = await calling.SendAsync(request, cancellationToken);
            return EndOf(answer);
        }
        catch (AddressRefusedException)
        {
            return new FlowCall.Failed("Its name leads to an address that may not be called.", null);
        }
        catch (HttpRequestException e) when (e.InnerException is AddressRefusedException)
        {
            return new FlowCall.Failed("Its name leads to an address that may not be called.", null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            // What it says names the host: only its kind is told.
            return new FlowCall.Failed(
                e is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
                    ? "It could not be reached safely."
                    : "It could not be reached.",
                null
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _everywhere.Dispose();
        _here?.Dispose();
    }

    private FlowCall EndOf(HttpResponseMessage answer) =>
        (int)answer.StatusCode switch
        {
            >= 200 and < 300 => new FlowCall.Taken(),
            404 or 410 => new FlowCall.Gone(),
            >= 300 and < 400 => new FlowCall.Failed("It sends elsewhere, which is not followed.", null),
            var code => new FlowCall.Failed($"It answered with {code}.", Wait(answer.Headers.RetryAfter)),
        };

    private TimeSpan? Wait(RetryConditionHeaderValue? asked) => asked?.Delta ?? (asked?.Date is { } date ? date - _time.GetUtcNow() : null);

    private HttpMessageInvoker Calling(Func<IPAddress, bool> may) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                UseCookies = false,
                UseProxy = false,
                ConnectTimeout = ConnectFor,
                MaxResponseHeadersLength = MostHeaderKilobytes,
                MaxResponseDrainSize = MostOfAnAnswer,
                ResponseDrainTimeout = DrainFor,
                PooledConnectionLifetime = ConnectionLife,
                ActivityHeadersPropagator = null,
                ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, may, cancellationToken),
            }
        );

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<IPAddress, bool> may, CancellationToken cancellationToken)
    {
        var addresses = await _resolve(to.Host, cancellationToken);
        // A name that leads to one that may not be called leads astray: none of its addresses is taken.
        if (addresses.Length == 0 || !addresses.All(may))
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host's name leads to an address that may not be called.</summary>
internal sealed class AddressRefusedException() : IOException("The address may not be called.");
