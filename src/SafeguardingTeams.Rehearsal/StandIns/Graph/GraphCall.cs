using System.Text.Json;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph;

/// <summary>A request, taken apart.</summary>
internal sealed record GraphCall(HttpRequest Request, IReadOnlyDictionary<string, string> Names, JsonElement Body, byte[] Bytes)
{
    /// <summary>What stands at a place of the path.</summary>
    internal string this[string name] => Names[name];

    internal string Query(string name) => Request.Query[name].ToString();

    internal bool Prefers(string preference) =>
        Request.Headers["Prefer"].SelectMany(value => value!.Split(',', StringSplitOptions.TrimEntries)).Contains(preference);

    /// <summary>The value of a preference, without its quotes.</summary>
    internal string? Preference(string name) =>
        Request
            .Headers["Prefer"]
            .SelectMany(value => value!.Split(',', StringSplitOptions.TrimEntries))
            .Where(value => value.StartsWith($"{name}=", StringComparison.Ordinal))
            .Select(value => value[(name.Length + 1)..].Trim('"'))
            .FirstOrDefault();
}

/// <summary>What is answered.</summary>
internal sealed record GraphReply(int Status, JsonNode? Body = null)
{
    internal byte[]? Bytes { get; init; }

    internal string? Location { get; init; }

    /// <summary>Seconds.</summary>
    internal int? RetryAfter { get; init; }

    /// <summary>A page of a list.</summary>
    internal static GraphReply Page(IEnumerable<JsonNode> items, string? next = null)
    {
        var body = new JsonObject { ["value"] = new JsonArray([.. items]) };
        if (next is not null)
        {
            body["@odata.nextLink"] = next;
        }

        return new(200, body);
    }
}

/// <summary>Graph says no.</summary>
/// <param name="status">HTTP.</param>
/// <param name="code">Graph's word for it.</param>
/// <param name="complaint">What is wrong with the request, where it should never have been made.</param>
internal sealed class GraphRefusal(int status, string code, string? complaint = null) : Exception(code)
{
    internal int Status => status;

    internal string Code => Message;

    internal string? Complaint => complaint;

    internal static GraphRefusal NotFound => new(404, "itemNotFound");
}

/// <summary>Reading JSON that has been checked. Parameters of actions may be written with a capital.</summary>
internal static class Json
{
    internal static JsonElement? Get(this JsonElement from, string name)
    {
        if (from.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in from.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return null;
    }

    internal static string? Text(this JsonElement from, params ReadOnlySpan<string> path)
    {
        JsonElement? at = from;
        foreach (var name in path)
        {
            at = at?.Get(name);
        }

        return at?.ValueKind == JsonValueKind.String ? at.Value.GetString() : null;
    }

    internal static bool Flag(this JsonElement from, string name) => from.Get(name)?.ValueKind == JsonValueKind.True;

    internal static IEnumerable<JsonElement> List(this JsonElement from, string name) =>
        from.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
