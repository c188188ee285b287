using System.Text.Json.Nodes;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>What operations answer.</summary>
internal static class ResponseRules
{
    private static readonly string[] Errors = ["400", "401", "403", "404", "409", "412", "429", "500"];

    private static readonly string[] Meaningless = ["ok", "success", "default", "error", "response", "responsebody", "created", "xxx"];

    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        PublishedRule.Each(
            "response-there",
            operation => operation.Json["responses"] is JsonObject { Count: > 0 },
            swagger => swagger.Operation("ListCases").Json["responses"] = new JsonObject()
        ),
        Each(
            "response-status",
            (status, _) => status == "default" || (int.TryParse(status, out var n) && n is >= 100 and < 600),
            answers => answers["abc"] = answers["400"]!.DeepClone()
        ),
        Each(
            "response-description",
            (_, answer) => Sentences.Are(Swagger.Text(answer, "description")),
            answers => answers["400"]!.AsObject().Remove("description")
        ),
        Each(
            "response-description-meaningful",
            (_, answer) =>
                !Meaningless.Contains(
                    Sentences.Bare(Swagger.Text(answer, "description")).Replace(" ", ""),
                    StringComparer.OrdinalIgnoreCase
                ),
            answers => answers["200"]!["description"] = "Response body."
        ),
        Each(
            "default-response-no-schema",
            (status, answer) => status != "default" || !answer.ContainsKey("schema"),
            answers => answers["default"] = answers["200"]!.DeepClone()
        ),
        PublishedRule.Each(
            "one-success",
            operation => operation.Responses.Count(one => one.Key.StartsWith('2')) == 1,
            swagger => swagger.Operation("ListCases").Responses["202"] = swagger.Operation("ListCases").Responses["200"]!.DeepClone()
        ),
        Each(
            "success-schema",
            (status, answer) => status is not ("200" or "201") || answer["schema"] is JsonObject { Count: > 0 },
            answers => answers["200"]!.AsObject().Remove("schema")
        ),
        Each(
            "no-content-no-schema",
            (status, answer) => status != "204" || !answer.ContainsKey("schema"),
            answers => answers["204"] = answers["200"]!.DeepClone()
        ),
        PublishedRule.Of(
            "success-schema-has-properties",
            swagger =>
                swagger
                    .Operations.Where(one =>
                        swagger.Resolved(one.Answer) is { } answer
                        && Swagger.Text(answer, "type") == "object"
                        && answer["properties"] is not JsonObject { Count: > 0 }
                    )
                    .Select(one => one.Id),
            swagger => swagger.Definition("RecordRows").Remove("properties")
        ),
        PublishedRule.Of(
            "error-responses",
            swagger =>
                swagger.Operations.SelectMany(one =>
                    Errors.Where(status => !one.Responses.ContainsKey(status)).Select(status => $"{one.Id}, {status}")
                ),
            swagger => swagger.Operation("ListCases").Responses.Remove("429")
        ),
    ];

    private static PublishedRule Each(string name, Func<string, JsonObject, bool> kept, Action<JsonObject> spoil) =>
        PublishedRule.Of(
            name,
            swagger =>
                swagger.Operations.SelectMany(operation =>
                    operation.Responses.Where(one => !kept(one.Key, one.Value!.AsObject())).Select(one => $"{operation.Id}, {one.Key}")
                ),
            swagger => spoil(swagger.Operation("ListCases").Responses)
        );
}
