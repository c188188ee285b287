using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.Microsoft365.Flows;

namespace SafeguardingTeams.Microsoft365.Tests.Flows;

/// <summary>What is wrong with the section Connector is said at start, with the setting to put right.</summary>
public class FlowsSetupTests
{
    [Theory]
    [InlineData("https://cases.partnership.example/", "", null, true)]
    [InlineData("https://cases.partnership.example/", "*.logic.azure.com, *.api.powerplatform.com", null, true)]
    [InlineData("https://cases.partnership.example/", "*.logic.azure.com", "false", true)]
    [InlineData("https://cases.partnership.example/", "*.logic.azure.com", "true", false)]
    [InlineData("https://cases.partnership.example/", "*", null, false)]
    [InlineData("https://cases.partnership.example/", "*.com", null, false)]
    [InlineData("https://cases.partnership.example/", "https://a.logic.azure.com", null, false)]
    [InlineData("http://localhost:5080/", "", "true", true)]
    [InlineData("http://localhost:5080/", "", "yes", false)]
    [InlineData("", "", "true", false)]
    public void Flows_of_this_machine_are_called_in_a_rehearsal_only(string page, string hosts, string? loopback, bool right) =>
        Assert.Equal(
            right,
            FlowsSetup
                .Errors(
                    Configuration(("WebPage:Address", page), ("Connector:CallbackHosts", hosts), ("Connector:LoopbackCallbacks", loopback))
                )
                .IsEmpty
        );

    [Fact]
    public void Hosts_are_read_one_by_one_or_from_one_text()
    {
        Assert.Equal(
            ["*.logic.azure.com", "*.azure-apim.net"],
            Read(("Connector:CallbackHosts", "*.logic.azure.com,*.azure-apim.net")).CallbackHosts
        );
        Assert.Equal(
            ["*.logic.azure.com", "*.azure-apim.net"],
            Read(("Connector:CallbackHosts:0", "*.logic.azure.com"), ("Connector:CallbackHosts:1", "*.azure-apim.net")).CallbackHosts
        );
        Assert.Equal((0, false, 100), Read() is var none ? (none.CallbackHosts.Count, none.Loopback, none.MostOfOne) : default);
        Assert.True(Read(("Connector:LoopbackCallbacks", "true")).Loopback);
    }

    private static FlowSetting Read(params (string, string?)[] settings)
    {
        var services = new ServiceCollection();
        services.AddFlows(Configuration(settings));
        return services.BuildServiceProvider().GetRequiredService<FlowSetting>();
    }

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => one.Value)).Build();
}
