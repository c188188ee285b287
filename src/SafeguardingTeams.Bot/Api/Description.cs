using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;

namespace SafeguardingTeams.Bot.Api;

/// <summary>
/// The API's own description (OpenAPI 3.0), for other clients than the connector. It is made of the routes that are really there; the
/// connector's definition is made of it.
/// </summary>
internal static class Description
{
    /// <summary>Where it is served.</summary>
    internal const string Address = $"{Links.Root}/openapi.json";

    private const string Name = "v1";

    /// <summary>Every answer but the good one.</summary>
    private static readonly (string Status, string Says)[] Otherwise =
    [
        ("400", "Something in the request is missing, wrong or of another type; nothing was done."),
        ("401", "Nobody is signed in to the connection; nothing was done."),
        ("403", "The caller may not do this; nothing was done."),
        ("404", "There is no such thing, or the caller has no part in it; nothing was done."),
        ("409", "It cannot be done as things stand; nothing was done."),
        ("412", "The record has changed since it was read; nothing was done."),
        ("429", "Too many calls in a short time; nothing was done, and the answer says when to try again."),
        ("500", "Something went wrong on our side; the call can be made again."),
        ("503", "The record kept changing; nothing was done, and the call can be made again."),
    ];

    internal static void AddConnectorDescription(this IServiceCollection services)
    {
        services.AddSingleton<Links>();
        services.AddSingleton<Rows>();
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(Links.Root[1..], StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(
                async (document, context, cancellationToken) =>
                {
                    document.Info = new()
                    {
                        Title = "Safeguarding partnership process",
                        Version = "1.0",
                        Description = "Referrals, reviews, actions and deadlines of a safeguarding children partnership, in any flow.",
                    };
                    document.Servers = [];
                    document.Tags = null;
                    foreach (var type in new[] { typeof(Notice), typeof(LeadsAnswered) })
                    {
                        document.AddComponent(type.Name, await context.GetOrCreateSchemaAsync(type, null, cancellationToken));
                    }
                }
            );
            options.AddOperationTransformer(
                (operation, context, _) =>
                {
                    Describe(operation, context);
                    return Task.CompletedTask;
                }
            );
            options.AddSchemaTransformer(
                (schema, context, _) =>
                {
                    Describe(schema, context);
                    return Task.CompletedTask;
                }
            );
        });
    }

    internal static void MapConnectorDescription(this WebApplication app) => app.MapOpenApi(Address).AllowAnonymous();

    private static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetNames(type).Select(name => JsonValue.Create(name))]);
        }
        else if (type == typeof(JsonElement) || type == typeof(JsonObject))
        {
            // Its own schema is another operation's answer.
            schema.Type = JsonSchemaType.Object;
        }
        else if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(SaidAsAttribute), false) is [SaidAsAttribute said])
        {
            (schema.Title, schema.Description) = (said.Title, said.Description);
        }
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Tags = null;
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var described = context.Description.ParameterDescriptions.First(one => one.Name == parameter.Name);
            if (
                (described.ParameterDescriptor as IParameterInfoParameterDescriptor)?.ParameterInfo.GetCustomAttribute<SaidAsAttribute>() is
                { } said
            )
            {
                parameter.Description = said.Description;
                if (parameter.Schema is OpenApiSchema schema)
                {
                    schema.Title = said.Title;
                }
            }
        }

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            answer.Description = status == "201" ? "It was made, or had been made before by the same request." : "It was done.";
            if (
                status == "201"
                && context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationFacts>().Single().Notification is not null
            )
            {
                ((OpenApiResponse)answer).Headers = new Dictionary<string, IOpenApiHeader>
                {
                    ["Location"] = new OpenApiHeader
                    {
                        Description = "Where the registration is taken back.",
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                };
            }
        }

        foreach (var (status, says) in Otherwise)
        {
            operation.Responses!.TryAdd(status, new OpenApiResponse { Description = says });
        }
    }
}
