using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using SafeguardingTeams.Tests;
using YamlDotNet.Serialization;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>
/// azure.yaml, against the schema of azd (Azure/azure-dev, MIT licence) and what the schema lets pass: hosts nobody knows, folders that
/// are not there, services without a resource.
/// </summary>
[Trait(Needs.Name, Needs.Processes)]
public class AzdTests
{
    /// <summary>The root's own words, of which the schema takes any.</summary>
    private static readonly string[] Known = ["name", "metadata", "requiredVersions", "infra", "services", "hooks"];

    private static string Committed => Repository.Read("azure.yaml");

    [Fact]
    public async Task It_is_valid_and_leads_to_what_is_there()
    {
        Assert.Equal([], await WrongAsync(Committed));
        var services = Json(Committed)["services"]!.AsObject();
        var tagged = Resources
            .Of((await Infrastructure.UsualAsync()).Snapshot)
            .All.Where(one => one["tags"]?["azd-service-name"] is not null)
            .Select(one => (Resources.At(one, "tags.azd-service-name"), Resources.At(one, "kind")));
        Assert.Equal(
            services.Select(one => (one.Key, (string)one.Value!["host"]! == "function" ? "functionapp,linux" : "app,linux")).Order(),
            tagged.Order()
        );
    }

    [Theory]
    [InlineData("host: appservice", "host: appservices")]
    [InlineData("./src/SafeguardingTeams.Bot", "./src/SafeguardingTeams.Bots")]
    [InlineData("provider: bicep", "provider: Bicep")]
    [InlineData("name: safeguarding-teams", "name: Safeguarding Teams")]
    [InlineData("preprovision:", "beforeprovision:")]
    [InlineData("hooks/postdeploy.cs", "hooks/after.cs")]
    [InlineData("module: main", "module: other")]
    [InlineData("hooks:\n", "hook: {}\nhooks:\n")]
    public async Task What_is_wrong_is_found(string right, string wrong)
    {
        Assert.Contains(right, Committed, StringComparison.Ordinal);
        Assert.NotEmpty(await WrongAsync(Committed.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static async Task<List<string>> WrongAsync(string yaml)
    {
        var json = Json(yaml);
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(Approved.Root, "tests/SafeguardingTeams.House.Tests/Infra/azure.yaml.schema.json")
        );
        List<string> wrong = [.. schema.Validate(json.ToJsonString()).Select(error => error.ToString())];
        wrong.AddRange(json.Select(one => one.Key).Except(Known).Select(key => $"{key} is no word of azure.yaml"));
        foreach (var (name, service) in json["services"]!.AsObject())
        {
            if ((string)service!["host"]! is not ("appservice" or "function"))
            {
                wrong.Add($"{name}: nobody knows such a host");
            }

            if (!Repository.Has($"{(string)service["project"]!}/{Path.GetFileName((string)service["project"]!)}.csproj"))
            {
                wrong.Add($"{name}: there is no such project");
            }
        }

        foreach (var (name, hook) in json["hooks"]!.AsObject().Where(hook => !Repository.Has((string)hook.Value!["run"]!)))
        {
            wrong.Add($"{name}: there is no {hook!["run"]}");
        }

        if (!Repository.Has($"{json["infra"]!["path"]}/{json["infra"]!["module"]}.bicep"))
        {
            wrong.Add("infra: there is no such module");
        }

        return wrong;
    }

    private static JsonObject Json(string yaml) =>
        JsonNode
            .Parse(JsonSerializer.Serialize(new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(yaml)))!
            .AsObject();
}
