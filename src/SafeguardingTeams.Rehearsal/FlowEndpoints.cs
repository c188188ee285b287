using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

namespace SafeguardingTeams.Rehearsal;

/// <summary>The flows in the rehearsal: what they have done, what somebody does with them, and where the product posts to them.</summary>
internal static class FlowEndpoints
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void MapFlows(this WebApplication app, RehearsalHost host, ConcurrentDictionary<string, bool> pressed)
    {
        app.MapPost("/flows/{secret}", (string secret, JsonObject posted) =>
            host.Flows.Maker.Take(secret, posted) ? Results.Accepted() : Results.NotFound()
        );
        app.MapGet("/api/flows", async () =>
        {
            pressed["flows"] = true;
            return Results.Json(await StateAsync(host.Flows));
        });
        app.MapPost("/api/flows/late", async (JsonObject body) =>
        {
            await host.Flows.Late.TurnAsync(body["on"]?.GetValue<bool>() == true);
            return Results.Json(await StateAsync(host.Flows));
        });
        app.MapPost("/api/flows/form", async (JsonObject body) =>
        {
            await host.Flows.Form.SendAsync(body["happened"]?.GetValue<string>() ?? "", body["learn"]?.GetValue<string>() ?? "");
            return Results.Json(await StateAsync(host.Flows));
        });
        app.MapPost("/api/flows/ask", async (JsonObject body) =>
        {
            await host.Flows.Ask.AskAsync(body["record"]?.GetValue<string>() ?? "");
            return Results.Json(await StateAsync(host.Flows));
        });
        app.MapPost("/api/flows/actions", async (JsonObject _) =>
        {
            await host.Flows.Actions.NowAsync();
            return Results.Json(await StateAsync(host.Flows));
        });
    }

    private static async Task<JsonObject> StateAsync(RehearsedFlows flows) =>
        new()
        {
            ["late"] = Of(
                flows.Late,
                ("on", flows.Late.IsOn),
                ("channel", new JsonArray([.. flows.Late.Channel.Select(line => JsonValue.Create(line))]))
            ),
            ["form"] = Of(flows.Form),
            ["actions"] = Of(
                flows.Actions,
                ("columns", new JsonArray([.. flows.Actions.Table.Columns.Select(one => JsonValue.Create(one))])),
                (
                    "lines",
                    new JsonArray([
                        .. flows.Actions.Table.Lines.Select(line => new JsonArray([.. line.Select(cell => JsonValue.Create(cell))])),
                    ])
                )
            ),
            ["ask"] = Of(flows.Ask, ("cases", new JsonArray([.. (await flows.Ask.CasesAsync()).Select(one => JsonValue.Create(one))]))),
        };

    private static JsonObject Of(Flow flow, params IEnumerable<(string Name, JsonNode? Value)> more)
    {
        var json = new JsonObject
        {
            ["title"] = flow.Title,
            ["purpose"] = flow.Purpose,
            ["runs"] = new JsonArray([
                .. flow.Runs.Select(run => new JsonObject
                {
                    ["at"] = London.Local(run.At).ToString("d MMMM, HH:mm", CultureInfo.GetCultureInfo("en-GB")),
                    ["waits"] = run.Waits,
                    ["failed"] = run.Failed,
                    ["steps"] = new JsonArray([
                        .. run.Steps.Select(step => new JsonObject
                        {
                            ["title"] = step.Title,
                            ["secured"] = step.IsSecured,
                            ["inputs"] = step.Inputs?.ToJsonString(Written),
                            ["outputs"] = step.Outputs?.ToJsonString(Written),
                        }),
                    ]),
                }),
            ]),
        };
        foreach (var (name, value) in more)
        {
            json[name] = value;
        }

        return json;
    }
}
