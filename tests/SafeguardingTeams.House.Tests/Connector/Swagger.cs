using System.Text.Json.Nodes;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>The connector's definition, to be looked through.</summary>
internal sealed class Swagger(JsonObject root)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    internal JsonObject Root { get; } = root;

    internal JsonObject Info => Root["info"]!.AsObject();

    internal JsonObject Paths => Root["paths"]!.AsObject();

    internal JsonObject Definitions => Root["definitions"]!.AsObject();

    internal IEnumerable<SwaggerOperation> Operations =>
        Paths.SelectMany(path =>
            path.Value!.AsObject()
                .Where(one => Methods.Contains(one.Key))
                .Select(one => new SwaggerOperation(path.Key, one.Key, one.Value!.AsObject(), path.Value!.AsObject()))
        );

    /// <summary>The operations that are asked for by somebody, and not by the designer of flows for itself.</summary>
    internal IEnumerable<SwaggerOperation> Shown => Operations.Where(one => !one.IsInternal);

    internal IEnumerable<(string Place, JsonObject Json)> Parameters =>
        Operations.SelectMany(operation => operation.Parameters.Select(one => ($"{operation.Id}, {Text(one, "name")}", one)));

    /// <summary>Every schema that is written out, with those inside it; a reference is one, what it refers to is not.</summary>
    internal IEnumerable<SwaggerSchema> Schemas =>
        Definitions
            .Select(one => (one.Key, one.Value!.AsObject()))
            .Concat(
                Operations.SelectMany(operation =>
                    operation
                        .Parameters.Where(one => one["schema"] is JsonObject)
                        .Select(one => ($"{operation.Id}, {Text(one, "name")}", one["schema"]!.AsObject()))
                        .Concat(
                            operation
                                .Responses.Where(one => one.Value!["schema"] is JsonObject)
                                .Select(one => ($"{operation.Id}, {one.Key}", one.Value!["schema"]!.AsObject()))
                        )
                )
            )
            .Concat(
                Paths
                    .Where(path => path.Value!["x-ms-notification-content"]?["schema"] is JsonObject)
                    .Select(path => ($"{path.Key}, notification", path.Value!["x-ms-notification-content"]!["schema"]!.AsObject()))
            )
            .SelectMany(one => Within(one.Item1, one.Item2, 1));

    /// <summary>Every property of every schema, by its name.</summary>
    internal IEnumerable<(string Place, string Name, JsonObject Json)> Properties =>
        Schemas.SelectMany(schema =>
            (schema.Json["properties"] as JsonObject ?? []).Select(one => ($"{schema.Place}/{one.Key}", one.Key, one.Value!.AsObject()))
        );

    /// <summary>Whatever carries an extension or a type of its own: parameters and schemas.</summary>
    internal IEnumerable<(string Place, JsonObject Json)> Inputs =>
        Parameters.Concat(Schemas.Select(schema => (schema.Place, schema.Json)));

    internal SwaggerOperation Operation(string id) => Operations.First(one => one.Id == id);

    internal SwaggerOperation? Find(string? id) => Operations.FirstOrDefault(one => one.Id == id);

    internal JsonObject Definition(string name) => Definitions[name]!.AsObject();

    internal JsonObject Property(string definition, string name) => Definition(definition)["properties"]![name]!.AsObject();

    /// <summary>A schema as it stands where it is defined; null where it is nowhere.</summary>
    internal JsonObject? Resolved(JsonObject? schema) =>
        schema is not null && Text(schema, "$ref") is { Length: > 0 } reference
            ? Definitions[reference.Replace("#/definitions/", "", StringComparison.Ordinal)] as JsonObject
            : schema;

    /// <summary>What stands there, or nothing.</summary>
    internal static string Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    internal static bool Is(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;

    private static IEnumerable<SwaggerSchema> Within(string place, JsonObject schema, int depth)
    {
        yield return new(place, schema, depth);
        var inner = (schema["properties"] as JsonObject ?? []).Select(one => ($"{place}/{one.Key}", one.Value));
        if (schema["items"] is JsonObject items)
        {
            inner = inner.Append(($"{place}/items", items));
        }

        foreach (var one in inner.SelectMany(one => Within(one.Item1, one.Item2!.AsObject(), depth + 1)))
        {
            yield return one;
        }
    }
}

/// <summary>A schema, where it stands, and how deep.</summary>
internal sealed record SwaggerSchema(string Place, JsonObject Json, int Depth);

/// <summary>An operation of the definition.</summary>
/// <param name="Item">What stands beside it under its path.</param>
internal sealed record SwaggerOperation(string Path, string Method, JsonObject Json, JsonObject Item)
{
    internal string Id => Swagger.Text(Json, "operationId");

    internal string Summary => Swagger.Text(Json, "summary");

    internal string Description => Swagger.Text(Json, "description");

    internal string Visibility => Swagger.Text(Json, "x-ms-visibility");

    internal bool IsInternal => Visibility == "internal";

    internal bool IsTrigger => Json.ContainsKey("x-ms-trigger");

    /// <summary>Whether something is posted to who calls it: a trigger, or an action that waits.</summary>
    internal bool IsWebhook => Item.ContainsKey("x-ms-notification-content") && Method == "post";

    internal IEnumerable<JsonObject> Parameters => (Json["parameters"] as JsonArray ?? []).Select(one => one!.AsObject());

    internal JsonObject? Body => Parameters.FirstOrDefault(one => Swagger.Text(one, "in") == "body");

    internal JsonObject Responses => Json["responses"]!.AsObject();

    internal JsonObject Parameter(string name) => Parameters.First(one => Swagger.Text(one, "name") == name);

    /// <summary>The schema of its good answer.</summary>
    internal JsonObject? Answer =>
        Responses.FirstOrDefault(one => one.Key.StartsWith('2') && one.Value!["schema"] is JsonObject).Value?["schema"]?.AsObject();
}
