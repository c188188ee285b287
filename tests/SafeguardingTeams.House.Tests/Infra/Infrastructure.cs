using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>What infra would make, evaluated once: as most partnerships have it, and with every switch the other way.</summary>
internal static class Infrastructure
{
    private static readonly Dictionary<string, string> Least = new()
    {
        ["AZURE_ENV_NAME"] = "live",
        ["PARTNERSHIP_NAME"] = "Example Partnership",
        ["PAGE_CLIENT_ID"] = "11111111-2222-4333-8444-555555555557",
        ["ALERT_TEAM"] = "Operational team",
        ["ALERT_EMAIL"] = "operations@partnership.example",
    };

    private static readonly Dictionary<string, string> Whole = new(Least)
    {
        ["AZURE_LOCATION"] = "ukwest",
        ["EXISTING_RESOURCE_GROUP"] = "rg-of-the-council",
        ["OWN_PAGE_HOST"] = "cases.partnership.example",
        ["OWN_LETTERS"] = "true",
        ["GRAPH_TENANT_ID"] = Bicep.Tenant,
        ["GRAPH_MAILBOX"] = "operations@partnership.example",
        ["GRAPH_SITE_ID"] = "partnership.sharepoint.example,1,2",
        ["GRAPH_CASE_RECORDS"] = "b!1",
        ["GRAPH_SECURED_RECORDS"] = "b!2",
        ["GRAPH_SUBMISSIONS"] = "b!3",
        ["CONNECTOR_CLIENT_ID"] = "11111111-2222-4333-8444-555555555558",
        ["CONNECTOR_CALLBACK_HOSTS"] = "*.logic.azure.com",
        ["ROLES_AND_LOCKS"] = "false",
        ["CENTRAL_WORKSPACE_ID"] =
            $"/subscriptions/{Bicep.Subscription}/resourceGroups/rg-central/providers/Microsoft.OperationalInsights/workspaces/log",
        ["CUSTOMER_MANAGED_KEYS"] = "true",
        ["ROUTE_TABLE_ID"] = $"/subscriptions/{Bicep.Subscription}/resourceGroups/rg-hub/providers/Microsoft.Network/routeTables/out",
        ["PLAN"] = "P1v3",
        ["INSTANCES"] = "3",
    };

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<Task<(string Snapshot, string Findings)>> First = new(() => MakeAsync(Least));

    private static readonly Lazy<Task<(string Snapshot, string Findings)>> Second = new(() => MakeAsync(Whole));

    /// <summary>UK South with zones, everything made, nothing that may be left out.</summary>
    internal static Task<(string Snapshot, string Findings)> UsualAsync() => First.Value;

    /// <summary>UK West, what is there used, keys of one's own, no roles, and everything that may be left out.</summary>
    internal static Task<(string Snapshot, string Findings)> OtherAsync() => Second.Value;

    /// <summary>The resources of the two.</summary>
    internal static async Task<IReadOnlyList<Resources>> BothAsync() =>
        [Resources.Of((await UsualAsync()).Snapshot), Resources.Of((await OtherAsync()).Snapshot)];

    private static async Task<(string Snapshot, string Findings)> MakeAsync(IReadOnlyDictionary<string, string> environment)
    {
        Bicep.SkipWhereThereIsNone();
        var (snapshot, findings) = await Bicep.SnapshotAsync(Path.Combine(Approved.Root, "infra"), "main.bicepparam", environment);
        return (snapshot.Length > 0 ? InOrder(snapshot) : snapshot, findings);
    }

    /// <summary>The compiler lists outputs in any order.</summary>
    private static string InOrder(string snapshot)
    {
        var root = JsonNode.Parse(snapshot)!.AsObject();
        var outputs = root["outputs"]!.AsObject().OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        root["outputs"] = new JsonObject(outputs.Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
        return root.ToJsonString(Written).ReplaceLineEndings("\n") + "\n";
    }
}

/// <summary>A flat list of resources, as a deployment would make them.</summary>
internal sealed record Resources(IReadOnlyList<JsonObject> All)
{
    internal static Resources Of(string snapshot) =>
        new([.. JsonNode.Parse(snapshot)!["predictedResources"]!.AsArray().Select(one => one!.AsObject())]);

    /// <summary>Those of a type.</summary>
    internal IEnumerable<JsonObject> Typed(string type) => All.Where(one => Type(one) == type);

    internal static string Type(JsonObject resource) => (string)resource["type"]!;

    internal static string Name(JsonObject resource) => (string)resource["name"]!;

    internal static string Id(JsonObject resource) => (string)resource["id"]!;

    /// <summary>A value by its path, with full stops, as JSON has it; empty where there is none.</summary>
    internal static string At(JsonObject resource, string path)
    {
        JsonNode? node = resource;
        foreach (var part in path.Split('.'))
        {
            node = node is JsonArray array ? array.ElementAtOrDefault(int.Parse(part)) : node?[part];
        }

        return node is JsonValue value ? value.ToString() : node?.ToJsonString() ?? "";
    }

    /// <summary>The same with one thing changed in the first resource of a type whose name has a text in it.</summary>
    /// <param name="value">JSON; null takes it away, and with the path empty the resource itself.</param>
    internal Resources With(string type, string name, string path, string? value)
    {
        List<JsonObject> copy = [.. All.Select(one => one.DeepClone().AsObject())];
        var changed = copy.Find(one => Type(one) == type && (Name(one) + Id(one)).Contains(name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no {type} with {name} in its name.");
        if (path.Length == 0)
        {
            copy.Remove(changed);
            return new(copy);
        }

        JsonNode node = changed;
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            node = node is JsonArray array ? array[int.Parse(part)]! : node[part] ??= new JsonObject();
        }

        if (value is null)
        {
            Assert.True(node.AsObject().Remove(parts[^1]), $"{type} has no {path}.");
        }
        else if (node is JsonArray list)
        {
            list[int.Parse(parts[^1])] = JsonNode.Parse(value);
        }
        else
        {
            node[parts[^1]] = JsonNode.Parse(value);
        }

        return new(copy);
    }

    /// <summary>The app settings of a host, by the name of its service, as .NET reads them.</summary>
    internal IReadOnlyDictionary<string, string> SettingsOf(string service) =>
        Typed("Microsoft.Web/sites").Single(one => At(one, "tags.azd-service-name") == service)["properties"]!["siteConfig"]![
            "appSettings"
        ]!
            .AsArray()
            .ToDictionary(one => ((string)one!["name"]!).Replace("__", ":", StringComparison.Ordinal), one => (string)one!["value"]!);
}
