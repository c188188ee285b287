using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SafeguardingTeams.App.Upkeeping;

namespace SafeguardingTeams.Bot.Health;

/// <summary>
/// How the host is, for whatever watches over it: no ids, and nothing of a case. What is not well is answered with 503, and every answer
/// comes within five seconds.
/// </summary>
internal static class HealthPages
{
    private const string Ready = "ready";

    /// <summary>Less than whoever asks waits; storage that hangs is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    internal static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<GraphHealth>();
        services
            .AddHealthChecks()
            .AddCheck<StorageHealth>("storage", tags: [Ready], timeout: Patience)
            .AddCheck<SweepsHealth>("sweeps", timeout: Patience)
            .AddCheck<QueuesHealth>("queues", timeout: Patience)
            .AddCheck<CalendarHealth>("calendar", timeout: Patience)
            .AddCheck<RecordsHealth>("records", timeout: Patience)
            .AddCheck<PartnershipHealth>("partnership", timeout: Patience)
            .AddCheck<GraphHealth>("graph", timeout: Patience);
    }

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it reaches storage, so that it can be sent requests.
    /// <c>/health</c>: all
    /// parts, its first word <c>healthy</c> or <c>degraded</c>. <c>/health/parts</c>: the same as JSON.
    /// </summary>
    internal static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "/health/live", _ => false, WordAsync);
        Map(endpoints, "/health/ready", check => check.Tags.Contains(Ready), WordAsync);
        Map(endpoints, "/health", _ => true, WordsAsync);
        Map(endpoints, "/health/parts", _ => true, PartsAsync);
    }

    private static void Map(
        IEndpointRouteBuilder endpoints,
        string path,
        Func<HealthCheckRegistration, bool> which,
        Func<HttpContext, HealthReport, Task> write
    ) =>
        endpoints
            .MapHealthChecks(
                path,
                new HealthCheckOptions
                {
                    Predicate = which,
                    ResponseWriter = write,
                    ResultStatusCodes =
                    {
                        [HealthStatus.Healthy] = StatusCodes.Status200OK,
                        [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable,
                        [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
                    },
                }
            )
            .AllowAnonymous();

    private static Task WordAsync(HttpContext http, HealthReport report) => http.Response.WriteAsync(First(report) + "\n");

    private static Task WordsAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsync($"{First(report)}\n{string.Join('\n', report.Entries.Select(Said))}\n");

    private static Task PartsAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new JsonObject
            {
                ["status"] = report.Status == HealthStatus.Healthy ? "healthy" : "degraded",
                ["version"] = Hosts.Version,
                ["parts"] = new JsonObject(
                    report.Entries.Select(part =>
                        KeyValuePair.Create(
                            part.Key,
                            (JsonNode?)
                                new JsonObject
                                {
                                    ["status"] = part.Value.Status == HealthStatus.Healthy ? "healthy" : "degraded",
                                    ["said"] = Said(part),
                                    ["of"] = new JsonObject(
                                        part.Value.Data.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)$"{one.Value}"))
                                    ),
                                }
                        )
                    )
                ),
            }
        );

    private static string First(HealthReport report) =>
        report.Status == HealthStatus.Healthy
            ? "healthy"
            : $"degraded: {string.Join("; ", report.Entries.Where(part => part.Value.Status != HealthStatus.Healthy).Select(Why))}";

    private static string Why(KeyValuePair<string, HealthReportEntry> part) =>
        part.Value.Exception is UnwellException why ? why.Message : $"{part.Key} does not answer";

    /// <summary>What a part says of itself; a fault's own message may hold anything and is not shown.</summary>
    private static string Said(KeyValuePair<string, HealthReportEntry> part) =>
        part.Value.Status == HealthStatus.Healthy || part.Value.Exception is UnwellException
            ? part.Value.Description ?? part.Key
            : $"{char.ToUpperInvariant(part.Key[0])}{part.Key[1..]}: no answer.";
}
