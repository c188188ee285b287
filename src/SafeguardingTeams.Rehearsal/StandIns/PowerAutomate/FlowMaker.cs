using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>
/// Power Automate round the connector: connections in somebody's name, and the addresses at which flows wait. Like the real one it accepts
/// what is posted to such an address at once and runs the flow afterwards; an address that is gone is answered with 404.
/// </summary>
public sealed class FlowMaker : IDisposable
{
    private readonly ConcurrentDictionary<string, Func<JsonObject, Task>> _waiting = new(StringComparer.Ordinal);
    private readonly Func<string, string> _token;
    private readonly ConcurrentBag<Connection> _connections = [];
    private readonly Uri _host;
    private readonly Uri _page;

    /// <summary>Power Automate.</summary>
    /// <param name="host">Where the product is.</param>
    /// <param name="page">Where flows wait.</param>
    /// <param name="token">The token of somebody of the cast, by their key.</param>
    /// <param name="now">The time, as runs are kept by it.</param>
    internal FlowMaker(Uri host, Uri page, Func<string, string> token, Func<DateTimeOffset> now) =>
        (_host, _page, _token, Now) = (host, page, token, now);

    /// <summary>The connector's definition.</summary>
    public ConnectorFile File { get; } = ConnectorFile.Own();

    /// <summary>The time, as runs are kept by it.</summary>
    public Func<DateTimeOffset> Now { get; }

    /// <summary>A connection that somebody has made.</summary>
    public Connection As(string key)
    {
        var connection = new Connection(File, _host, () => _token(key));
        _connections.Add(connection);
        return connection;
    }

    /// <summary>An address at which a flow waits, and what is done with what comes.</summary>
    public Uri WaitAt(Func<JsonObject, Task> comes)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _waiting[secret] = comes;
        return new(_page, $"/flows/{secret}");
    }

    /// <summary>Nobody waits at an address any more.</summary>
    public void Leave(Uri address) => _waiting.TryRemove(address.Segments[^1], out _);

    /// <summary>Forgets everything: where nobody waits, 404 is answered.</summary>
    public void Clear() => _waiting.Clear();

    /// <summary>What is posted to an address; false where nobody waits there.</summary>
    internal bool Take(string secret, JsonObject posted)
    {
        if (!_waiting.TryGetValue(secret, out var comes))
        {
            return false;
        }

        _ = Task.Run(() => comes(posted));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var connection in _connections)
        {
            connection.Dispose();
        }
    }
}
