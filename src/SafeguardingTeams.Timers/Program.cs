using System.Globalization;
using System.Text.Json;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Errands;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Microsoft365;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Timers;

// A Functions custom handler: the Functions host starts it, says the port in its environment, and posts each timer's tick.
if (!int.TryParse(Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
{
    await Console.Error.WriteLineAsync("The Functions host starts this program and names the port in FUNCTIONS_CUSTOMHANDLER_PORT. It is not set.");
    return 2;
}

var time = new TriggerTime();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddSingleton(new LondonClock(time));
var errors = builder.Services.AddSafeguarding(builder.Configuration);
if (errors.Count > 0)
{
    await Console.Error.WriteLineAsync("The timers cannot start. Put these right in the configuration:");
    foreach (var error in errors)
    {
        await Console.Error.WriteLineAsync($"  - {error}");
    }

    return 2;
}

builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);

// The host passes its own ASPNETCORE_URLS on, which is another port: ours is the one it named, on this machine only.
builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
var app = builder.Build();
Task? prepared = null;
app.MapGet("/", () => Results.Text("{}", "application/json"));
Timer("/DeadlineSweep", stop => app.Services.GetRequiredService<DeadlineSweep>().RunAsync(stop));
Timer("/DispatchSweep", async stop =>
{
    await app.Services.GetRequiredService<Dispatcher>().DispatchAsync(stop);
    await app.Services.GetRequiredService<Heartbeat>().BeatAsync("dispatch", stop);
});
Timer("/ErrandSweep", async stop =>
{
    await app.Services.GetRequiredService<ErrandRunner>().RunAsync(stop);
    await app.Services.GetRequiredService<Heartbeat>().BeatAsync("errands", stop);
});
Timer("/WatchSweep", async stop =>
{
    await app.Services.GetRequiredService<IWatchSweep>().RunAsync(stop);
    await app.Services.GetRequiredService<Heartbeat>().BeatAsync("watch", stop);
});
await app.RunAsync();

// Whoever ended this, it was not meant to end: with 0 the host would leave it dead for ever.
return 1;

void Timer(string path, Func<CancellationToken, Task> sweep) => app.MapPost(path, async (HttpRequest request, CancellationToken stop) =>
{
    if (!request.Headers.ContainsKey("X-Azure-Functions-InvocationId"))
    {
        return Results.Json(new { }, statusCode: StatusCodes.Status404NotFound);
    }

    using var body = await JsonDocument.ParseAsync(request.Body, default, stop);
    time.Follow(body.RootElement);

    // Not before the host sees us listen; and again where storage could not be reached the last time.
    prepared = prepared is null or { IsFaulted: true } ? app.Services.PrepareTablesAsync(CancellationToken.None) : prepared;
    await prepared;
    await sweep(stop);

    // An empty answer would hang the invocation until the host kills this process.
    return Results.Text("{}", "application/json");
});
