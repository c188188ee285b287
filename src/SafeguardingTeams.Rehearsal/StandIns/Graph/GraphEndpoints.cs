using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph;

/// <summary>Graph over HTTP, and beside it the addresses it hands out for uploads and downloads.</summary>
internal static class GraphEndpoints
{
    internal static void MapGraph(this IEndpointRouteBuilder endpoints, GraphStandIn graph) =>
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
        var status = 0;
        try
        {
            permission = await Access.CheckAsync(graph, route, http.Request);
            var call = Requests.Check(graph, route, new GraphCall(http.Request, names, default, bytes));
            status = await AnswerAsync(graph, http, route, call);
        }
        catch (GraphRefusal refusal)
        {
            if (refusal.Complaint is { } complaint)
            {
                graph.Complaints.Enqueue($"{route.Method} {route.Template}: {complaint}");
            }

            status = refusal.Status;
            await WriteAsync(http, Error(refusal.Status, refusal.Code));
        }
        finally
        {
            graph.Record(new(route.Method, route.Template, permission, status, http.Request.QueryString.Value ?? "", route.TakesBytes ? "" : Encoding.UTF8.GetString(bytes)));
        }
    }

    private static async Task<int> AnswerAsync(GraphStandIn graph, HttpContext http, GraphRoute route, GraphCall call)
    {
        var fault = graph.Faults.Next(route.Method, route.Template);
        GraphReply? reply = null;
        if (fault is null or { DoesIt: true })
        {
            lock (graph.Gate)
            {
                reply = Requests.Select(route, call, route.Answer(graph, call));
            }
        }

        if (fault is { Status: 0 })
        {
            http.Abort();
            return 0;
        }

        if (fault is { RetryAfter: { } seconds })
        {
            http.Response.Headers.RetryAfter = $"{seconds}";
        }

        var answer = fault is null ? reply! : Error(fault.Status, fault.Code);
        await WriteAsync(http, answer);
        return answer.Status;
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

    private static GraphReply Error(int status, string code) => new(status, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = code, ["innerError"] = new JsonObject { ["request-id"] = Guid.NewGuid().ToString() } },
    });
}
