using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>A door in front of the storage emulator: a test can have requests wait there, or be refused.</summary>
internal sealed class StorageDoor : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly TaskCompletionSource _closes = new();

    private StorageDoor(WebApplication app, string connectionString) => (_app, ConnectionString) = (app, connectionString);

    /// <summary>As the emulator's, by way of this door.</summary>
    internal string ConnectionString { get; }

    /// <summary>Asked with each request's body. Null lets it pass; a task has it wait until that has ended.</summary>
    internal Func<string, Task?> Holds { get; set; } = _ => null;

    /// <summary>The text of the answer with which everything is refused; null where nothing is.</summary>
    internal string? Refuses { get; set; }

    internal static async Task<StorageDoor> OpenAsync(Azurite azurite)
    {
        var (parts, port) = (azurite.ConnectionString.Split("TableEndpoint=http://127.0.0.1:"), Azurite.FreePort());
        var behind = new Uri($"http://127.0.0.1:{parts[1].Split('/')[0]}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var door = new StorageDoor(builder.Build(), $"{parts[0]}TableEndpoint=http://127.0.0.1:{port}/{parts[1].Split('/', 2)[1]}");
        door._app.Run(http => door.PassAsync(http, behind));
        await door._app.StartAsync();
        return door;
    }

    /// <summary>Has every request wait, until the test is over.</summary>
    internal void Close() => Holds = _ => _closes.Task;

    /// <summary>Ends when one more request waits here.</summary>
    internal Task SomebodyWaitsAsync() => _waiting.WaitAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _closes.TrySetCanceled();
        await _app.DisposeAsync();
        _http.Dispose();
        _waiting.Dispose();
    }

    private async Task PassAsync(HttpContext http, Uri behind)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (Refuses is { } text)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.Response.WriteAsync(text);
            return;
        }

        if (Holds(body) is { } until)
        {
            _waiting.Release();
            await until.WaitAsync(http.RequestAborted);
        }

        using var request = new HttpRequestMessage(new(http.Request.Method), new Uri(behind, http.Request.Path + http.Request.QueryString))
        {
            Content = new StringContent(body),
        };
        request.Content.Headers.Clear();
        foreach (
            var (name, values) in http.Request.Headers.Where(header => header.Key is not ("Host" or "Transfer-Encoding" or "Connection"))
        )
        {
            _ =
                request.Headers.TryAddWithoutValidation(name, values.ToArray())
                || request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        using var answer = await _http.SendAsync(request);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (
            var (name, values) in answer
                .Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
        )
        {
            http.Response.Headers[name] = values.ToArray();
        }

        await http.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
    }
}
