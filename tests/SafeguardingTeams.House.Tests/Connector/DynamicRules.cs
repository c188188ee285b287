using System.Text.Json.Nodes;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>Pages, lists to choose from, schemas that another operation gives, and the test of a connection.</summary>
internal static class DynamicRules
{
    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        Paged(
            "page-link-name",
            (_, page) => Swagger.Text(page, "nextLinkName") is "nextLink" or "@odata.nextLink",
            swagger => swagger.Operation("ListCases").Json["x-ms-pageable"]!["nextLinkName"] = "next"
        ),
        Paged(
            "page-link-answered",
            (answer, page) =>
                answer["properties"]?[Swagger.Text(page, "nextLinkName")] is JsonObject link && Swagger.Text(link, "type") == "string",
            swagger => swagger.Definition("RecordRows")["properties"]!.AsObject().Remove("nextLink")
        ),
        Paged(
            "page-items-in-value",
            (answer, _) => answer["properties"]?["value"] is JsonObject items && Swagger.Text(items, "type") == "array",
            swagger => swagger.Property("RecordRows", "value")["type"] = "object"
        ),
        PublishedRule.Each(
            "page-read",
            operation => !operation.Json.ContainsKey("x-ms-pageable") || operation.Method == "get",
            swagger => swagger.Operation("RecordAttendance").Json["x-ms-pageable"] = new JsonObject()
        ),
        PublishedRule.Of(
            "page-link-declared",
            swagger =>
                swagger
                    .Operations.Where(one =>
                        swagger.Resolved(one.Answer)?["properties"]?["nextLink"] is not null && !one.Json.ContainsKey("x-ms-pageable")
                    )
                    .Select(one => one.Id),
            swagger => swagger.Operation("ListCases").Json.Remove("x-ms-pageable")
        ),
        Dynamic(
            "dynamic-operation-found",
            (swagger, one) => swagger.Find(Target(one)) is { Method: "get" },
            swagger => Step(swagger, "x-ms-dynamic-values")["operationId"] = "ListNothing"
        ),
        Dynamic(
            "dynamic-parameters-supplied",
            (swagger, one) =>
                swagger
                    .Operation(Target(one))
                    .Parameters.Where(parameter => Swagger.Is(parameter, "required"))
                    .All(parameter => one.Json["parameters"]?[Swagger.Text(parameter, "name")] is not null),
            swagger => Step(swagger, "x-ms-dynamic-values")["parameters"] = new JsonObject()
        ),
        Dynamic(
            "dynamic-parameters-known",
            (swagger, one) =>
                (one.Json["parameters"] as JsonObject ?? []).All(given =>
                    swagger.Operation(Target(one)).Parameters.Any(parameter => Swagger.Text(parameter, "name") == given.Key)
                ),
            swagger => Step(swagger, "x-ms-dynamic-values")["parameters"]!["sort"] = "up"
        ),
        Dynamic(
            "dynamic-parameter-source",
            (swagger, one) =>
                (one.Json["parameters"] as JsonObject ?? [])
                    .Select(given => given.Value as JsonObject)
                    .Where(given => given is not null && !given.ContainsKey("value"))
                    .All(given =>
                        HasSource(swagger, one.Place, Swagger.Text(given!, "parameter") + Swagger.Text(given!, "parameterReference"))
                    ),
            swagger => Step(swagger, "x-ms-dynamic-list")["parameters"]!["kind"]!["parameterReference"] = "body/sort"
        ),
        Dynamic(
            "dynamic-collection-produced",
            (swagger, one) =>
                Collection(one) is not { Length: > 0 } path
                || swagger.Resolved(swagger.Operation(Target(one)).Answer)?["properties"]?[path] is JsonObject items
                    && Swagger.Text(items, "type") == "array",
            swagger => Step(swagger, "x-ms-dynamic-values")["value-collection"] = "items"
        ),
        Dynamic(
            "dynamic-value-produced",
            (swagger, one) =>
                Collection(one) is not { Length: > 0 } path
                || swagger.Resolved(swagger.Resolved(swagger.Operation(Target(one)).Answer)?["properties"]?[path]?["items"] as JsonObject)
                    is { } item
                    && new[] { "value-path", "value-title", "itemValuePath", "itemTitlePath" }
                        .Where(one.Json.ContainsKey)
                        .All(name => item["properties"]?[Swagger.Text(one.Json, name)] is not null),
            swagger => Step(swagger, "x-ms-dynamic-list")["itemTitlePath"] = "name"
        ),
        Dynamic(
            "dynamic-schema-produced",
            (swagger, one) =>
                one.Kind is not ("x-ms-dynamic-schema" or "x-ms-dynamic-properties")
                || swagger
                    .Resolved(swagger.Operation(Target(one)).Answer)
                    ?["properties"]?[Swagger.Text(one.Json, "value-path") + Swagger.Text(one.Json, "itemValuePath")]
                    is JsonObject schema
                    && Swagger.Text(schema, "type") == "object",
            swagger => swagger.Property("IncidentInput", "referral")["x-ms-dynamic-schema"]!["value-path"] = "form"
        ),
        Twins("dynamic-list-twin", "x-ms-dynamic-values", "x-ms-dynamic-list"),
        Twins("dynamic-properties-twin", "x-ms-dynamic-schema", "x-ms-dynamic-properties"),
        PublishedRule.Of(
            "dynamic-not-on-body",
            swagger =>
                swagger
                    .Parameters.Where(one =>
                        Swagger.Text(one.Json, "in") == "body"
                        && one.Json.Any(key => key.Key.StartsWith("x-ms-dynamic", StringComparison.Ordinal))
                    )
                    .Select(one => one.Place),
            swagger => swagger.Operation("RecordAttendance").Body!["x-ms-dynamic-schema"] = new JsonObject { ["operationId"] = "WhoAmI" }
        ),
        PublishedRule.That(
            "test-connection",
            swagger =>
                swagger.Find(swagger.Root["x-ms-capabilities"]?["testConnection"]?["operationId"]?.GetValue<string>())
                    is { IsInternal: true, Method: "get" } operation
                && !operation.Parameters.Any(),
            swagger => swagger.Root["x-ms-capabilities"]!["testConnection"]!["operationId"] = "ListCases"
        ),
    ];

    /// <summary>A dynamic extension.</summary>
    private sealed record Extension(string Place, string Kind, JsonObject Json);

    private static string Target(Extension one) => Swagger.Text(one.Json, "operationId");

    private static string Collection(Extension one) => Swagger.Text(one.Json, "value-collection") + Swagger.Text(one.Json, "itemsPath");

    private static JsonObject Step(Swagger swagger, string kind) => swagger.Property("StepTrigger", "step")[kind]!.AsObject();

    private static IEnumerable<Extension> Extensions(Swagger swagger) =>
        swagger.Inputs.SelectMany(one =>
            one.Json.Where(key => key.Key.StartsWith("x-ms-dynamic", StringComparison.Ordinal))
                .Select(key => new Extension(one.Place, key.Key, key.Value!.AsObject()))
        );

    /// <summary>A rule of every extension whose operation is there; but for the first, which asks for that.</summary>
    private static PublishedRule Dynamic(string name, Func<Swagger, Extension, bool> kept, Action<Swagger> spoil) =>
        PublishedRule.Of(
            name,
            swagger =>
                Extensions(swagger)
                    .Where(one => name == "dynamic-operation-found" || swagger.Find(Target(one)) is not null)
                    .Where(one => !kept(swagger, one))
                    .Select(one => $"{one.Place}, {one.Kind}"),
            spoil
        );

    private static PublishedRule Twins(string name, string old, string now) =>
        PublishedRule.Of(
            name,
            swagger =>
                swagger
                    .Inputs.Where(one =>
                        one.Json.ContainsKey(old) != one.Json.ContainsKey(now)
                        || one.Json[old]?["operationId"]?.GetValue<string>() != one.Json[now]?["operationId"]?.GetValue<string>()
                    )
                    .Select(one => one.Place),
            swagger => swagger.Inputs.First(one => one.Json.ContainsKey(now)).Json.Remove(now)
        );

    private static PublishedRule Paged(string name, Func<JsonObject, JsonObject, bool> kept, Action<Swagger> spoil) =>
        PublishedRule.Of(
            name,
            swagger =>
                swagger
                    .Operations.Where(one =>
                        one.Json["x-ms-pageable"] is JsonObject page
                        && (swagger.Resolved(one.Answer) is not { } answer || !kept(answer, page))
                    )
                    .Select(one => one.Id),
            spoil
        );

    /// <summary>Whether what a list depends on is asked for beside it: a parameter, or a property of the same body.</summary>
    private static bool HasSource(Swagger swagger, string place, string reference)
    {
        var name = reference.Split('/')[^1];
        var owner = place.Split(", ")[0].Split('/')[0];
        return reference.Length > 0
            && (
                swagger.Find(owner) is { } operation
                    ? operation.Parameters.Any(one => Swagger.Text(one, "name") == name)
                    : swagger.Definitions[owner]?["properties"]?[name] is not null
            );
    }
}
