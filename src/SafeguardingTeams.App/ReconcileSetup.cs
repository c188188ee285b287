using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App;

/// <summary>
/// Adds what works in Outlook and SharePoint. Where a host has neither, every reconcile job ends where operations see that it is theirs to
/// do.
/// </summary>
internal static class ReconcileSetup
{
    internal static void AddReconciling(this IServiceCollection services)
    {
        services.AddOnDemand<KeptDocuments>();
        services.AddOnDemand<PanelPapers>();
        services.AddOnDemand<MeetingPapersKept>();
        services.AddOnDemand<ReviewLettersKept>();
        services.AddOnDemand<OutsideMails>();
        services.AddOnDemand<BriefingsKept>();
        services.AddOnDemand<GroupReportsKept>();
        services.AddOnDemand<PapersReconciler>();
        services.AddOnDemand<CaseMails>();
        services.AddOnDemand<PageMails>();
        services.AddOnDemand<ActionMails>();
        services.AddOnDemand<CaseInvitation>();
        services.AddOnDemand<GroupInvitation>();
        services.AddOnDemand<Invitations>();
        services.AddOnDemand<CaseFolders>();
        services.AddOnDemand<FolderAccessBook>();
        services.AddOnDemand<FolderAlarm>();
        services.AddOnDemand<MeetingLink>();
        services.AddOnDemand<FolderMails>();
        services.AddOnDemand<MailReconciler>();
        services.AddOnDemand<MeetingReconciler>();
        services.AddOnDemand<FolderReconciler>();
        services.AddOnDemand<DocumentReconciler>();
        services.AddOnDemand<PackReconciler>();
        services.AddOnDemand<GuestReconciler>();
        services.AddSingleton(provider => new DisposedFolders(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<LondonClock>(),
            provider.GetService<IFolders>(),
            provider.GetService<IMailbox>()
        ));
        services.AddOnDemand<DisposedMessages>();
        services.AddOnDemand<DisposedRows>();
        services.AddOnDemand<DisposalCertificates>();
        services.AddOnDemand<DisposalReconciler>();
        services.AddOnDemand<BusyWatch>();
        services.AddOnDemand<WatchOrder>();
        services.AddOnDemand<GroupMeetingsWatch>();
        services.AddOnDemand<WatchSweep>();
        services.AddSingleton<WhenBusy>();
        services.AddSingleton<IWatchSweep>(provider =>
            provider.IsSetUp() ? provider.GetRequiredService<WatchSweep>() : new NothingToWatch(provider.GetRequiredService<Heartbeat>())
        );
        services.AddSingleton<DeadLetteredJobs>();
        services.AddSingleton<UnreachedAlarm>();
        services.AddSingleton(provider => new InsteadByMail(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<IPeople>(),
            provider.GetRequiredService<LondonClock>(),
            provider.GetRequiredService<Claims>(),
            provider.GetRequiredService<OutboxSignal>(),
            provider.IsSetUp()
        ));
        services.AddSingleton(provider => new ReconcileRunner(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<WorkQueues>(),
            [
                provider.GetRequiredService<PapersReconciler>(),
                .. provider.GetService<IAuditFiles>() is null
                    ? Array.Empty<IReconciler>()
                    : [provider.GetRequiredService<DisposalReconciler>()],
                .. provider.IsSetUp() ? Every(provider) : [],
            ],
            provider.GetRequiredService<CommandRunner>(),
            provider.GetRequiredService<ILogger<ReconcileRunner>>()
        ));
    }

    /// <summary>Whether this host reaches Outlook and SharePoint.</summary>
    internal static bool IsSetUp(this IServiceProvider provider) => provider.GetService<IMailbox>() is not null;

    /// <summary>Adds something that is made only when it is asked for: its parts may not be there.</summary>
    internal static void AddOnDemand<T>(this IServiceCollection services)
        where T : class => services.AddSingleton(provider => ActivatorUtilities.CreateInstance<T>(provider));

    private static IEnumerable<IReconciler> Every(IServiceProvider provider) =>
        [
            provider.GetRequiredService<MailReconciler>(),
            provider.GetRequiredService<MeetingReconciler>(),
            provider.GetRequiredService<FolderReconciler>(),
            provider.GetRequiredService<DocumentReconciler>(),
            provider.GetRequiredService<PackReconciler>(),
            provider.GetRequiredService<GuestReconciler>(),
        ];
}
