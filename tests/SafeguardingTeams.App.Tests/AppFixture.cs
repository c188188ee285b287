using System.Collections.Immutable;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

[assembly: AssemblyFixture(typeof(SafeguardingTeams.App.Tests.Emulator))]

namespace SafeguardingTeams.App.Tests;

/// <summary>The application on real storage with a chat that only remembers, and a count of every request to storage.</summary>
internal sealed class AppFixture : IDisposable
{
    private readonly ServiceProvider _services;

    private AppFixture(ServiceProvider services, string table) => (_services, Table) = (services, table);

    internal string Table { get; }

    internal RequestCount Requests => _services.GetRequiredService<RequestCount>();

    internal RehearsalClock Clock => _services.GetRequiredService<RehearsalClock>();

    internal RememberedMessages Messages => _services.GetRequiredService<RememberedMessages>();

    internal FaultyRows Rows => _services.GetRequiredService<FaultyRows>();

    internal GroupRecord Group => _services.GetRequiredService<GroupRecord>();

    internal CommandRunner Commands => _services.GetRequiredService<CommandRunner>();

    internal Dispatcher Dispatcher => _services.GetRequiredService<Dispatcher>();

    internal Reconciling.ReconcileRunner Reconciling => _services.GetRequiredService<Reconciling.ReconcileRunner>();

    internal App.Flows.FlowSubscriptions Subscriptions => _services.GetRequiredService<App.Flows.FlowSubscriptions>();

    internal App.Flows.FlowFanOut FanOut => _services.GetRequiredService<App.Flows.FlowFanOut>();

    internal App.Flows.FlowDeliveries Flows => _services.GetRequiredService<App.Flows.FlowDeliveries>();

    internal App.Flows.DeadLetteredFlows DeadLetteredFlows => _services.GetRequiredService<App.Flows.DeadLetteredFlows>();

    internal RememberedCallbacks Called => _services.GetRequiredService<RememberedCallbacks>();

    internal Upkeep Upkeep => _services.GetRequiredService<Upkeep>();

    internal Chats Chats => _services.GetRequiredService<Chats>();

    internal App.Papers.ReviewPapers ReviewPapers => _services.GetRequiredService<App.Papers.ReviewPapers>();

    internal App.Papers.BriefingPapers BriefingPapers => _services.GetRequiredService<App.Papers.BriefingPapers>();

    internal App.Papers.LearningPapers LearningPapers => _services.GetRequiredService<App.Papers.LearningPapers>();

    internal App.Papers.LearningByMail LearningByMail => _services.GetRequiredService<App.Papers.LearningByMail>();

    internal App.CardActions.MessageReferrals MessageReferrals => _services.GetRequiredService<App.CardActions.MessageReferrals>();

    internal App.Papers.MeetingPapers MeetingPapers => _services.GetRequiredService<App.Papers.MeetingPapers>();

    internal App.Papers.GroupReportPapers ReportPapers => _services.GetRequiredService<App.Papers.GroupReportPapers>();

    internal App.Papers.OversightPapers OversightPapers => _services.GetRequiredService<App.Papers.OversightPapers>();

    internal App.Reports.OversightLists Oversight => _services.GetRequiredService<App.Reports.OversightLists>();

    internal IKeptFiles KeptFiles => _services.GetRequiredService<IKeptFiles>();

    internal App.Papers.WordReturns WordReturns => _services.GetRequiredService<App.Papers.WordReturns>();

    internal Presentation.Documents.Case.CaseDocuments Documents =>
        _services.GetRequiredService<Presentation.Documents.Case.CaseDocuments>();

    internal ICardActions Cards => _services.GetRequiredService<ICardActions>();

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>On a table of the emulator.</summary>
    internal static async Task<AppFixture> OpenAsync(
        Azurite azurite,
        string table,
        Func<PartnershipFile, PartnershipFile>? change = null,
        ProgramVersion? version = null
    )
    {
        var services = await ServicesAsync(change, version);
        services.AddTables(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Storage:ConnectionString"] = azurite.ConnectionString,
                        ["Storage:Table"] = table,
                        ["Storage:Container"] = table,
                        ["Storage:AuditContainer"] = $"{table}-audit",
                    }
                )
                .Build()
        );
        var real = services.Last(service => service.ServiceType == typeof(IRows));
        services.Remove(real);
        services.AddSingleton(provider => new FaultyRows((IRows)real.ImplementationFactory!(provider)));
        var fixture = new AppFixture(services.BuildServiceProvider(), table);
        await fixture._services.PrepareTablesAsync(CancellationToken.None);
        return fixture;
    }

    /// <summary>On rows in memory.</summary>
    /// <param name="hasMail">Whether mails can be sent: their jobs are written, and stay.</param>
    internal static async Task<AppFixture> OpenAsync(
        MemoryRows rows,
        Func<PartnershipFile, PartnershipFile>? change = null,
        bool hasMail = false
    )
    {
        var services = await ServicesAsync(change);
        if (hasMail)
        {
            services.AddSingleton(provider => new InsteadByMail(
                provider.GetRequiredService<IRows>(),
                provider.GetRequiredService<IPeople>(),
                provider.GetRequiredService<App.Time.LondonClock>(),
                provider.GetRequiredService<Claims>(),
                provider.GetRequiredService<App.Queues.OutboxSignal>(),
                isSetUp: true
            ));
        }

        services.AddSingleton(new FaultyRows(rows)).AddSingleton<IKeptFiles, MemoryFiles>().AddSingleton<IAuditFiles, MemoryAudit>();
        var fixture = new AppFixture(services.BuildServiceProvider(), "");
        await fixture.CurrentRules.RefreshAsync(always: true, CancellationToken.None);
        return fixture;
    }

    private static async Task<ServiceCollection> ServicesAsync(
        Func<PartnershipFile, PartnershipFile>? change = null,
        ProgramVersion? version = null
    )
    {
        var (file, errors) = PartnershipFile.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "partnership.json")));
        Assert.Empty(errors);
        var clock = new RehearsalClock(CaseStory.Monday);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<RequestCount>()
            .AddSingleton<HttpPipelinePolicy>(provider => provider.GetRequiredService<RequestCount>());
        services
            .AddSingleton<RememberedMessages>()
            .AddSingleton<ITeamsMessages>(provider => provider.GetRequiredService<RememberedMessages>());
        services
            .AddSingleton<RememberedCallbacks>()
            .AddSingleton<IFlowCallbacks>(provider => provider.GetRequiredService<RememberedCallbacks>())
            .AddSingleton(RememberedCallbacks.Setting);
        services.AddSingleton(version ?? ProgramVersion.This);
        services.AddApp(
            change?.Invoke(file!) ?? file!,
            new Uri("https://page.example"),
            Presentation.Documents.Letter.LetterTemplates.Shipped
        );
        services.AddSingleton<IRows>(provider => provider.GetRequiredService<FaultyRows>());
        return services;
    }

    /// <summary>Runs a command as a card would.</summary>
    internal Task<Outcome> RunAsync(Command command, Actor actor, string? commandId = null) =>
        Commands.RunAsync(command, commandId ?? Guid.NewGuid().ToString("N"), actor, CancellationToken.None);

    /// <summary>Somebody of the partnership's file, as the directory would resolve them.</summary>
    /// <summary>An agency of the partnership's file that belongs to a partner; one of none else.</summary>
    internal static string AgencyOf(Role? partner) =>
        partner switch
        {
            Role.LeadLocalAuthority => "childrens-services",
            Role.LeadPolice => "police",
            Role.LeadHealth => "icb",
            _ => "schools",
        };

    internal static Actor Holder(Role role) =>
        role switch
        {
            Role.MashOfficer => new("mash-officer", "MASH officer", "mash", "Greenwich MASH", "t/o", [Role.MashOfficer, Role.Practitioner]),
            Role.Operations => new(
                "operations-officer",
                "Partnership operations officer",
                "operational-team",
                "Partnership Operational Team",
                "t/o",
                [Role.Operations, Role.Practitioner]
            ),
            Role.Chair => new("chair", "Chair", "childrens-services", "Children's Services", "t/o", [Role.Chair, Role.Practitioner]),
            Role.LeadLocalAuthority => Person("lead-authority", role),
            Role.LeadPolice => Person("lead-police", role),
            Role.LeadHealth => Person("lead-health", role),
            Role.Scrutineer => Person("scrutineer", role),
            Role.AuthorityNotifier => Person("authority-notifier", role),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    private static Actor Person(string id, Role role) => new(id, id, "agency", "An agency", "t/o", [role, Role.Practitioner]);

    internal App.Sweeps.DeadlineSweep Sweep => _services.GetRequiredService<App.Sweeps.DeadlineSweep>();

    internal App.Sweeps.Heartbeat Heartbeat => _services.GetRequiredService<App.Sweeps.Heartbeat>();

    internal App.Directory.CurrentRules CurrentRules => _services.GetRequiredService<App.Directory.CurrentRules>();

    /// <summary>The chats of everybody who is told of a referral.</summary>
    internal async Task EverybodyHasTheAppAsync()
    {
        foreach (var person in _services.GetRequiredService<PartnershipFile>().People)
        {
            var account = person.Accounts[0];
            await Chats.SeenAsync(
                new(
                    account.TenantId,
                    account.ObjectId,
                    $"a:{person.Id}",
                    "https://smba.trafficmanager.net/uk/",
                    "28:bot",
                    $"29:{person.Id}"
                ),
                CancellationToken.None
            );
        }

        await Rows.CommitAsync(
            [
                new RowWrite.Put(
                    "chat|the-referrer|t|o",
                    new Chat("t", "o", "a:the-referrer", "https://smba.trafficmanager.net/uk/", "28:bot", "29:r").Fields()
                ),
            ],
            CancellationToken.None
        );
    }

    internal async Task<CaseFile> FileAsync() => (await StoredCase.LoadAsync(Rows, CaseStory.Id, CancellationToken.None)).File;

    /// <summary>Everything stored, for comparing the end of one run with another: key → fields.</summary>
    internal async Task<ImmutableSortedDictionary<string, string>> EverythingAsync()
    {
        var all = await Rows.ReadRangeAsync("!", "~", CancellationToken.None);
        return all.ToImmutableSortedDictionary(
            row => row.Key,
            row =>
                string.Join(
                    ";",
                    row.Fields.Where(field => field.Key is not ("Timestamp" or "find" or "reference"))
                        .OrderBy(field => field.Key, StringComparer.Ordinal)
                        .Select(field => $"{field.Key}={field.Value}")
                ),
            StringComparer.Ordinal
        );
    }

    public void Dispose() => _services.Dispose();
}
