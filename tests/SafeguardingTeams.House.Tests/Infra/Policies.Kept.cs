using static SafeguardingTeams.House.Tests.Infra.Policy;
using static SafeguardingTeams.House.Tests.Infra.Resources;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>What is kept, and from whom: private ways in, nothing deleted, somebody told.</summary>
internal static partial class Policies
{
    private const string Endpoint = "Microsoft.Network/privateEndpoints";

    private static IEnumerable<Policy> Kept =>
        [
            new("private endpoints", WithoutEndpoint),
            new("network", WrongNetwork),
            new("nothing is deleted", Deletable),
            new("alerts", WrongAlerts),
        ];

    private static IEnumerable<string> WithoutEndpoint(Resources all)
    {
        var reached = all.Typed(Endpoint)
            .Where(one =>
                all.Typed($"{Endpoint}/privateDnsZoneGroups").Any(zone => Name(zone).StartsWith(Name(one), StringComparison.Ordinal))
            )
            .Select(one =>
                (
                    To: At(one, "properties.privateLinkServiceConnections.0.properties.privateLinkServiceId"),
                    By: At(one, "properties.privateLinkServiceConnections.0.properties.groupIds.0")
                )
            )
            .ToHashSet();
        return all.Typed(Account)
            .SelectMany(one => new[] { "blob", "table", "queue" }.Select(by => (To: Id(one), By: by)))
            .Concat(all.Typed(Vault).Select(one => (To: Id(one), By: "vault")))
            .Where(one => !reached.Contains(one))
            .Select(one => $"{one.To}: no private endpoint for {one.By}");
    }

    private static IEnumerable<string> WrongNetwork(Resources all)
    {
        foreach (var one in all.Typed("Microsoft.Network/virtualNetworks"))
        {
            foreach (var subnet in one["properties"]!["subnets"]!.AsArray().Select(subnet => subnet!.AsObject()))
            {
                if (At(subnet, "properties.networkSecurityGroup.id").Length == 0)
                {
                    yield return Says(one, $"nothing guards {At(subnet, "name")}");
                }
            }
        }

        foreach (var one in all.Typed("Microsoft.Network/networkSecurityGroups"))
        {
            var rules = one["properties"]!["securityRules"]!.AsArray().Select(rule => rule!.AsObject()).ToList();
            foreach (var way in new[] { "Inbound", "Outbound" })
            {
                if (!rules.Exists(rule => At(rule, "properties.direction") == way && At(rule, "properties.access") == "Deny"))
                {
                    yield return Says(one, $"{way} is not closed");
                }
            }

            foreach (var rule in rules.Where(rule => At(rule, "properties.access") == "Allow"))
            {
                if (
                    At(rule, "properties.destinationPortRange") != "443"
                    || At(rule, "properties.direction") == "Inbound" && At(rule, "properties.sourceAddressPrefix") != "VirtualNetwork"
                )
                {
                    yield return Says(one, $"{At(rule, "name")} opens too much");
                }
            }
        }

        foreach (var one in all.Typed(Site).Where(one => At(one, "properties.outboundVnetRouting.allTraffic") != "true"))
        {
            yield return Says(one, "not everything goes out through the network");
        }
    }

    private static IEnumerable<string> Deletable(Resources all)
    {
        foreach (var name in new[] { "kept", "audit" })
        {
            var container = all.Typed(Container).Single(one => Name(one).EndsWith($"/{name}", StringComparison.Ordinal));
            var policy = all.Typed($"{Container}/immutabilityPolicies").FirstOrDefault(one => Name(one) == $"{Name(container)}/default");
            if (
                At(container, "properties.immutableStorageWithVersioning.enabled") != "true"
                || policy is null
                || int.Parse(At(policy, "properties.immutabilityPeriodSinceCreationInDays")) < 1
            )
            {
                yield return Says(container, "what is in it can be deleted");
            }

            var blobs = all.Typed($"{Account}/blobServices")
                .Single(one => Name(container).StartsWith($"{Name(one)}/", StringComparison.Ordinal));
            if (At(blobs, "properties.isVersioningEnabled") != "true")
            {
                yield return Says(blobs, "it keeps no versions");
            }
        }

        foreach (var one in all.Typed($"{Account}/blobServices"))
        {
            if (
                At(one, "properties.deleteRetentionPolicy.enabled") != "true"
                || At(one, "properties.containerDeleteRetentionPolicy.enabled") != "true"
            )
            {
                yield return Says(one, "what is deleted is gone");
            }
        }

        foreach (var one in all.Typed(Vault))
        {
            if (At(one, "properties.enablePurgeProtection") != "true" || At(one, "properties.enableSoftDelete") != "true")
            {
                yield return Says(one, "its keys can be lost");
            }
        }

        // Whoever may not set locks sets none; somebody else does (the runbook says so).
        var locked = all.Typed("Microsoft.Authorization/locks").Select(Id).ToList();
        if (all.Typed("Microsoft.Authorization/roleAssignments").Any())
        {
            foreach (
                var one in all.Typed(Account)
                    .Where(one => Name(one).StartsWith("strecords", StringComparison.Ordinal))
                    .Concat(all.Typed(Vault))
                    .Where(one => !locked.Exists(id => id.StartsWith($"{Id(one)}/", StringComparison.Ordinal)))
            )
            {
                yield return Says(one, "nothing keeps it from being deleted");
            }
        }
    }

    private static IEnumerable<string> WrongAlerts(Resources all)
    {
        var told = all.Typed("Microsoft.Insights/actionGroups")
            .Where(one => At(one, "properties.enabled") == "true" && At(one, "properties.emailReceivers.0.emailAddress").Contains('@'))
            .ToList();
        if (told.Count == 0)
        {
            yield return "Nobody is told.";
        }

        foreach (
            var one in all.Typed("Microsoft.Insights/scheduledQueryRules")
                .Where(one =>
                    At(one, "properties.enabled") != "true"
                    || At(one, "properties.actions.actionGroups").Length < 5
                    || At(one, "properties.scopes.0").Length == 0
                )
        )
        {
            yield return Says(one, "it tells nobody");
        }
    }
}
