namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>
/// Asks, in every call to a mailbox, for ids that stay the same when an item moves: a draft that is sent goes to another
/// folder, and is looked for by the id it had.
/// </summary>
internal sealed class Preferences(Uri graph) : DelegatingHandler
{
    private readonly string _mailboxes = $"{graph.AbsolutePath.TrimEnd('/')}/users/";

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.StartsWith(_mailboxes, StringComparison.Ordinal))
        {
            request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
