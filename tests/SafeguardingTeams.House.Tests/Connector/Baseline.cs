using System.Text.Json.Nodes;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>What flows rely on, a line each: operations, what each asks for, answers and posts.</summary>
internal static class Baseline
{
    private const string Asks = "asks for";
    private const string Optional = "optional";
    private const string Required = "required";
    private const string Always = "always";
    private const string Sometimes = "sometimes";

    /// <summary>The lines of a definition, in the order of their operations' ids.</summary>
    internal static string Of(Swagger swagger) =>
        string.Concat(
            swagger
                .Operations.OrderBy(one => one.Id, StringComparer.Ordinal)
                .SelectMany(one => Lines(swagger, one))
                .Select(line => $"{line}\n")
        );

    /// <summary>What flows that were made with the one before can no longer rely on, in words.</summary>
    internal static IEnumerable<string> Broken(string before, string now)
    {
        var (old, present) = (Entries(before), Entries(now));
        foreach (var (key, was) in old)
        {
            if (!present.TryGetValue(key, out var entry))
            {
                yield return $"{key}: is gone, or is called something else";
                continue;
            }

            if (was.Type != entry.Type)
            {
                yield return $"{key}: was {was.Type} and is {entry.Type}";
            }

            if (was.Certain == Optional && entry.Certain == Required)
            {
                yield return $"{key}: could be left out, and is required";
            }

            if (was.Certain == Always && entry.Certain == Sometimes)
            {
                yield return $"{key}: was always there, and no longer is";
            }

            foreach (var value in was.Values.Except(entry.Values))
            {
                yield return $"{key}: \"{value}\" is none of its values any more";
            }
        }

        foreach (var (key, entry) in present.Where(one => !old.ContainsKey(one.Key) && one.Value.Certain == Required))
        {
            if (old.ContainsKey(key.Split(' ')[0]))
            {
                yield return $"{key}: is new, and required";
            }
        }
    }

    private static IEnumerable<string> Lines(Swagger swagger, SwaggerOperation operation)
    {
        yield return $"{operation.Id}: {operation.Method} {operation.Path}";
        foreach (var parameter in operation.Parameters)
        {
            var (name, certain) = (Swagger.Text(parameter, "name"), Swagger.Is(parameter, "required") ? Required : Optional);
            var inner = parameter["schema"] is JsonObject schema
                ? Inside(swagger, schema, "body", certain, Required, Optional)
                : [Entry($"{name} ({Swagger.Text(parameter, "in")})", parameter, certain)];
            foreach (var line in inner)
            {
                yield return $"{operation.Id} {Asks} {line}";
            }
        }

        foreach (var (status, answer) in operation.Responses.Where(one => one.Key.StartsWith('2')))
        {
            yield return $"{operation.Id} answers {status}: {(answer!["schema"] is null ? "nothing" : "something")}, {Always}";
            foreach (var line in answer["schema"] is JsonObject schema ? Inside(swagger, schema, status, Always, Always, Sometimes) : [])
            {
                yield return $"{operation.Id} gives {line}";
            }
        }

        if (operation.Item["x-ms-notification-content"]?["schema"] is JsonObject posted)
        {
            foreach (var line in Inside(swagger, posted, "notice", Always, Always, Sometimes))
            {
                yield return $"{operation.Id} posts {line}";
            }
        }
    }

    /// <summary>A schema and everything in it, by its place.</summary>
    private static IEnumerable<string> Inside(
        Swagger swagger,
        JsonObject schema,
        string place,
        string certain,
        string where,
        string otherwise
    )
    {
        schema = swagger.Resolved(schema)!;
        yield return Entry(place, schema, certain);
        if (schema["items"] is JsonObject items)
        {
            foreach (var line in Inside(swagger, items, $"{place}[]", where, where, otherwise))
            {
                yield return line;
            }
        }

        var required = (schema["required"] as JsonArray ?? []).Select(one => one!.GetValue<string>()).ToHashSet();
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            var its = required.Contains(name) ? where : otherwise;
            foreach (var line in Inside(swagger, property!.AsObject(), $"{place}.{name}", its, where, otherwise))
            {
                yield return line;
            }
        }
    }

    private static string Entry(string place, JsonObject schema, string certain)
    {
        var (type, format) = (Swagger.Text(schema, "type"), Swagger.Text(schema, "format"));
        var values = schema["enum"] is JsonArray all ? $", one of {string.Join('|', all.Select(one => one!.GetValue<string>()))}" : "";
        return $"{place}: {type}{(format.Length > 0 ? $" {format}" : "")}, {certain}{values}";
    }

    private static Dictionary<string, (string Type, string Certain, string[] Values)> Entries(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(
                line => line[0],
                line =>
                {
                    var parts = line[1].Split(", ");
                    return (
                        parts[0],
                        parts.ElementAtOrDefault(1) ?? "",
                        parts.ElementAtOrDefault(2)?.Replace("one of ", "", StringComparison.Ordinal).Split('|') ?? []
                    );
                },
                StringComparer.Ordinal
            );
}
