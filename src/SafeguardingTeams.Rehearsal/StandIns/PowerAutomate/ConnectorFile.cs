using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>The connector's own definition, as Power Automate reads it: nothing is called but by what stands in it.</summary>
public sealed class ConnectorFile
{
    private readonly JsonObject _json;

    private ConnectorFile(JsonObject json)
    {
        _json = json;
        Operations = json["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Where(one => !one.Key.StartsWith("x-", StringComparison.Ordinal))
                    .Select(one => new ConnectorOperation(path.Key, one.Key, one.Value!.AsObject(), path.Value!.AsObject()))
            )
            .ToDictionary(one => one.Id, StringComparer.Ordinal);
    }

    /// <summary>The operations, by their id.</summary>
    public IReadOnlyDictionary<string, ConnectorOperation> Operations { get; }

    /// <summary>Where the operations stand at the host.</summary>
    public string BasePath => _json["basePath"]!.GetValue<string>();

    /// <summary>The operation with which a connection is tried.</summary>
    public string TestOperation => _json["x-ms-capabilities"]!["testConnection"]!["operationId"]!.GetValue<string>();

    /// <summary>The definition that goes with this program.</summary>
    public static ConnectorFile Own()
    {
        using var file = new StreamReader(typeof(ConnectorFile).Assembly.GetManifestResourceStream("apiDefinition.swagger.json")!);
        return new(JsonNode.Parse(file.ReadToEnd())!.AsObject());
    }

    /// <summary>What is wrong with a value, by a schema of the definition; empty where nothing is.</summary>
    public IReadOnlyList<string> Check(JsonNode? value, JsonObject schema) => [.. SchemaCheck.Of(value, schema, _json, "")];

    /// <summary>A schema as it stands where it is defined.</summary>
    public JsonObject Resolved(JsonObject schema) =>
        schema["$ref"] is { } reference ? _json["definitions"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject() : schema;
}

/// <summary>An operation of the connector.</summary>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Method">In lower case.</param>
/// <param name="Json">As it stands in the definition.</param>
/// <param name="Item">What stands beside it under its path.</param>
public sealed record ConnectorOperation(string Path, string Method, JsonObject Json, JsonObject Item)
{
    /// <summary>Its id, by which flows name it.</summary>
    public string Id => Json["operationId"]!.GetValue<string>();

    /// <summary>How a flow's designer calls it.</summary>
    public string Summary => Json["summary"]!.GetValue<string>();

    /// <summary>Whether a flow begins with it.</summary>
    public bool IsTrigger => Json["x-ms-trigger"] is not null;

    /// <summary>Whether a flow waits at it.</summary>
    public bool Waits => !IsTrigger && Notification is not null;

    /// <summary>Whether only the designer calls it.</summary>
    public bool IsInternal => Json["x-ms-visibility"]?.GetValue<string>() == "internal";

    /// <summary>What is posted to who subscribed; null where nothing is.</summary>
    public JsonObject? Notification => Item["x-ms-notification-content"]?["schema"]?.AsObject();

    /// <summary>Its parameters.</summary>
    public IEnumerable<JsonObject> Parameters => Json["parameters"]!.AsArray().Select(one => one!.AsObject());

    /// <summary>The property of a page that holds the link to the next; null where its answer is no page.</summary>
    public string? NextLink => Json["x-ms-pageable"]?["nextLinkName"]?.GetValue<string>();

    /// <summary>The schema of its good answer; null where it has none.</summary>
    public JsonObject? Answer(int status) => Json["responses"]![$"{status}"]?["schema"]?.AsObject();

    /// <summary>Whether an answer with this status is described.</summary>
    public bool Describes(int status) => Json["responses"]![$"{status}"] is not null;
}
