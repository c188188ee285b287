using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.Bot.Api;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Rehearsal;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>
/// The connector's definition (OpenAPI 2.0 with the extensions of Power Platform), made of what the API serves of itself and of what its
/// operations say beside that. <c>APPROVE=yes</c> writes it.
/// </summary>
internal static partial class Definition
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
            ["basePath"] = Links.Root,
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

            paths[path[Links.Root.Length..]] = written;
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
}
