using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>What is wrong with the section Graph is said at start, with the setting to put right.</summary>
public class OptionsTests
{
    private static readonly ImmutableDictionary<string, string?> Right = new Dictionary<string, string?>
    {
        ["Graph:Mailbox"] = "operations@partnership.example",
        ["Graph:SiteId"] = "partnership.sharepoint.com,1,2",
        ["Graph:CaseRecords"] = "b!1",
        ["Graph:SecuredRecords"] = "b!2",
        ["Graph:Submissions"] = "b!3",
        ["WebPage:Address"] = "https://cases.partnership.example/",
    }.ToImmutableDictionary();

    [Fact]
    public void A_section_that_is_filled_in_is_right_and_a_host_without_one_does_without() =>
        Assert.Equal(
            ([], []),
            (Errors(Right), Errors(Right.RemoveRange(Right.Keys.Where(key => key.StartsWith("Graph:", StringComparison.Ordinal)))))
        );

    [Theory]
    [InlineData("Graph:Mailbox", "", "Graph:Mailbox: set it to the object id or address of the operational team's mailbox.")]
    [InlineData("Graph:Mailbox", "a/b", "Graph:Mailbox: set it to the object id or address of the operational team's mailbox.")]
    [InlineData(
        "Graph:SiteId",
        "",
        "Graph:SiteId: set it to the id of the SharePoint site (host, site collection id and web id, with commas)."
    )]
    [InlineData("Graph:CaseRecords", "", "Graph:CaseRecords: set it to the id of the drive of the library for case records.")]
    [InlineData("Graph:SecuredRecords", " ", "Graph:SecuredRecords: set it to the id of the drive of the library for secured records.")]
    [InlineData("Graph:Submissions", null, "Graph:Submissions: set it to the id of the drive of the library for submissions.")]
    [InlineData(
        "Graph:Submissions",
        "b!2",
        "Graph:CaseRecords, Graph:SecuredRecords and Graph:Submissions: name three different libraries; submissions are kept "
            + "apart from records."
    )]
    [InlineData(
        "Graph:BaseUrl",
        "http://graph.microsoft.com/v1.0",
        "Graph:BaseUrl: set it to an https address; http is for this machine only."
    )]
    [InlineData(
        "Graph:BaseUrl",
        "https://user@graph.example/",
        "Graph:BaseUrl: set it to an https address; http is for this machine only."
    )]
    [InlineData("Graph:BaseUrl", "graph", "Graph:BaseUrl: set it to an https address; http is for this machine only.")]
    [InlineData(
        "Graph:GuestsArriveAt",
        "http://cases.example/",
        "Graph:GuestsArriveAt: set it to an https address; http is for this machine only."
    )]
    [InlineData("Graph:Scope", "https://graph.microsoft.com", "Graph:Scope: set it to the resource's address with /.default after it.")]
    public void Each_setting_that_is_wrong_is_named(string key, string? value, string error)
    {
        Assert.Equal([error], Errors(Right.SetItem(key, value)));
        Assert.Contains(error, new ServiceCollection().AddSafeguarding(Configuration(Right.SetItem(key, value))));
    }

    [Fact]
    public void Http_on_this_machine_is_right() => Assert.Empty(Errors(Right.SetItem("Graph:BaseUrl", "http://127.0.0.1:5080/graph/v1.0")));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_adapter_is_there_where_the_mailbox_is_set(bool isSet)
    {
        var file = Path.Combine(SafeguardingTeams.Tests.Approved.Root, "src", "SafeguardingTeams.Bot", "partnership.json");
        var settings = Right
            .SetItem("Partnership:File", file)
            .SetItem("Storage:ConnectionString", "TableEndpoint=http://127.0.0.1:1/x")
            .SetItem("Bot:AppId", Teams.TeamsDoorFixture.AppId)
            .SetItem("Bot:TenantId", Teams.TeamsDoorFixture.Tenant);
        var services = new ServiceCollection();
        Assert.Empty(
            services.AddSafeguarding(
                Configuration(
                    isSet ? settings : settings.RemoveRange(settings.Keys.Where(key => key.StartsWith("Graph:", StringComparison.Ordinal)))
                )
            )
        );
        Assert.Equal(
            isSet,
            new[] { typeof(IMailbox), typeof(IFolders), typeof(IGuests) }.All(port => services.Any(service => service.ServiceType == port))
        );
    }

    private static ImmutableList<string> Errors(ImmutableDictionary<string, string?> settings) =>
        GraphSetup.Errors(Configuration(settings));

    private static IConfiguration Configuration(ImmutableDictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
