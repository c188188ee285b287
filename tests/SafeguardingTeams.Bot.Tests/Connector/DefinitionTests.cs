using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>The connector's definition is what the API serves.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class DefinitionTests(HostFixture stage)
{
    [Fact]
    public async Task The_definition_says_what_the_api_really_has()
    {
        await using var host = await stage.StartAsync(installs: false);
        Approved.Same("connector/apiDefinition.swagger.json", await Definition.OfAsync(host));
    }
}
