using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Entra;

namespace SafeguardingTeams.Rehearsal;

/// <summary>
/// The tab in the rehearsal, framed as Teams frames it: for whom the app is installed, at the address of the app's own package. The token
/// is for the registration named there, and is refused where the frame is not of that registration's host.
/// </summary>
internal static class TeamsTabEndpoints
{
    internal static void MapTeamsTab(this WebApplication app, RehearsalHost host, ConcurrentDictionary<string, bool> pressed)
    {
        app.MapGet("/api/tab/{key}", (string key) => Uses(host, key) is null ? Results.NotFound() : Results.Json(Package(host)["tab"]));
        app.MapPost("/api/tab/{key}/token", (string key, JsonObject body) =>
        {
            if (Uses(host, key) is not { } member)
            {
                return Results.NotFound();
            }

            pressed["tab"] = true;
            var resource = Package(host)["webApplicationInfo"]!["resource"]!.GetValue<string>();
            var frame = Uri.TryCreate(body["origin"]?.GetValue<string>(), UriKind.Absolute, out var origin) ? origin.Authority : "";
            return resource == $"api://{frame}/{host.Tab.ClientId}"
                ? Results.Text(host.Tab.For(member))
                : Results.Text(
                    "App resource defined in manifest and iframe origin do not match",
                    statusCode: StatusCodes.Status400BadRequest
                );
        });
        app.MapGet("/teams-tab", (HttpContext http) =>
            http.Request.Query.ContainsKey("as") ? Results.Content(Window, "text/html; charset=utf-8") : Results.NotFound()
        );
    }

    /// <summary>Somebody of the cast for whom the app is installed: in Teams nobody else has the tab.</summary>
    private static CastMember? Uses(RehearsalHost host, string key) =>
        host.Cast.FirstOrDefault(member => member.Key == key) is { } member && host.Teams.ChatOf(member).Installed ? member : null;

    /// <summary>The app's package as it would be made for this machine, and the tab in it.</summary>
    private static JsonObject Package(RehearsalHost host)
    {
        using var file = new StreamReader(typeof(TeamsTabEndpoints).Assembly.GetManifestResourceStream("manifest.json")!);
        var package = JsonNode
            .Parse(
                file.ReadToEnd()
                    .Replace("https://${Domain}", host.WebPage.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
                    .Replace("${Domain}", host.WebPage.Authority, StringComparison.Ordinal)
                    .Replace("${ClientId}", host.Tab.ClientId, StringComparison.Ordinal)
            )!
            .AsObject();
        var tab = package["staticTabs"]!.AsArray().Single(one => one!["contentUrl"] is not null)!;
        package["tab"] = new JsonObject
        {
            ["name"] = tab["name"]!.GetValue<string>(),
            ["contentUrl"] = tab["contentUrl"]!.GetValue<string>(),
        };
        return package;
    }

    /// <summary>The tab with nothing round it, as on a phone.</summary>
    private const string Window = """
        <!DOCTYPE html>
        <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Rehearsal: the tab in Teams</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page/rehearsal.css"></head>
        <body class="window"><main><h1>Teams, rehearsed</h1>
        <p id="error" role="alert" hidden></p><iframe id="tab" title="The tab"></iframe></main>
        <script src="/page/teams-host.js"></script><script src="/page/teams-window.js"></script></body></html>
        """;
}
