using System.Text.RegularExpressions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>
/// The settings infra gives the hosts are those the code reads and docs/configuration.md lists; the rest are left out on purpose.
/// </summary>
[Trait(Needs.Name, Needs.Processes)]
public partial class SettingsTests
{
    /// <summary>What the platform reads, not the product: docs/infrastructure.md says what for.</summary>
    private static readonly string[] Platform =
    [
        "WEBSITE_RUN_FROM_PACKAGE",
        "AzureWebJobsStorage:accountName",
        "AzureWebJobsStorage:credential",
        "AzureWebJobsStorage:clientId",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_STATSBEAT_DISABLED",
    ];

    /// <summary>What a deployment does without: for the emulator, a rehearsal or a test, or right as it is unless told.</summary>
    private static readonly string[] LeftOut =
    [
        "Partnership:File",
        "Storage:BlobEndpoint",
        "Storage:ConnectionString",
        "Tab:Host",
        "Connector:Applications",
        "Connector:CallsAtOnce",
        "Connector:LoopbackCallbacks",
        "Graph:GuestsArriveAt",
        "Graph:BaseUrl",
        "Graph:Scope",
        "Rehearsal:TimeFromTrigger",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
    ];

    /// <summary>For the bot's page alone.</summary>
    private static readonly string[] BotAlone = ["AzureAd:ClientId", "Storage:CookieKey"];

    [Fact]
    public async Task Both_hosts_are_given_every_setting_there_is_and_no_other()
    {
        var (bot, timers) = (await GivenAsync("bot"), await GivenAsync("timers"));
        var listed = Listed();
        Assert.True(listed.Count > 20, $"Only {listed.Count} settings listed.");
        Assert.Equal(listed.Except(LeftOut).Order(), bot.Union(timers).Except(Platform).Order());
        Assert.Equal([], LeftOut.Except(listed));
        Assert.Equal(BotAlone.Order(), bot.Except(timers).Except(Platform).Order());
        Assert.Equal([], timers.Except(bot).Except(Platform));
    }

    [Fact]
    public async Task Each_is_read_by_the_code_and_each_of_the_platforms_is_explained()
    {
        List<string> code = [.. Repository.CSharp.Where(Repository.IsProduct).Select(Repository.Read)];
        var page = Repository.Read("docs/infrastructure.md");
        var given = (await GivenAsync("bot")).Union(await GivenAsync("timers")).ToList();
        Assert.Equal([], given.Except(Platform).Where(name => !IsRead(name, code)));
        Assert.Equal([], given.Intersect(Platform).Where(name => !page.Contains($"`{name.Replace(":", "__")}`", StringComparison.Ordinal)));
        Assert.Equal(Platform.Order(), given.Intersect(Platform).Order());
        Assert.False(IsRead("Storage:Tables", code));
        Assert.False(IsRead("Graph:Site", code));
    }

    [Fact]
    public async Task Every_parameter_is_on_the_page_that_lists_them()
    {
        var page = Repository.Read("docs/infrastructure.md");
        var names = Read().Matches(Repository.Read("infra/main.bicepparam")).Select(match => match.Groups[1].Value).ToList();
        Assert.True(names.Count > 20, $"Only {names.Count} found.");
        Assert.Equal([], names.Where(name => !page.Contains($"| `{name}` |", StringComparison.Ordinal)));
        await Task.CompletedTask;
    }

    private static async Task<IReadOnlyList<string>> GivenAsync(string service) =>
        [.. Resources.Of((await Infrastructure.OtherAsync()).Snapshot).SettingsOf(service).Keys];

    /// <summary>The settings of the hosts as their page has them: what stands first in a row of its tables.</summary>
    private static List<string> Listed() =>
        [
            .. Row()
                .Matches(Repository.Read("docs/configuration.md"))
                .SelectMany(row => Setting().Matches(row.Groups[1].Value))
                .Select(match => match.Groups[1].Value)
                .Append("Partnership:File")
                .Append("Partnership:Letters")
                .Append("Rehearsal:TimeFromTrigger")
                .Distinct(),
        ];

    /// <summary>By its whole name, after the name of its section, or as a property of the options its section fills.</summary>
    private static bool IsRead(string setting, IEnumerable<string> code) =>
        setting.Split(':') is [var section, .. var rest]
        && code.Any(file =>
            file.Contains($"\"{setting}\"", StringComparison.Ordinal)
            || rest is [var name]
                && (
                    file.Contains($"Section = \"{section}\"", StringComparison.Ordinal)
                        && file.Contains($"configuration[$\"{{Section}}:{name}\"]", StringComparison.Ordinal)
                    || Regex.IsMatch(file, $@"class {section}Options\b[\s\S]*?public [\w<>?]+ {name} \{{")
                )
        );

    [GeneratedRegex(@"^\| ((?:`[A-Z]\w*:\w+`(?:, )?|`[A-Z_]{8,}`)+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Setting();

    [GeneratedRegex(@"readEnvironmentVariable\('([A-Z_]+)'")]
    private static partial Regex Read();
}
