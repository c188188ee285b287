using System.Text.Json.Nodes;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>What operations ask for.</summary>
internal static class ParameterRules
{
    private static readonly string[] Reserved = ["Accept", "Authorization", "Content-Type", "Host", "User-Agent", "Cookie"];

    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        Each("parameter-summary", one => Swagger.Text(one, "x-ms-summary").Length > 0, one => one.Remove("x-ms-summary")),
        Each(
            "parameter-summary-length",
            one => Swagger.Text(one, "x-ms-summary").Length <= 80,
            one => one["x-ms-summary"] = new string('A', 81)
        ),
        Each(
            "parameter-summary-title-case",
            one => Sentences.IsTitleCase(Swagger.Text(one, "x-ms-summary")),
            one => one["x-ms-summary"] = "the record"
        ),
        Each(
            "parameter-summary-in-words",
            one => !Sentences.IsOutOfCode(Swagger.Text(one, "x-ms-summary")),
            one => one["x-ms-summary"] = "RecordReference"
        ),
        Each("parameter-description", one => Sentences.Are(Swagger.Text(one, "description")), one => one["description"] = "reference"),
        Each(
            "parameter-description-not-summary",
            one => Sentences.Bare(Swagger.Text(one, "description")) != Sentences.Bare(Swagger.Text(one, "x-ms-summary")),
            one => one["description"] = "Record."
        ),
        Each(
            "parameter-description-no-address",
            one => !Sentences.HasAddress(Swagger.Text(one, "description")),
            one => one["description"] = "See www.partnership.example."
        ),
        Each(
            "parameter-place",
            one => Swagger.Text(one, "in") is "path" or "query" or "header" or "body" or "formData",
            one => one["in"] = "cookie"
        ),
        Each(
            "parameter-type",
            one =>
                Swagger.Text(one, "in") == "body" || Swagger.Text(one, "type") is "string" or "integer" or "number" or "boolean" or "array",
            one => one["type"] = "object"
        ),
        Each(
            "path-parameter-required",
            one => Swagger.Text(one, "in") != "path" || Swagger.Is(one, "required"),
            one => one["required"] = false
        ),
        Each(
            "path-parameter-encoding",
            one => Swagger.Text(one, "in") != "path" || Swagger.Text(one, "x-ms-url-encoding") is "single" or "double",
            one => one.Remove("x-ms-url-encoding")
        ),
        Each(
            "encoding-path-only",
            one => Swagger.Text(one, "in") == "path" || !one.ContainsKey("x-ms-url-encoding"),
            one => one["x-ms-url-encoding"] = "single",
            "ListCases",
            "kind"
        ),
        Each(
            "internal-parameter-default",
            one => Swagger.Text(one, "x-ms-visibility") != "internal" || !Swagger.Is(one, "required") || one.ContainsKey("default"),
            one => one["x-ms-visibility"] = "internal"
        ),
        PublishedRule.Of(
            "internal-property-default",
            swagger =>
                swagger.Schemas.SelectMany(schema =>
                    (schema.Json["required"] as JsonArray ?? [])
                        .Select(name =>
                            (Name: name!.GetValue<string>(), Property: schema.Json["properties"]?[name.GetValue<string>()] as JsonObject)
                        )
                        .Where(one =>
                            one.Property is { } property
                            && Swagger.Text(property, "x-ms-visibility") == "internal"
                            && !property.ContainsKey("default")
                            && !Swagger.Is(property, "x-ms-notification-url")
                        )
                        .Select(one => $"{schema.Place}/{one.Name}")
                ),
            swagger => swagger.Property("ProgressInput", "state")["x-ms-visibility"] = "internal"
        ),
        PublishedRule.Each(
            "parameter-unique",
            operation =>
                operation.Parameters.Select(one => (Swagger.Text(one, "name"), Swagger.Text(one, "in"))).Distinct().Count()
                == operation.Parameters.Count(),
            swagger =>
                swagger.Operation("ListCases").Json["parameters"]!
                    .AsArray()
                    .Add(swagger.Operation("ListCases").Parameter("kind").DeepClone())
        ),
        PublishedRule.Each(
            "one-body",
            operation => operation.Parameters.Count(one => Swagger.Text(one, "in") == "body") <= 1,
            swagger => AddTo(swagger, "RecordAttendance", "body")
        ),
        PublishedRule.Each(
            "body-or-form",
            operation => operation.Body is null || operation.Parameters.All(one => Swagger.Text(one, "in") != "formData"),
            swagger => AddTo(swagger, "RecordAttendance", "formData")
        ),
        PublishedRule.Each(
            "body-schema",
            operation => operation.Body is null || operation.Body["schema"] is JsonObject { Count: > 0 },
            swagger => swagger.Operation("RecordAttendance").Body!.Remove("schema")
        ),
        PublishedRule.Each(
            "get-without-body",
            operation => operation.Method is not ("get" or "delete") || operation.Body is null,
            swagger => AddTo(swagger, "ListCases", "body")
        ),
        PublishedRule.Of(
            "reserved-header",
            swagger =>
                swagger
                    .Parameters.Where(one =>
                        Swagger.Text(one.Json, "in") == "header"
                        && Reserved.Contains(Swagger.Text(one.Json, "name"), StringComparer.OrdinalIgnoreCase)
                    )
                    .Select(one => one.Place),
            swagger => swagger.Operation("RecordAttendance").Parameter("If-Match")["name"] = "Authorization"
        ),
    ];

    /// <summary>A rule of every parameter; the example spoils the one of an operation.</summary>
    private static PublishedRule Each(
        string name,
        Func<JsonObject, bool> kept,
        Action<JsonObject> spoil,
        string operation = "GetCase",
        string parameter = "record"
    ) =>
        PublishedRule.Of(
            name,
            swagger => swagger.Parameters.Where(one => !kept(one.Json)).Select(one => one.Place),
            swagger => spoil(swagger.Operation(operation).Parameter(parameter))
        );

    private static void AddTo(Swagger swagger, string operation, string place) =>
        swagger.Operation(operation).Json["parameters"]!.AsArray().Add(new JsonObject { ["name"] = "other", ["in"] = place });
}
