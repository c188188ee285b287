using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>What infra makes keeps to the policies, and one setting changed breaks the one that is about it.</summary>
[Trait(Needs.Name, Needs.Processes)]
public class PolicyTests
{
    /// <summary>One setting each: which policy breaks, where it is changed, and to what; null takes it away.</summary>
    private static readonly (string Policy, string Type, string Name, string Path, string? Value)[] Changes =
    [
        ("place", "Microsoft.Storage/storageAccounts", "strecords", "location", "\"westeurope\""),
        ("place", "Microsoft.KeyVault/vaults", "", "location", "\"global\""),
        ("place", "Microsoft.Web/sites", "func", "location", "\"northeurope\""),
        ("tags", "Microsoft.Web/sites", "app", "tags.Classification", null),
        ("tags", "Microsoft.Network/privateEndpoints", "blob", "tags", null),
        ("tags", "Microsoft.Storage/storageAccounts", "struntime", "tags", null),
        ("diagnostics", "Microsoft.Insights/diagnosticSettings", "/vaults/", "", null),
        ("diagnostics", "Microsoft.Insights/diagnosticSettings", "/tableServices/", "", null),
        ("diagnostics", "Microsoft.Insights/diagnosticSettings", "/botServices/", "", null),
        ("diagnostics", "Microsoft.Insights/diagnosticSettings", "/blobServices/", "properties.logs.0.enabled", "false"),
        ("diagnostics", "Microsoft.Insights/diagnosticSettings", "/sites/", "properties.workspaceId", null),
        (
            "roles",
            "Microsoft.Authorization/roleAssignments",
            "strecords",
            "properties.roleDefinitionId",
            "\"/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635\""
        ),
        (
            "roles",
            "Microsoft.Authorization/roleAssignments",
            "strecords",
            "properties.roleDefinitionId",
            "\"/providers/Microsoft.Authorization/roleDefinitions/b7e6dc6d-f1e8-4753-8033-0f276bb0955b\""
        ),
        ("roles", "Microsoft.Authorization/roleAssignments", "/vaults/", "properties.principalType", "\"User\""),
        ("secrets", "Microsoft.Web/sites", "app", "properties.siteConfig.appSettings.1.value", "\"AccountName=a;AccountKey=b\""),
        ("secrets", "Microsoft.Web/sites", "func", "properties.siteConfig.appSettings.1.value", "\"[listKeys('a').keys[0].value]\""),
        ("keys", "Microsoft.Storage/storageAccounts", "strecords", "properties.allowSharedKeyAccess", "true"),
        ("keys", "Microsoft.Storage/storageAccounts", "struntime", "properties.allowSharedKeyAccess", null),
        ("keys", "Microsoft.BotService/botServices", "", "properties.disableLocalAuth", "false"),
        ("keys", "Microsoft.Insights/components", "", "properties.DisableLocalAuth", "false"),
        ("keys", "Microsoft.KeyVault/vaults", "", "properties.enableRbacAuthorization", "false"),
        ("keys", "Microsoft.Web/sites", "app", "identity.type", "\"SystemAssigned\""),
        ("keys", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "scm", "properties.allow", "true"),
        ("publishing passwords", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "func", "", null),
        ("public access", "Microsoft.Storage/storageAccounts", "strecords", "properties.publicNetworkAccess", "\"Enabled\""),
        ("public access", "Microsoft.Storage/storageAccounts", "strecords", "properties.allowBlobPublicAccess", "true"),
        ("public access", "Microsoft.Storage/storageAccounts/blobServices/containers", "kept", "properties.publicAccess", "\"Blob\""),
        ("public access", "Microsoft.KeyVault/vaults", "", "properties.networkAcls.defaultAction", "\"Allow\""),
        ("timers are not called", "Microsoft.Web/sites", "func", "properties.siteConfig.ipSecurityRestrictionsDefaultAction", "\"Allow\""),
        ("TLS", "Microsoft.Storage/storageAccounts", "strecords", "properties.minimumTlsVersion", "\"TLS1_0\""),
        ("TLS", "Microsoft.Web/sites", "app", "properties.siteConfig.minTlsVersion", "\"1.0\""),
        ("TLS", "Microsoft.Web/sites", "app", "properties.httpsOnly", "false"),
        ("what the compiler leaves open", "Microsoft.BotService/botServices", "", "properties.msaAppType", "\"UserAssignedMsi\""),
        ("what the compiler leaves open", "Microsoft.BotService/botServices", "", "kind", "\"bot\""),
        ("what the compiler leaves open", "Microsoft.BotService/botServices/channels", "", "properties.channelName", "\"Teams\""),
        ("what the compiler leaves open", "Microsoft.Web/serverfarms", "bot", "sku.name", "\"P0V4\""),
        ("what the compiler leaves open", "Microsoft.Web/serverfarms", "bot", "properties.reserved", "false"),
        ("what the compiler leaves open", "Microsoft.Storage/storageAccounts", "strecords", "sku.name", "\"Standard_GRS\""),
        ("what the compiler leaves open", "Microsoft.Web/sites", "func", "kind", "\"functionapp\""),
        ("runtimes", "Microsoft.Web/sites", "func", "properties.functionAppConfig.runtime.name", "\"dotnet\""),
        ("runtimes", "Microsoft.Web/sites", "func", "properties.functionAppConfig.runtime.version", "\"8.0\""),
        ("runtimes", "Microsoft.Web/sites", "app", "properties.siteConfig.linuxFxVersion", "\"DOTNET|10.0\""),
        ("always there", "Microsoft.Web/sites", "app", "properties.siteConfig.alwaysOn", "false"),
        ("always there", "Microsoft.Web/sites", "app", "properties.siteConfig.healthCheckPath", "\"/healthz\""),
        ("always there", "Microsoft.Web/serverfarms", "bot", "properties.zoneRedundant", "false"),
        ("always there", "Microsoft.Web/serverfarms", "bot", "sku.capacity", "1"),
        ("private endpoints", "Microsoft.Network/privateEndpoints", "strecords", "", null),
        ("private endpoints", "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "pe-kv", "", null),
        ("network", "Microsoft.Network/virtualNetworks", "", "properties.subnets.1.properties.networkSecurityGroup", null),
        ("network", "Microsoft.Network/networkSecurityGroups", "", "properties.securityRules.1.properties.access", "\"Allow\""),
        ("network", "Microsoft.Network/networkSecurityGroups", "", "properties.securityRules.0.properties.sourceAddressPrefix", "\"*\""),
        ("network", "Microsoft.Web/sites", "func", "properties.outboundVnetRouting.allTraffic", "false"),
        (
            "nothing is deleted",
            "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies",
            "audit",
            "properties.immutabilityPeriodSinceCreationInDays",
            "0"
        ),
        ("nothing is deleted", "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies", "kept", "", null),
        ("nothing is deleted", "Microsoft.Storage/storageAccounts/blobServices", "strecords", "properties.isVersioningEnabled", "false"),
        ("nothing is deleted", "Microsoft.KeyVault/vaults", "", "properties.enablePurgeProtection", null),
        ("nothing is deleted", "Microsoft.Authorization/locks", "strecords", "", null),
        ("alerts", "Microsoft.Insights/actionGroups", "", "properties.emailReceivers", "[]"),
        ("alerts", "Microsoft.Insights/scheduledQueryRules", "dead-letter", "properties.enabled", "false"),
        ("alerts", "Microsoft.Insights/scheduledQueryRules", "sweep", "properties.actions.actionGroups", "[]"),
    ];

    [Fact]
    public async Task What_is_made_keeps_to_every_policy_in_both_forms()
    {
        foreach (var resources in await Infrastructure.BothAsync())
        {
            Assert.True(resources.All.Count > 60, $"Only {resources.All.Count} resources.");
            Assert.Equal([], Policies.All.SelectMany(policy => policy.Broken(resources).Select(what => $"{policy.Name}: {what}")));
        }
    }

    [Fact]
    public async Task One_setting_changed_breaks_its_policy_and_every_policy_is_broken_by_one()
    {
        var resources = Resources.Of((await Infrastructure.UsualAsync()).Snapshot);
        Assert.Equal(Policies.All.Select(policy => policy.Name).Order(), Changes.Select(change => change.Policy).Distinct().Order());
        var missed = Changes.Where(change =>
            !Policies
                .All.Single(policy => policy.Name == change.Policy)
                .Broken(resources.With(change.Type, change.Name, change.Path, change.Value))
                .Any()
        );
        Assert.Equal([], missed.Select(change => $"{change.Policy}: {change.Type} {change.Name} {change.Path} {change.Value}"));
    }

    [Fact]
    public async Task Each_switch_does_what_it_says()
    {
        var (usual, other) = await Infrastructure.BothAsync() is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        int Count(Resources of, string type) => of.Typed(type).Count();
        foreach (
            var (type, with, without) in new[]
            {
                ("Microsoft.Resources/resourceGroups", 1, 0),
                ("Microsoft.OperationalInsights/workspaces", 1, 0),
                ("Microsoft.Authorization/roleAssignments", 8, 0),
                ("Microsoft.Authorization/locks", 2, 0),
                ("Microsoft.ManagedIdentity/userAssignedIdentities", 1, 2),
                ("Microsoft.KeyVault/vaults/keys", 1, 2),
                ("Microsoft.Web/sites", 2, 2),
            }
        )
        {
            Assert.Equal((type, with, without), (type, Count(usual, type), Count(other, type)));
        }

        Assert.All(usual.Typed("Microsoft.Storage/storageAccounts"), one =>
            Assert.Equal(
                ("Standard_ZRS", "Microsoft.Storage"),
                (Resources.At(one, "sku.name"), Resources.At(one, "properties.encryption.keySource"))
            )
        );
        Assert.All(other.Typed("Microsoft.Storage/storageAccounts"), one =>
            Assert.Equal(
                ("Standard_LRS", "Microsoft.Keyvault", "storage"),
                (
                    Resources.At(one, "sku.name"),
                    Resources.At(one, "properties.encryption.keySource"),
                    Resources.At(one, "properties.encryption.keyvaultproperties.keyname")
                )
            )
        );
        Assert.All(other.All, one => Assert.Contains("rg-of-the-council", Resources.Id(one), StringComparison.Ordinal));
        Assert.Contains(
            "/routeTables/out",
            other.Typed("Microsoft.Network/virtualNetworks").Single().ToJsonString(),
            StringComparison.Ordinal
        );
    }
}
