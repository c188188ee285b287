namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>
/// Calls the addresses Graph hands out for uploads and downloads. They carry their own permission: no token is ever sent there.
/// </summary>
internal sealed class StorageClient : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <exception cref="OtherHostException">The address is not one that may be called: neither https nor on this machine.</exception>
    internal Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string address,
        HttpContent? content,
        CancellationToken cancellationToken
    )
    {
        if (!GraphOptions.IsSafe(address))
        {
            throw new OtherHostException();
        }

        return _http.SendAsync(
            new HttpRequestMessage(method, address) { Content = content },
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
