using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Testing;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>What the timers' host registers.</summary>
public class ServicesTests
{
    private static readonly string[] Right =
    [
        "--WebPage:Address=https://cases.partnership.example/",
        $"--Bot:AppId={Guid.NewGuid()}",
        $"--Bot:TenantId={Guid.NewGuid()}",
        $"--Partnership:File={RealFile.At}",
        "--Storage:TableEndpoint=https://account.table.core.windows.net/",
    ];

    private static readonly string[] Graph =
    [
        "--Graph:Mailbox=operations@partnership.example",
        "--Graph:SiteId=partnership.sharepoint.com,1,2",
        "--Graph:CaseRecords=b!1",
        "--Graph:SecuredRecords=b!2",
        "--Graph:Submissions=b!3",
    ];

    [Theory, InlineData(true), InlineData(false)]
    public void Everything_registered_can_be_made_and_nothing_of_the_door_that_is_the_bots_is_there(bool hasGraph)
    {
        var (builder, errors) = TimersHost.Create([.. Right, .. hasGraph ? Graph : []]);
        Assert.Empty(errors);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new() { ValidateOnBuild = true, ValidateScopes = true }));
        using var host = builder.Build();
        var known = host.Services.GetRequiredService<IServiceProviderIsService>();
        Assert.All(
            [
                typeof(DeadlineSweep),
                typeof(Dispatcher),
                typeof(ReconcileRunner),
                typeof(IWatchSweep),
                typeof(FlowDeliveries),
                typeof(Heartbeat),
            ],
            type => Assert.True(known.IsService(type))
        );
        Assert.DoesNotContain(builder.Services, service => service.ServiceType.Namespace == typeof(IListedTenants).Namespace);
    }

    [Theory]
    [InlineData("true", "--Storage:ConnectionString=TableEndpoint=http://127.0.0.1:1/a;", true)]
    [InlineData("true", "", false)]
    [InlineData("false", "", true)]
    public void The_rehearsals_time_is_for_a_rehearsal_on_the_emulator_only(string setting, string storage, bool right)
    {
        var (_, errors) = TimersHost.Create([
            .. storage.Length > 0 ? Right.SkipLast(1).Append(storage) : Right,
            $"--Rehearsal:TimeFromTrigger={setting}",
        ]);
        Assert.Equal(right ? [] : ["Rehearsal:TimeFromTrigger: for a rehearsal on this machine's emulator only."], errors);
    }
}
