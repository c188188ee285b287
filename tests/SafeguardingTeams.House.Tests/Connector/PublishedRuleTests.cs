namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>
/// The connector keeps the rules that Microsoft publishes for certified ones, by group; no tool checks them without a sign-in. Each rule is
/// shown an example that breaks it, and names it.
/// </summary>
public class PublishedRuleTests
{
    public static TheoryData<string> Names => [.. PublishedRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_connector_keeps_the_rule(string name) => Assert.Equal([], Rule(name).Broken(ConnectorFiles.Committed));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_breaks_the_rule_is_found(string name) =>
        Assert.NotEmpty(Rule(name).Broken(Rule(name).Example(ConnectorFiles.Committed)));

    [Fact]
    public void Every_rule_has_a_name_of_its_own()
    {
        Assert.True(PublishedRules.All.Count > 100, $"Only {PublishedRules.All.Count} rules.");
        Assert.Empty(PublishedRules.All.GroupBy(rule => rule.Name).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    private static PublishedRule Rule(string name) => PublishedRules.All.Single(rule => rule.Name == name);
}
