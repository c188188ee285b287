using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.Bot.Api.Wire;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <content>Schemas, in the words of 2.0 and with the extensions of Power Platform.</content>
internal static partial class Definition
{
    private static JsonObject Definitions(JsonObject served)
    {
        var definitions = new JsonObject();
        foreach (var (name, schema) in served["components"]!["schemas"]!.AsObject().OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            if (schema!["properties"] is not JsonObject properties || TypeOf(name) is not { } type)
            {
                continue;
            }

            var written = new JsonObject { ["type"] = "object", ["description"] = schema["description"]!.DeepClone() };
            if (schema["required"] is JsonArray required)
            {
                written["required"] = required.DeepClone();
            }

            written["properties"] = new JsonObject(
                properties.Select(property =>
                    KeyValuePair.Create(property.Key, (JsonNode?)Property(property.Value!.AsObject(), served, SaidOf(type, property.Key)))
                )
            );
            definitions[name] = written;
        }

        return definitions;
    }

    private static Type? TypeOf(string name) => typeof(RecordRow).Assembly.GetType($"{typeof(RecordRow).Namespace}.{name}");

    private static SaidAsAttribute SaidOf(Type type, string property) =>
        type.GetProperties()
            .Single(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name) == property)
            .GetCustomAttribute<SaidAsAttribute>()!;

    private static JsonObject Property(JsonObject property, JsonObject served, SaidAsAttribute said)
    {
        var schema = Schema(Inlined(OrNothing(property), served));
        var written = new JsonObject();
        foreach (var (key, value) in schema.Where(one => one.Key is not ("title" or "description")))
        {
            written[key] = value!.DeepClone();
        }

        written["title"] = said.Title;
        written["description"] = said.Description;
        return Extended(written, said, inBody: true);
    }

    /// <summary>What may be left out is told of by its type alone: 2.0 has no choice of schemas.</summary>
    private static JsonObject OrNothing(JsonObject schema) =>
        schema["oneOf"] is JsonArray choices ? choices.Select(one => one!.AsObject()).Single(one => one.ContainsKey("$ref")) : schema;

    /// <summary>What is a list to choose from, or has a schema of its own, stands where it is used; objects are named.</summary>
    private static JsonObject Inlined(JsonObject schema, JsonObject served) =>
        Resolved(schema, served) is { } target && target["properties"] is null ? target : schema;

    private static JsonObject Resolved(JsonObject schema, JsonObject served) =>
        schema["$ref"] is { } reference
            ? served["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject()
            : schema;

    /// <summary>A schema in the words of 2.0.</summary>
    private static JsonObject Schema(JsonObject schema)
    {
        if (schema["$ref"] is { } reference)
        {
            return Reference(reference.GetValue<string>().Split('/')[^1]);
        }

        var written = new JsonObject();
        foreach (var (key, value) in schema)
        {
            switch (key)
            {
                case "nullable" or "additionalProperties":
                    break;
                case "items":
                    written[key] = Schema(value!.AsObject());
                    break;
                default:
                    written[key] = value!.DeepClone();
                    break;
            }
        }

        return written;
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private static JsonObject Extended(JsonObject written, SaidAsAttribute said, bool inBody = false)
    {
        if (said.IsCallback)
        {
            written["x-ms-visibility"] = "internal";
            written["x-ms-notification-url"] = true;
        }
        else if (said.Advanced)
        {
            written["x-ms-visibility"] = "advanced";
        }

        if (said.ChosenFrom.Length > 0)
        {
            var (value, title) = said.ChosenFrom switch
            {
                "ListThemes" => ("theme", "name"),
                "ListDocuments" => ("document", "kind"),
                _ => ("value", "title"),
            };
            written["x-ms-dynamic-values"] = new JsonObject
            {
                ["operationId"] = said.ChosenFrom,
                ["parameters"] = Asked(said, "parameter", fixedAsText: true),
                ["value-collection"] = "value",
                ["value-path"] = value,
                ["value-title"] = title,
            };
            written["x-ms-dynamic-list"] = new JsonObject
            {
                ["operationId"] = said.ChosenFrom,
                ["parameters"] = Asked(said, "parameterReference", fixedAsText: false, inBody),
                ["itemsPath"] = "value",
                ["itemValuePath"] = value,
                ["itemTitlePath"] = title,
            };
        }

        if (said.SchemaFrom.Length > 0)
        {
            written["x-ms-dynamic-schema"] = new JsonObject
            {
                ["operationId"] = said.SchemaFrom,
                ["parameters"] = new JsonObject(),
                ["value-path"] = "schema",
            };
            written["x-ms-dynamic-properties"] = new JsonObject
            {
                ["operationId"] = said.SchemaFrom,
                ["parameters"] = new JsonObject(),
                ["itemValuePath"] = "schema",
            };
        }

        return written;
    }

    private static JsonObject Asked(SaidAsAttribute said, string by, bool fixedAsText, bool inBody = false) =>
        said.ChosenWith.Length > 0 ? new() { ["kind"] = fixedAsText ? said.ChosenWith : new JsonObject { ["value"] = said.ChosenWith } }
        : said.ChosenBy.Length > 0 ? new() { ["kind"] = new JsonObject { [by] = inBody ? $"body/{said.ChosenBy}" : said.ChosenBy } }
        : [];
}
