using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>
/// Whether a value is as a schema of the definition says. Stricter than Power Automate, which lets through what is not described: here that
/// is wrong, so that definition and API cannot drift apart.
/// </summary>
internal static class SchemaCheck
{
    internal static IEnumerable<string> Of(JsonNode? value, JsonObject schema, JsonObject definition, string at)
    {
        if (schema["$ref"] is { } reference)
        {
            schema = definition["definitions"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject();
        }

        if (schema["x-ms-dynamic-schema"] is not null || (schema["type"]?.GetValue<string>() == "object" && schema["properties"] is null))
        {
            return value is JsonObject ? [] : [$"{at}: is no object"];
        }

        return schema["type"]?.GetValue<string>() switch
        {
            "object" => value is JsonObject one ? OfObject(one, schema, definition, at) : [$"{at}: is no object"],
            "array" => value is JsonArray many
                ? many.SelectMany((one, i) => Of(one, schema["items"]!.AsObject(), definition, $"{at}[{i}]"))
                : [$"{at}: is no list"],
            "string" => value is JsonValue text && text.GetValueKind() == JsonValueKind.String
                ? OfText(text.GetValue<string>(), schema, at)
                : [$"{at}: is no text"],
            "integer" => value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<int>(out _)
                ? []
                : [$"{at}: is no whole number"],
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? [] : [$"{at}: is neither true nor false"],
            var other => [$"{at}: the definition has the type {other}"],
        };
    }

    private static IEnumerable<string> OfObject(JsonObject value, JsonObject schema, JsonObject definition, string at)
    {
        var properties = schema["properties"]!.AsObject();
        var required = schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [];
        return required
            .Where(name => !value.ContainsKey(name))
            .Select(name => $"{at}/{name}: is missing")
            .Concat(
                value.SelectMany(one =>
                    properties[one.Key] is JsonObject property
                        ? Of(one.Value, property, definition, $"{at}/{one.Key}")
                        : [$"{at}/{one.Key}: is not described"]
                )
            );
    }

    private static IEnumerable<string> OfText(string text, JsonObject schema, string at)
    {
        if (schema["enum"] is JsonArray values && !values.Any(one => one!.GetValue<string>() == text))
        {
            yield return $"{at}: is none of the values";
        }

        var good = schema["format"]?.GetValue<string>() switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
            _ => true,
        };
        if (!good)
        {
            yield return $"{at}: is no {schema["format"]}";
        }
    }
}
