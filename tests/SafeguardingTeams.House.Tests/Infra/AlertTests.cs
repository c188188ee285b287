using System.Text.RegularExpressions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>Each alert is about something the code really tells.</summary>
[Trait(Needs.Name, Needs.Processes)]
public partial class AlertTests
{
    [Fact]
    public async Task Each_names_a_number_or_a_request_of_the_code()
    {
        var alerts = Resources
            .Of((await Infrastructure.UsualAsync()).Snapshot)
            .Typed("Microsoft.Insights/scheduledQueryRules")
            .ToDictionary(
                one => Resources.At(one, "properties.displayName"),
                one => Resources.At(one, "properties.criteria.allOf.0.query")
            );
        Assert.Equal(
            [
                "answer-slow",
                "audit-broken",
                "bot-silent",
                "dead-letter",
                "holidays-end",
                "permission-drifted",
                "record-unreadable",
                "sweep-stopped",
            ],
            alerts.Keys.Order()
        );
        Assert.Equal(PatienceOfTheCode(), PatienceOf(alerts["sweep-stopped"]));
        Assert.Equal([], alerts.Where(alert => !IsTold(alert.Value)).Select(alert => $"{alert.Key}: {alert.Value}"));
    }

    [Theory]
    [InlineData("AppMetrics | where Name == \"safeguarding.queue.dead_lettered\"", true)]
    [InlineData("AppMetrics | where Name == \"safeguarding.queue.dead_letters\"", false)]
    [InlineData("AppRequests | where Name == \"POST /api/messages\"", true)]
    [InlineData("AppRequests | where Name == \"POST /api/message\"", false)]
    [InlineData("AppRequests | where Name == \"GET /api/messages\"", false)]
    [InlineData("AppMetrics | where Sum > 0", false)]
    public void One_about_nothing_is_found(string query, bool told) => Assert.Equal(told, IsTold(query));

    [Fact]
    public void A_sweep_that_comes_less_often_than_the_alert_waits_is_found()
    {
        var waits = PatienceOfTheCode();
        Assert.Equal(93_600, waits["ExportSweep"]);
        Assert.NotEqual(waits, PatienceOf("case(tostring(Properties.sweep) == \"WatchSweep\", 2100, 300)"));
    }

    /// <summary>How old the heartbeat of a sweep may be, in seconds, where it is not the usual five minutes: by the code.</summary>
    private static SortedDictionary<string, int> PatienceOfTheCode() =>
        new(
            Patience()
                .Matches(Repository.Read("src/SafeguardingTeams.App/Sweeps/Heartbeat.cs"))
                .ToDictionary(
                    one => one.Groups["timer"].Value,
                    one => int.Parse(one.Groups["number"].Value) * (one.Groups["unit"].Value == "Hours" ? 3600 : 60)
                )
        );

    /// <summary>The same by the alert's query.</summary>
    private static SortedDictionary<string, int> PatienceOf(string query) =>
        new(Waits().Matches(query).ToDictionary(one => one.Groups["timer"].Value, one => int.Parse(one.Groups["seconds"].Value)));

    private static bool IsTold(string query)
    {
        var code = string.Join("\n", Repository.CSharp.Where(Repository.IsProduct).Select(Repository.Read));
        return Named().Match(query) is { Success: true } named
            && (
                named.Groups["table"].Value == "AppMetrics"
                    ? Regex.IsMatch(code, $@"Create(Gauge|Counter)<\w+>\(\s*""{Regex.Escape(named.Groups["name"].Value)}""")
                    : named.Groups["name"].Value.Split(' ') is ["POST", var route]
                        && code.Contains($"MapPost(\"{route}\"", StringComparison.Ordinal)
            );
    }

    [GeneratedRegex(@"^(?<table>AppMetrics|AppRequests) \| where Name == ""(?<name>[^""]+)""")]
    private static partial Regex Named();

    [GeneratedRegex(@"""(?<timer>\w+)"", TimeSpan\.From(?<unit>Minutes|Hours)\((?<number>\d+)\)")]
    private static partial Regex Patience();

    [GeneratedRegex(@"Properties\.sweep\) == ""(?<timer>\w+)"", (?<seconds>\d+)")]
    private static partial Regex Waits();
}
