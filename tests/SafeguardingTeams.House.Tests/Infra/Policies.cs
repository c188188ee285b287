using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static SafeguardingTeams.House.Tests.Infra.Policy;
using static SafeguardingTeams.House.Tests.Infra.Resources;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>The policies. The compiler leaves open what Azure does: names of sizes, kinds and runtimes are looked at here.</summary>
internal static partial class Policies
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    private const string Site = "Microsoft.Web/sites";

    private const string Vault = "Microsoft.KeyVault/vaults";

    private const string Bot = "Microsoft.BotService/botServices";

    private const string Insights = "Microsoft.Insights/components";

    private const string Container = $"{Account}/blobServices/containers";

    private static readonly string[] Global =
    [
        Bot,
        $"{Bot}/channels",
        "Microsoft.Insights/actionGroups",
        "Microsoft.Network/privateDnsZones",
        "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
    ];

    private static readonly string[] Tagged = ["azd-env-name", "Environment", "Product", "Service Offering", "Classification"];

    /// <summary>What has no tags: it belongs to something that has.</summary>
    private static readonly string[] Untagged = ["Microsoft.Authorization/", "Microsoft.Insights/diagnosticSettings"];

    /// <summary>What tells nothing of itself: names, addresses, rules; and what telemetry is sent to.</summary>
    private static readonly string[] Silent =
    [
        "Microsoft.Resources/resourceGroups",
        "Microsoft.ManagedIdentity/userAssignedIdentities",
        "Microsoft.Insights/components",
        "Microsoft.Insights/actionGroups",
        "Microsoft.Insights/scheduledQueryRules",
        "Microsoft.Insights/diagnosticSettings",
        "Microsoft.Network/privateDnsZones",
        "Microsoft.Network/privateEndpoints",
        "Microsoft.Authorization/roleAssignments",
        "Microsoft.Authorization/locks",
    ];

    /// <summary>Who may do what where: no role beyond these, and each to an identity, never to a person.</summary>
    private static readonly (string Role, string On)[] Roles =
    [
        ("3913510d-42f4-4e42-8a64-420c390055eb", "/providers/Microsoft.Insights/components/"), // Monitoring Metrics Publisher
        ("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "/storageAccounts/strecords"), // Storage Table Data Contributor
        ("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "/blobServices/default/containers/"), // Storage Blob Data Contributor
        ("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "/storageAccounts/struntime"), // Storage Blob Data Owner
        ("974c5e8b-45b9-4653-ba55-5f855dd0fe88", "/storageAccounts/struntime"), // Storage Queue Data Contributor
        ("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "/storageAccounts/struntime"), // Storage Table Data Contributor
        ("e147488a-f6f5-4113-8e2d-b22465e65bf6", "/keys/cookies/"), // Key Vault Crypto Service Encryption User
        ("e147488a-f6f5-4113-8e2d-b22465e65bf6", "/keys/storage/"),
    ];

    internal static IReadOnlyList<Policy> All { get; } =
    [
        new("place", all => Wrong(all, one => !InTheUnitedKingdom(one), "it is in another place")),
        new("tags", all => Wrong(all, LacksATag, "a tag is missing")),
        new("diagnostics", WithoutDiagnostics),
        new("roles", WrongRoles),
        new("secrets", all => Wrong(all, one => Secret().IsMatch(one.ToJsonString()), "it holds a key or a password")),
        OfValues(
            "keys",
            (Account, "properties.allowSharedKeyAccess", ["false"]),
            (Account, "properties.defaultToOAuthAuthentication", ["true"]),
            (Insights, "properties.DisableLocalAuth", ["true"]),
            (Bot, "properties.disableLocalAuth", ["true"]),
            (Vault, "properties.enableRbacAuthorization", ["true"]),
            ($"{Site}/basicPublishingCredentialsPolicies", "properties.allow", ["false"]),
            (Site, "identity.type", ["UserAssigned"]),
            (Site, "properties.siteConfig.ftpsState", ["Disabled"])
        ),
        OfValues(
            "public access",
            (Account, "properties.publicNetworkAccess", ["Disabled"]),
            (Account, "properties.allowBlobPublicAccess", ["false"]),
            (Account, "properties.networkAcls.defaultAction", ["Deny"]),
            (Vault, "properties.publicNetworkAccess", ["Disabled"]),
            (Vault, "properties.networkAcls.defaultAction", ["Deny"]),
            (Container, "properties.publicAccess", ["None"])
        ),
        new("timers are not called", all =>
            all.Typed(Site)
                .Where(one => At(one, "kind").StartsWith("functionapp", StringComparison.Ordinal))
                .Where(one => At(one, "properties.siteConfig.ipSecurityRestrictionsDefaultAction") != "Deny")
                .Select(one => Says(one, "it may be called"))
        ),
        new("publishing passwords", all =>
            all.Typed(Site)
                .SelectMany(site => new[] { "ftp", "scm" }.Select(way => $"{Name(site)}/{way}"))
                .Except(all.Typed($"{Site}/basicPublishingCredentialsPolicies").Select(Name))
        ),
        OfValues(
            "TLS",
            (Account, "properties.minimumTlsVersion", ["TLS1_2", "TLS1_3"]),
            (Account, "properties.supportsHttpsTrafficOnly", ["true"]),
            (Site, "properties.httpsOnly", ["true"]),
            (Site, "properties.siteConfig.minTlsVersion", ["1.2", "1.3"]),
            (Site, "properties.siteConfig.scmMinTlsVersion", ["1.2", "1.3"])
        ),
        OfValues(
            "what the compiler leaves open",
            (Account, "kind", ["StorageV2"]),
            (Account, "sku.name", ["Standard_ZRS", "Standard_LRS"]),
            (Site, "kind", ["app,linux", "functionapp,linux"]),
            ("Microsoft.Web/serverfarms", "sku.name", ["P0v3", "P1v3", "P2v3", "FC1"]),
            ("Microsoft.Web/serverfarms", "kind", ["linux", "functionapp"]),
            ("Microsoft.Web/serverfarms", "properties.reserved", ["true"]),
            (Vault, "properties.sku.name", ["standard", "premium"]),
            (Bot, "kind", ["azurebot"]),
            (Bot, "sku.name", ["S1", "F0"]),
            (Bot, "properties.msaAppType", ["UserAssignedMSI"]),
            ($"{Bot}/channels", "properties.channelName", ["MsTeamsChannel"]),
            (Insights, "kind", ["web"]),
            ("Microsoft.Insights/scheduledQueryRules", "kind", ["LogAlert"])
        ),
        new("runtimes", all =>
            all.Typed(Site)
                .Where(one =>
                    (At(one, "properties.siteConfig.linuxFxVersion"), At(one, "properties.functionAppConfig.runtime"))
                        is not
                            ("DOTNETCORE|10.0", "")
                            and not
                            ("", """{"name":"dotnet-isolated","version":"10.0"}""")
                )
                .Select(one => Says(one, "it runs on something else"))
        ),
        new("always there", WrongBot),
        .. Kept,
    ];

    private static IEnumerable<string> Wrong(Resources all, Func<JsonObject, bool> wrong, string says) =>
        all.All.Where(wrong).Select(one => Says(one, says));

    private static bool InTheUnitedKingdom(JsonObject one) =>
        At(one, "location") is "uksouth" or "ukwest" or ""
            ? !(At(one, "location").Length == 0 && one.ContainsKey("sku"))
            : At(one, "location") == "global" && Global.Contains(Type(one));

    private static bool LacksATag(JsonObject one) =>
        !Untagged.Any(type => Type(one).StartsWith(type, StringComparison.Ordinal))
        && (Type(one).Count(sign => sign == '/') == 1 || one.ContainsKey("tags"))
        && Tagged.Any(tag => one["tags"]?[tag] is null);

    private static IEnumerable<string> WithoutDiagnostics(Resources all)
    {
        var told = all.Typed("Microsoft.Insights/diagnosticSettings")
            .Where(one => At(one, "properties.workspaceId").Length > 0 && one["properties"]!.ToJsonString().Contains("\"enabled\":true"))
            .Select(one => Id(one)[..Id(one).LastIndexOf("/providers/Microsoft.Insights/", StringComparison.Ordinal)])
            .ToHashSet();
        return all
            .All.Where(one => Type(one).Count(sign => sign == '/') == 1 || Service().IsMatch(Type(one)))
            .Where(one => !Silent.Contains(Type(one)) && !told.Contains(Id(one)))
            .Select(one => Says(one, "it tells nobody what is done to it"));
    }

    private static IEnumerable<string> WrongRoles(Resources all) =>
        all.Typed("Microsoft.Authorization/roleAssignments")
            .Where(one =>
                At(one, "properties.principalType") != "ServicePrincipal"
                || !Roles.Any(role =>
                    At(one, "properties.roleDefinitionId").EndsWith(role.Role, StringComparison.Ordinal)
                    && Id(one).Contains(role.On, StringComparison.Ordinal)
                )
            )
            .Select(one => Says(one, $"{Id(one)} to {At(one, "properties.principalType")} is not on the list"));

    private static IEnumerable<string> WrongBot(Resources all)
    {
        foreach (var one in all.Typed(Site).Where(one => At(one, "kind") == "app,linux"))
        {
            if (At(one, "properties.siteConfig.alwaysOn") != "true")
            {
                yield return Says(one, "it goes to sleep");
            }

            if (!Mapped(At(one, "properties.siteConfig.healthCheckPath")))
            {
                yield return Says(one, "nothing answers at the path of its health");
            }
        }

        foreach (var one in all.Typed("Microsoft.Web/serverfarms"))
        {
            var zones = At(one, "properties.zoneRedundant");
            if (zones != (At(one, "location") == "uksouth" ? "true" : "false"))
            {
                yield return Says(one, "zones where there are none, or none where there are");
            }

            if (zones == "true" && At(one, "sku.name") != "FC1" && int.Parse(At(one, "sku.capacity")) < 2)
            {
                yield return Says(one, "one instance in several zones");
            }
        }
    }

    private static bool Mapped(string path) =>
        path.Length > 0
        && Repository
            .CSharp.Where(file => file.StartsWith("src/SafeguardingTeams.Bot/", StringComparison.Ordinal))
            .Any(file => Repository.Read(file).Contains($"\"{path}\"", StringComparison.Ordinal));

    [GeneratedRegex("AccountKey=|SharedAccess|[?&]sig=|listKeys|listAdminKeys|listSecrets|[Pp]assword|clientSecret|ClientSecret")]
    private static partial Regex Secret();

    [GeneratedRegex("^Microsoft.Storage/storageAccounts/(blob|table|queue)Services$")]
    private static partial Regex Service();
}
