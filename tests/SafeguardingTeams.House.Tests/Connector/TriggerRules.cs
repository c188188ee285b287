using System.Text.Json.Nodes;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>What flows begin with, and what they wait at.</summary>
internal static class TriggerRules
{
    private const string Example = "WhenATaskIsLate";

    private static readonly string[] Values = ["single", "batch"];

    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        PublishedRule.Each(
            "trigger-values",
            operation => !operation.IsTrigger || Values.Contains(Swagger.Text(operation.Json, "x-ms-trigger")),
            swagger => swagger.Operation(Example).Json["x-ms-trigger"] = "once"
        ),
        PublishedRule.Each(
            "trigger-summary-when",
            operation => operation.IsTrigger == operation.Summary.StartsWith("When a", StringComparison.Ordinal),
            swagger => swagger.Operation(Example).Json["summary"] = "A task is late"
        ),
        PublishedRule.Each(
            "trigger-description",
            operation =>
                operation.Description.StartsWith(
                    operation.IsTrigger ? "This operation triggers when " : "This operation ",
                    StringComparison.Ordinal
                ),
            swagger => swagger.Operation(Example).Json["description"] = "This operation tells of late tasks."
        ),
        PublishedRule.Each(
            "trigger-hint",
            operation => !operation.IsTrigger || Sentences.Are(Swagger.Text(operation.Json, "x-ms-trigger-hint")),
            swagger => swagger.Operation(Example).Json.Remove("x-ms-trigger-hint")
        ),
        PublishedRule.Each(
            "trigger-shown",
            operation => !operation.IsTrigger || !operation.IsInternal,
            swagger => swagger.Operation(Example).Json["x-ms-visibility"] = "internal"
        ),
        PublishedRule.Each(
            "trigger-not-paged",
            operation => !operation.IsTrigger || !operation.Json.ContainsKey("x-ms-pageable"),
            swagger => swagger.Operation(Example).Json["x-ms-pageable"] = new JsonObject { ["nextLinkName"] = "nextLink" }
        ),
        PublishedRule.Each(
            "webhook-post",
            operation => Swagger.Text(operation.Json, "x-ms-trigger") != "single" || (operation.Method == "post" && operation.IsWebhook),
            swagger => swagger.Operation(Example).Item.Remove("x-ms-notification-content")
        ),
        PublishedRule.Each(
            "webhook-content-on-path",
            operation => !operation.Json.ContainsKey("x-ms-notification-content"),
            swagger => swagger.Operation(Example).Json["x-ms-notification-content"] = new JsonObject()
        ),
        PublishedRule.Of(
            "webhook-content-schema",
            swagger =>
                Webhooks(swagger)
                    .Where(one =>
                        one.Item["x-ms-notification-content"] is not JsonObject content
                        || !Sentences.Are(Swagger.Text(content, "description"))
                        || swagger.Resolved(content["schema"] as JsonObject)?["properties"] is not JsonObject { Count: > 0 }
                    )
                    .Select(one => one.Id),
            swagger => swagger.Operation(Example).Item["x-ms-notification-content"]!["schema"] = new JsonObject()
        ),
        PublishedRule.Each(
            "webhook-body-required",
            operation => !operation.IsWebhook || (operation.Body is { } body && Swagger.Is(body, "required")),
            swagger => swagger.Operation(Example).Body!["required"] = false
        ),
        PublishedRule.Of(
            "notification-url-one",
            swagger => Webhooks(swagger).Where(one => Callbacks(swagger, one).Count() != 1).Select(one => one.Id),
            swagger => swagger.Property("TaskTrigger", "notificationUrl").Remove("x-ms-notification-url")
        ),
        Callback(
            "notification-url-text",
            (_, property) => Swagger.Text(property, "type") == "string",
            swagger => swagger.Property("TaskTrigger", "notificationUrl")["type"] = "object"
        ),
        Callback(
            "notification-url-internal",
            (_, property) => Swagger.Text(property, "x-ms-visibility") == "internal",
            swagger => swagger.Property("TaskTrigger", "notificationUrl")["x-ms-visibility"] = "advanced"
        ),
        Callback(
            "notification-url-required",
            (schema, property) =>
                (schema["required"] as JsonArray ?? []).Any(name => schema["properties"]![name!.GetValue<string>()] == property),
            swagger => swagger.Definition("TaskTrigger").Remove("required")
        ),
        PublishedRule.Each(
            "webhook-location",
            operation => !operation.IsWebhook || operation.Responses["201"]?["headers"]?["Location"] is JsonObject { Count: > 0 },
            swagger => swagger.Operation(Example).Responses["201"]!.AsObject().Remove("headers")
        ),
        PublishedRule.That(
            "webhook-deleted",
            swagger => swagger.Operations.Count(one => one.Method == "delete" && one.IsInternal) == 1,
            swagger => swagger.Operation("DeleteSubscription").Json.Remove("x-ms-visibility")
        ),
        PublishedRule.Of(
            "batch-array",
            swagger =>
                swagger
                    .Operations.Where(one =>
                        Swagger.Text(one.Json, "x-ms-trigger") == "batch"
                        && (
                            one.Method != "get" || swagger.Resolved(one.Answer) is not { } answer || Swagger.Text(answer, "type") != "array"
                        )
                    )
                    .Select(one => one.Id),
            swagger => swagger.Operation(Example).Json["x-ms-trigger"] = "batch"
        ),
        // Ours: what is posted holds codes, so no property of it is free text.
        PublishedRule.Of(
            "notification-names-nobody",
            swagger =>
                swagger
                    .Operations.Where(one => one.IsTrigger)
                    .Select(one => swagger.Resolved(one.Item["x-ms-notification-content"]?["schema"] as JsonObject))
                    .SelectMany(schema => (schema?["properties"] as JsonObject ?? []).Select(one => one.Key))
                    .Where(name => name is "name" or "title" or "text" or "comment" or "reason" or "summary"),
            swagger => swagger.Definition("Notice")["properties"]!["text"] = new JsonObject { ["type"] = "string" }
        ),
    ];

    private static IEnumerable<SwaggerOperation> Webhooks(Swagger swagger) => swagger.Operations.Where(one => one.IsWebhook);

    private static PublishedRule Callback(string name, Func<JsonObject, JsonObject, bool> kept, Action<Swagger> spoil) =>
        PublishedRule.Of(
            name,
            swagger =>
                Webhooks(swagger)
                    .Where(one => Callbacks(swagger, one).Any(callback => !kept(callback.Schema, callback.Property)))
                    .Select(one => one.Id),
            spoil
        );

    private static IEnumerable<(JsonObject Schema, JsonObject Property)> Callbacks(Swagger swagger, SwaggerOperation operation) =>
        swagger.Resolved(operation.Body?["schema"] as JsonObject) is { } schema
            ? (schema["properties"] as JsonObject ?? [])
                .Select(one => one.Value!.AsObject())
                .Where(one => Swagger.Is(one, "x-ms-notification-url"))
                .Select(one => (schema, one))
            : [];
}
