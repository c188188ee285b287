using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph;

/// <summary>Graph over HTTP, and beside it the addresses it hands out for uploads and downloads.</summary>
public static class GraphEndpoints
{
    /// <summary>Longer bodies are files in the main, and are not kept with the requests.</summary>
    private const int LongestRecord = 100_000;

    /// <summary>Everything under <c>/graph</c>.</summary>
    public static void MapGraph(this IEndpointRouteBuilder endpoints, GraphStandIn graph) =>
        endpoints.Map("/graph/{**path}", (RequestDelegate)(http => AnswerAsync(graph, http)));

    private static async Task AnswerAsync(GraphStandIn graph, HttpContext http)
    {
        var path = http.Request.Path.Value!["/graph".Length..];
        if (GraphRoutes.Find(http.Request.Method, path) is not var (route, names))
        {
            graph.Complaints.Enqueue($"Graph has no {http.Request.Method} for this path: {path}");
            await WriteAsync(http, Error(404, "UnknownError"));
            return;
        }

        var bytes = await BytesAsync(http.Request);
        var permission = "";
        GraphReply? reply;
        var hangs = false;
        try
        {
            permission = await Access.CheckAsync(graph, route, http.Request);
            reply = Answer(graph, route, Requests.Check(graph, route, new GraphCall(http.Request, names, default, bytes)), out hangs);
        }
        catch (GraphRefusal refusal)
        {
            if (refusal.Complaint is { } complaint)
            {
                graph.Complaints.Enqueue($"{route.Method} {route.Template}: {complaint}");
            }

            reply = Error(refusal.Status, refusal.Code);
        }

        // On record before the caller hears of it: whoever asks then finds it there.
        graph.Record(
            new(
                route.Method,
                route.Template,
                permission,
                reply?.Status ?? 0,
                http.Request.QueryString.Value ?? "",
                route.TakesBytes || bytes.Length > LongestRecord ? "" : Encoding.UTF8.GetString(bytes)
            )
        );
        if (hangs)
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        if (reply is null)
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, reply);
    }

    /// <summary>The answer, or null to cut the connection.</summary>
    private static GraphReply? Answer(GraphStandIn graph, GraphRoute route, GraphCall call, out bool hangs)
    {
        var fault = graph.Faults.Next(route.Method, route.Template);
        hangs = fault?.Hangs == true;
        GraphReply? reply = null;
        if (fault is null or { DoesIt: true })
        {
            lock (graph.Gate)
            {
                reply = Requests.Select(route, call, route.Answer(graph, call));
            }
        }

        return fault switch
        {
            null => reply,
            { Status: 0 } => null,
            _ => Error(fault.Status, fault.Code) with { RetryAfter = fault.RetryAfter },
        };
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        return buffer.ToArray();
    }

    private static async Task WriteAsync(HttpContext http, GraphReply reply)
    {
        http.Response.StatusCode = reply.Status;
        http.Response.Headers["request-id"] = Guid.NewGuid().ToString();
        if (reply.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = $"{seconds}";
        }

        if (reply.Location is { } location)
        {
            http.Response.Headers.Location = location;
        }

        var bytes = reply.Bytes ?? (reply.Body is { } body ? JsonSerializer.SerializeToUtf8Bytes(body) : []);
        if (bytes.Length > 0)
        {
            http.Response.ContentType = reply.Bytes is null ? "application/json" : "application/octet-stream";
            await http.Response.Body.WriteAsync(bytes);
        }
    }

    private static GraphReply Error(int status, string code) =>
        new(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["code"] = code,
                    ["message"] = code,
                    ["innerError"] = new JsonObject { ["request-id"] = Guid.NewGuid().ToString() },
                },
            }
        );
}
