using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>What <c>apiProperties.json</c> says.</summary>
internal static partial class SettingsRules
{
    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        That(
            "brand-colour",
            files =>
                Colour().IsMatch(Swagger.Text(files.Settings, "iconBrandColor"))
                && !new[] { "#007ee5", "#ffffff" }.Contains(
                    Swagger.Text(files.Settings, "iconBrandColor"),
                    StringComparer.OrdinalIgnoreCase
                ),
            settings => settings["iconBrandColor"] = "#007ee5"
        ),
        That(
            "brand-colour-of-icon",
            files =>
                string.Equals(
                    Png.Read(files.Icon).Background,
                    Swagger.Text(files.Settings, "iconBrandColor"),
                    StringComparison.OrdinalIgnoreCase
                ),
            settings => settings["iconBrandColor"] = "#0b5395"
        ),
        That("publisher", files => Swagger.Text(files.Settings, "publisher").Length > 0, settings => settings.Remove("publisher")),
        That("stack-owner", files => Swagger.Text(files.Settings, "stackOwner").Length > 0, settings => settings.Remove("stackOwner")),
        That(
            "keys-known",
            files =>
                files.Settings.All(one =>
                    one.Key
                        is "connectionParameters"
                            or "connectionParameterSets"
                            or "iconBrandColor"
                            or "publisher"
                            or "stackOwner"
                            or "capabilities"
                            or "policyTemplateInstances"
                            or "scriptOperations"
                ),
            settings => settings["icon"] = "icon.png"
        ),
        OAuth("aad-provider", oauth => Swagger.Text(oauth, "identityProvider") == "aad", oauth => oauth["identityProvider"] = "oauth2"),
        OAuth(
            "redirect-mode",
            oauth => Swagger.Text(oauth, "redirectMode") == "GlobalPerConnector",
            oauth => oauth["redirectMode"] = "Global"
        ),
        OAuth("redirect-url-absent", oauth => !oauth.ContainsKey("redirectUrl"), oauth => oauth["redirectUrl"] = "https://a.example"),
        OAuth(
            "client-id-dummy",
            oauth => Dummy().IsMatch(Swagger.Text(oauth, "clientId")),
            oauth => oauth["clientId"] = "7ab7862c-4c57-491e-8a45-d52a7e023983"
        ),
        That(
            "client-secret-absent",
            files => !files.Properties.Contains("secret", StringComparison.OrdinalIgnoreCase),
            settings => Token(settings)["clientSecret"] = "x"
        ),
        OAuth(
            "aad-resource",
            oauth =>
                Swagger.Text(oauth["properties"]!.AsObject(), "AzureActiveDirectoryResourceId") is { Length: > 0 } resource
                && resource == oauth["customParameters"]?["resourceUri"]?["value"]?.GetValue<string>(),
            oauth => oauth["customParameters"]!["resourceUri"]!["value"] = "api://other"
        ),
        OAuth(
            "aad-not-first-party",
            oauth => Swagger.Text(oauth["properties"]!.AsObject(), "IsFirstParty") == "False",
            oauth => oauth["properties"]!["IsFirstParty"] = "True"
        ),
        OAuth(
            "aad-login",
            oauth =>
                oauth["customParameters"]?["loginUri"]?["value"]?.GetValue<string>() == "https://login.microsoftonline.com"
                && oauth["customParameters"]?["tenantId"]?["value"] is not null,
            oauth => oauth["customParameters"]!.AsObject().Remove("tenantId")
        ),
        That(
            "aad-tenant",
            files =>
                files.Settings["connectionParameters"]?["token:TenantId"] is JsonObject tenant
                && tenant["metadata"]?["sourceType"]?.GetValue<string>() == "AzureActiveDirectoryTenant"
                && tenant["uiDefinition"]?["constraints"]?["hidden"]?.GetValue<string>() == "true",
            settings => settings["connectionParameters"]!.AsObject().Remove("token:TenantId")
        ),
        That(
            "scopes-of-definition",
            files =>
                (Token(files.Settings)["scopes"] as JsonArray ?? [])
                    .Select(one => one!.GetValue<string>())
                    .SequenceEqual(files.Swagger.Root["securityDefinitions"]!["oauth2-auth"]!["scopes"]!.AsObject().Select(one => one.Key)),
            settings => Token(settings)["scopes"] = new JsonArray("everything")
        ),
        That(
            "policy-operation-found",
            files =>
                (files.Settings["policyTemplateInstances"] as JsonArray ?? [])
                    .SelectMany(one => one!["parameters"]?["x-ms-apimTemplate-operationName"] as JsonArray ?? [])
                    .All(one => files.Swagger.Find(one!.GetValue<string>()) is not null),
            settings => settings["policyTemplateInstances"] = Policy("setheader", "ListNothing")
        ),
        // Ours: a host that anybody may type would take children's data anywhere.
        That(
            "no-host-from-the-connection",
            files => !files.Properties.Contains("dynamichosturl", StringComparison.OrdinalIgnoreCase),
            settings => settings["policyTemplateInstances"] = Policy("dynamichosturl", "ListCases")
        ),
        That(
            "script-operation-found",
            files =>
                (files.Settings["scriptOperations"] as JsonArray ?? []).All(one => files.Swagger.Find(one!.GetValue<string>()) is not null),
            settings => settings["scriptOperations"] = new JsonArray("ListNothing")
        ),
    ];

    private static PublishedRule That(string name, Func<ConnectorFiles, bool> kept, Action<JsonObject> spoil) =>
        new(name, files => kept(files) ? [] : [name], files => files.WithSettings(spoil));

    private static PublishedRule OAuth(string name, Func<JsonObject, bool> kept, Action<JsonObject> spoil) =>
        That(name, files => kept(Token(files.Settings)), settings => spoil(Token(settings)));

    private static JsonObject Token(JsonObject settings) => settings["connectionParameters"]!["token"]!["oAuthSettings"]!.AsObject();

    private static JsonArray Policy(string template, string operation) =>
        [
            new JsonObject
            {
                ["templateId"] = template,
                ["parameters"] = new JsonObject { ["x-ms-apimTemplate-operationName"] = new JsonArray(operation) },
            },
        ];

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();

    [GeneratedRegex(@"^\[\[[A-Z_]+\]\]$")]
    private static partial Regex Dummy();
}
