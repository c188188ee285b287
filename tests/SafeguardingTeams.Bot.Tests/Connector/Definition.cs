using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.Bot.Api;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Rehearsal;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>
/// The connector's definition (OpenAPI 2.0 with the extensions of Power Platform), made of what the API serves of itself and of what its
/// operations say beside that. <c>APPROVE=yes</c> writes it.
/// </summary>
internal static class Definition
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        IndentSize = 4,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file as it should be.</summary>
    internal static async Task<string> OfAsync(RehearsalHost host)
    {
        using var web = new HttpClient { BaseAddress = host.WebPage };
        var served = JsonNode.Parse(await web.GetStringAsync(new Uri(Description.Address, UriKind.Relative)))!.AsObject();
        var endpoints = host
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<OperationFacts>() is not null)
            .ToDictionary(endpoint => endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName, StringComparer.Ordinal);
        var definition = new JsonObject
        {
            ["swagger"] = "2.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Safeguarding partnership",
                ["description"] =
                    "Take part in the process of a safeguarding children partnership from a flow: referrals, reviews, actions and "
                    + "deadlines, by references, codes and dates, in the name of whoever the flow runs as.",
                ["version"] = "1.0",
                ["contact"] = new JsonObject
                {
                    ["name"] = "The partnership's operational team",
                    ["url"] = "https://safeguarding.partnership.example/privacy",
                    ["email"] = "operations@partnership.example",
                },
            },
            ["host"] = "safeguarding.partnership.example",
            ["basePath"] = ConnectorApi.Root,
            ["schemes"] = new JsonArray("https"),
            ["consumes"] = new JsonArray("application/json"),
            ["produces"] = new JsonArray("application/json"),
            ["paths"] = Paths(served, endpoints),
            ["definitions"] = Definitions(served),
            ["securityDefinitions"] = new JsonObject
            {
                ["oauth2-auth"] = new JsonObject
                {
                    ["type"] = "oauth2",
                    ["flow"] = "accessCode",
                    ["authorizationUrl"] = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
                    ["tokenUrl"] = "https://login.microsoftonline.com/common/oauth2/v2.0/token",
                    ["scopes"] = new JsonObject { [ApiSignIn.Scope] = "Take part in the process in your name." },
                },
            },
            ["security"] = new JsonArray(new JsonObject { ["oauth2-auth"] = new JsonArray(ApiSignIn.Scope) }),
            ["tags"] = new JsonArray(),
            ["x-ms-capabilities"] = new JsonObject { ["testConnection"] = new JsonObject { ["operationId"] = "WhoAmI" } },
            ["x-ms-connector-metadata"] = new JsonArray(
                Metadata("Website", "https://safeguarding.partnership.example/"),
                Metadata("Privacy policy", "https://safeguarding.partnership.example/privacy"),
                Metadata("Categories", "Collaboration;Business Management")
            ),
        };
        return definition.ToJsonString(Written).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Metadata(string name, string value) => new() { ["propertyName"] = name, ["propertyValue"] = value };

    private static JsonObject Paths(JsonObject served, Dictionary<string, RouteEndpoint> endpoints)
    {
        var paths = new JsonObject();
        foreach (var (path, item) in served["paths"]!.AsObject())
        {
            var written = new JsonObject();
            foreach (var (method, operation) in item!.AsObject())
            {
                var endpoint = endpoints[operation!["operationId"]!.GetValue<string>()];
                var facts = endpoint.Metadata.GetRequiredMetadata<OperationFacts>();
                if (facts.Notification is { } notification)
                {
                    written["x-ms-notification-content"] = new JsonObject
                    {
                        ["description"] = facts.Waits ? "What was answered." : "What happened.",
                        ["schema"] = Reference(notification.Name),
                    };
                }

                written[method] = Operation(operation.AsObject(), served, endpoint, facts);
            }

            paths[path[ConnectorApi.Root.Length..]] = written;
        }

        return paths;
    }

    private static JsonObject Operation(JsonObject operation, JsonObject served, RouteEndpoint endpoint, OperationFacts facts)
    {
        var handler = endpoint.Metadata.GetRequiredMetadata<MethodInfo>();
        var written = new JsonObject
        {
            ["operationId"] = operation["operationId"]!.DeepClone(),
            ["summary"] = operation["summary"]!.DeepClone(),
            ["description"] = operation["description"]!.DeepClone(),
        };
        if (facts.Visibility.Length > 0)
        {
            written["x-ms-visibility"] = facts.Visibility;
        }

        if (facts.IsTrigger)
        {
            written["x-ms-trigger"] = "single";
            written["x-ms-trigger-hint"] = facts.Hint;
        }

        if (facts.IsPaged)
        {
            written["x-ms-pageable"] = new JsonObject { ["nextLinkName"] = "nextLink" };
        }

        if (IsFile(operation))
        {
            written["produces"] = new JsonArray("application/octet-stream");
        }

        written["parameters"] = Parameters(operation, served, handler);
        written["responses"] = Responses(operation);
        return written;
    }

    private static JsonArray Parameters(JsonObject operation, JsonObject served, MethodInfo handler)
    {
        var parameters = new JsonArray();
        foreach (var parameter in (operation["parameters"] as JsonArray ?? []).Select(one => one!.AsObject()))
        {
            var (name, place) = (parameter["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>());
            var said = handler
                .GetParameters()
                .Select(one => (one, Said: one.GetCustomAttribute<SaidAsAttribute>()))
                .First(one => NameOf(one.one) == name)
                .Said!;
            var written = new JsonObject
            {
                ["name"] = name,
                ["in"] = place,
                ["required"] = parameter["required"]?.GetValue<bool>() ?? false,
                ["x-ms-summary"] = said.Title,
                ["description"] = said.Description,
            };
            foreach (
                var (key, value) in Resolved(parameter["schema"]!.AsObject(), served)
                    .Where(one => one.Key is not ("title" or "description" or "nullable"))
            )
            {
                written[key] = value!.DeepClone();
            }

            if (place == "path")
            {
                written["x-ms-url-encoding"] = "single";
            }

            parameters.Add(Extended(written, said));
        }

        if (operation["requestBody"] is JsonObject body)
        {
            parameters.Add(
                new JsonObject
                {
                    ["name"] = "body",
                    ["in"] = "body",
                    ["required"] = true,
                    ["x-ms-summary"] = "Body",
                    ["description"] = "What is sent.",
                    ["schema"] = Schema(body["content"]!["application/json"]!["schema"]!.AsObject()),
                }
            );
        }

        return parameters;
    }

    private static string NameOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<Microsoft.AspNetCore.Mvc.FromHeaderAttribute>()?.Name ?? parameter.Name!;

    private static JsonObject Responses(JsonObject operation)
    {
        var responses = new JsonObject();
        foreach (var (status, answer) in operation["responses"]!.AsObject())
        {
            var written = new JsonObject { ["description"] = answer!["description"]!.DeepClone() };
            if (answer["content"] is JsonObject content)
            {
                written["schema"] = IsFile(operation)
                    ? new JsonObject { ["type"] = "string", ["format"] = "binary" }
                    : Schema(content["application/json"]!["schema"]!.AsObject());
            }

            if (answer["headers"] is JsonObject headers)
            {
                written["headers"] = new JsonObject(
                    headers.Select(header =>
                        KeyValuePair.Create(
                            header.Key,
                            (JsonNode?)new JsonObject { ["type"] = "string", ["description"] = header.Value!["description"]!.DeepClone() }
                        )
                    )
                );
            }

            responses[status] = written;
        }

        return responses;
    }

    private static bool IsFile(JsonObject operation) =>
        operation["responses"]!["200"]?["content"]?.AsObject().ContainsKey("application/octet-stream") == true;

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
