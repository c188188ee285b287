using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>How schemas are written.</summary>
internal static class SchemaRules
{
    private const int Deepest = 5;

    private static readonly string[] Unsupported =
    [
        "oneOf",
        "anyOf",
        "not",
        "nullable",
        "const",
        "if",
        "then",
        "else",
        "patternProperties",
        "additionalItems",
        "contains",
        "examples",
        "readOnlyProperties",
    ];

    private static readonly string[] Formats =
    [
        "date",
        "date-time",
        "int32",
        "int64",
        "float",
        "double",
        "byte",
        "binary",
        "email",
        "uri",
        "uuid",
        "password",
        "html",
        "file",
        "date-no-tz",
    ];

    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        Each(
            "schema-not-empty",
            schema => schema.Count > 0,
            swagger => swagger.Definition("RecordRow")["properties"]!["kind"] = new JsonObject()
        ),
        Each(
            "type-known",
            schema =>
                schema.ContainsKey("$ref")
                || Swagger.Text(schema, "type") is "object" or "array" or "string" or "integer" or "number" or "boolean",
            swagger => swagger.Property("RecordRow", "kind")["type"] = "text"
        ),
        Inputs(
            "format-known",
            json => !json.ContainsKey("format") || Formats.Contains(Swagger.Text(json, "format")),
            swagger => swagger.Property("RecordRow", "due")["format"] = "day"
        ),
        Inputs(
            "keyword-not-supported",
            json => !Unsupported.Any(json.ContainsKey),
            swagger => swagger.Property("RecordTrigger", "kind")["oneOf"] = new JsonArray()
        ),
        Each(
            "array-items",
            schema => Swagger.Text(schema, "type") != "array" || schema["items"] is JsonObject { Count: > 0 },
            swagger => swagger.Property("RecordRows", "value").Remove("items")
        ),
        Each(
            "required-declared",
            schema => (schema["required"] as JsonArray ?? []).All(name => schema["properties"]?[name!.GetValue<string>()] is not null),
            swagger => swagger.Definition("RecordRow")["required"]!.AsArray().Add("nothing")
        ),
        Each(
            "required-not-empty",
            schema => schema["required"] is not JsonArray { Count: 0 },
            swagger => swagger.Definition("RecordRow")["required"] = new JsonArray()
        ),
        Inputs(
            "enum-not-empty",
            json => json["enum"] is not JsonArray { Count: 0 },
            swagger => swagger.Property("RecordTrigger", "kind")["enum"] = new JsonArray()
        ),
        Inputs(
            "enum-unique-and-typed",
            json =>
                json["enum"] is not JsonArray values
                || (
                    values.All(one =>
                        one?.GetValueKind() == (Swagger.Text(json, "type") == "string" ? JsonValueKind.String : JsonValueKind.Number)
                    )
                    && values.Select(one => one!.ToJsonString()).Distinct().Count() == values.Count
                ),
            swagger => swagger.Property("RecordTrigger", "kind")["enum"] = new JsonArray("Review", null)
        ),
        Inputs(
            "default-of-type",
            json =>
                json["default"] is not { } value
                || (json["enum"] is not JsonArray values || values.Any(one => JsonNode.DeepEquals(one, value)))
                    && (Swagger.Text(json, "type") == "string") == (value.GetValueKind() == JsonValueKind.String),
            swagger => swagger.Operation("ListCases").Parameter("kind")["default"] = "Nothing"
        ),
        Inputs(
            "min-max",
            json => Ordered(json, "minimum", "maximum") && Ordered(json, "minLength", "maxLength") && Ordered(json, "minItems", "maxItems"),
            swagger =>
            {
                var top = swagger.Operation("ListCases").Parameter("top");
                (top["minimum"], top["maximum"]) = (10, 1);
            }
        ),
        Inputs(
            "pattern-regex",
            json => !json.ContainsKey("pattern") || IsRegex(Swagger.Text(json, "pattern")),
            swagger => swagger.Property("AttendanceInput", "began")["pattern"] = "("
        ),
        PublishedRule.Of(
            "depth",
            swagger => swagger.Schemas.Where(schema => schema.Depth > Deepest).Select(schema => schema.Place),
            swagger =>
            {
                var schema = new JsonObject { ["type"] = "string" };
                for (var i = 0; i < Deepest; i++)
                {
                    schema = new JsonObject { ["type"] = "array", ["items"] = schema };
                }

                swagger.Definitions["Deep"] = schema;
            }
        ),
        Each(
            "no-siblings-of-ref",
            schema => !schema.ContainsKey("$ref") || schema.Count == 1,
            swagger => swagger.Property("RecordRows", "value")["items"]!["title"] = "Record"
        ),
        PublishedRule.Of(
            "ref-resolves",
            swagger => swagger.Schemas.Where(schema => swagger.Resolved(schema.Json) is null).Select(schema => schema.Place),
            swagger => swagger.Property("RecordRows", "value")["items"]!["$ref"] = "#/components/schemas/RecordRow"
        ),
        PublishedRule.Of(
            "definitions-used",
            swagger =>
            {
                var used = swagger.Schemas.Select(schema => Swagger.Text(schema.Json, "$ref").Split('/')[^1]).ToHashSet();
                return swagger.Definitions.Select(one => one.Key).Where(name => !used.Contains(name));
            },
            swagger => swagger.Definitions["Unused"] = new JsonObject { ["type"] = "object" }
        ),
        Property("property-title", one => Swagger.Text(one, "title").Length > 0, one => one.Remove("title")),
        Property("property-title-length", one => Swagger.Text(one, "title").Length <= 80, one => one["title"] = new string('A', 81)),
        Property("property-title-case", one => Sentences.IsTitleCase(Swagger.Text(one, "title")), one => one["title"] = "next date"),
        Property("property-title-in-words", one => !Sentences.IsOutOfCode(Swagger.Text(one, "title")), one => one["title"] = "DueDate"),
        Property("property-description", one => Sentences.Are(Swagger.Text(one, "description")), one => one["description"] = "due"),
        Property(
            "property-description-not-title",
            one => Sentences.Bare(Swagger.Text(one, "description")) != Sentences.Bare(Swagger.Text(one, "title")),
            one => one["description"] = "Due."
        ),
        Property(
            "property-description-no-address",
            one => !Sentences.HasAddress(Swagger.Text(one, "description")),
            one => one["description"] = "See https://a.example."
        ),
        PublishedRule.Of(
            "no-empty-strings",
            swagger => EmptyIn(swagger.Root, ""),
            swagger => swagger.Property("RecordRow", "due")["x-a"] = ""
        ),
    ];

    private static PublishedRule Each(string name, Func<JsonObject, bool> kept, Action<Swagger> spoil) =>
        PublishedRule.Of(name, swagger => swagger.Schemas.Where(one => !kept(one.Json)).Select(one => one.Place), spoil);

    private static PublishedRule Inputs(string name, Func<JsonObject, bool> kept, Action<Swagger> spoil) =>
        PublishedRule.Of(name, swagger => swagger.Inputs.Where(one => !kept(one.Json)).Select(one => one.Place), spoil);

    /// <summary>A rule of every property; one that only refers says nothing of itself.</summary>
    private static PublishedRule Property(string name, Func<JsonObject, bool> kept, Action<JsonObject> spoil) =>
        PublishedRule.Of(
            name,
            swagger => swagger.Properties.Where(one => !one.Json.ContainsKey("$ref") && !kept(one.Json)).Select(one => one.Place),
            swagger => spoil(swagger.Property("RecordRow", "due"))
        );

    private static bool Ordered(JsonObject json, string least, string most) =>
        json[least] is not { } low || json[most] is not { } high || low.GetValue<int>() <= high.GetValue<int>();

    private static bool IsRegex(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<string> EmptyIn(JsonNode? node, string at) =>
        node switch
        {
            JsonObject all => all.SelectMany(one => EmptyIn(one.Value, $"{at}/{one.Key}")),
            JsonArray all => all.SelectMany((one, i) => EmptyIn(one, $"{at}/{i}")),
            JsonValue value when value.TryGetValue<string>(out var text) && text.Trim().Length == 0 => [at],
            _ => [],
        };
}
