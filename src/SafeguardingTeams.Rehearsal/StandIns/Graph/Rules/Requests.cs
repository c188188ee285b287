using System.Text.Json;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;

/// <summary>Whether a request is one Graph understands: what stands behind its path, its headers, its body.</summary>
internal static class Requests
{
    /// <summary>Graph takes bodies of up to 4 MB; files have limits of their own.</summary>
    private const int LargestBody = 4 * 1024 * 1024;

    /// <exception cref="GraphRefusal">It is not.</exception>
    internal static GraphCall Check(GraphStandIn graph, GraphRoute route, GraphCall call)
    {
        foreach (
            var name in call.Request.Query.Keys.Where(name =>
                !route.Queries.Contains(name) && (name != "$select" || route.Selects.Length == 0)
            )
        )
        {
            throw new GraphRefusal(400, "BadRequest", $"it takes no {name}.");
        }

        if (Selected(call).FirstOrDefault(name => !route.Selects.Contains(name)) is { } unknown)
        {
            throw new GraphRefusal(400, "BadRequest", $"there is no property {unknown} to select.");
        }

        if (route.IsOfMailbox && !call.Prefers("IdType=\"ImmutableId\""))
        {
            graph.Complaints.Enqueue($"{route.Method} {route.Template}: without ids that stay, an item is lost when it moves.");
        }

        return route.TakesBytes ? call : call with { Body = Body(route, call.Bytes) };
    }

    /// <summary>Leaves of an answer what was selected: whoever reads another property finds nothing, as with Graph.</summary>
    internal static GraphReply Select(GraphRoute route, GraphCall call, GraphReply reply)
    {
        if (route.Selects.Length > 0 && Selected(call) is { Count: > 0 } names && reply.Body is JsonObject body)
        {
            foreach (var item in body["value"] is JsonArray list ? list.OfType<JsonObject>() : [body])
            {
                foreach (var name in item.Select(pair => pair.Key).Where(name => !names.Contains(name) && !name.StartsWith('@')).ToList())
                {
                    item.Remove(name);
                }
            }
        }

        return reply;
    }

    private static List<string> Selected(GraphCall call) =>
        [.. call.Query("$select").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static JsonElement Body(GraphRoute route, byte[] bytes)
    {
        if (bytes.Length > LargestBody)
        {
            throw new GraphRefusal(413, "RequestEntityTooLarge", "the body is larger than 4 MB.");
        }

        if (route.Body is null)
        {
            return bytes.Length == 0 ? default : throw new GraphRefusal(400, "BadRequest", "it takes no body.");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return route.Body.Fault(document.RootElement, "the body") is { } fault
                ? throw new GraphRefusal(400, "RequestBodyRead", fault)
                : document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new GraphRefusal(400, "RequestBodyRead", "the body is no JSON.");
        }
    }
}
