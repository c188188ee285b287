namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>
/// .NET sends a request without a body again, by itself, where an idle connection breaks under it. Sending a mail has no body
/// and must not be done twice: with an empty one .NET leaves the decision to us.
/// </summary>
internal sealed class OnlyOnce : DelegatingHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            request.Content ??= new ByteArrayContent([]);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
