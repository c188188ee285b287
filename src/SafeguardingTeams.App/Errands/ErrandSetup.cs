using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Errands;

/// <summary>Adds what works in Outlook and SharePoint. Where a host has neither, every errand ends where operations see that it is theirs to do.</summary>
internal static class ErrandSetup
{
    internal static void AddErrands(this IServiceCollection services)
    {
        services.AddOnDemand<CaseMails>();
        services.AddOnDemand<CaseInvitation>();
        services.AddOnDemand<CaseFolders>();
        services.AddOnDemand<FolderAccessBook>();
        services.AddOnDemand<FolderMails>();
        services.AddOnDemand<MailErrands>();
        services.AddOnDemand<MeetingErrands>();
        services.AddOnDemand<FolderErrands>();
        services.AddOnDemand<DocumentErrands>();
        services.AddOnDemand<PackErrands>();
        services.AddOnDemand<BusyWatch>();
        services.AddOnDemand<WatchSweep>();
        services.AddSingleton<WhenBusy>();
        services.AddSingleton<IWatchSweep>(provider => provider.IsSetUp() ? provider.GetRequiredService<WatchSweep>() : new NothingToWatch());
        services.AddSingleton<StuckErrands>();
        services.AddSingleton(provider => new InsteadByMail(
            provider.GetRequiredService<IPeople>(), provider.GetRequiredService<LondonClock>(), provider.GetRequiredService<Claims>(), provider.GetRequiredService<OutboxBell>(), provider.IsSetUp()));
        services.AddSingleton(provider => new ErrandRunner(
            provider.GetRequiredService<IRows>(), provider.GetRequiredService<LondonClock>(), provider.IsSetUp() ? Every(provider) : [], provider.GetRequiredService<CommandRunner>(), provider.GetRequiredService<ILogger<ErrandRunner>>()));
    }

    /// <summary>Whether this host reaches Outlook and SharePoint.</summary>
    internal static bool IsSetUp(this IServiceProvider provider) => provider.GetService<IMailbox>() is not null;

    /// <summary>Adds something that is made only when it is asked for: its parts may not be there.</summary>
    internal static void AddOnDemand<T>(this IServiceCollection services)
        where T : class => services.AddSingleton(provider => ActivatorUtilities.CreateInstance<T>(provider));

    private static IEnumerable<IErrands> Every(IServiceProvider provider) =>
    [
        provider.GetRequiredService<MailErrands>(), provider.GetRequiredService<MeetingErrands>(), provider.GetRequiredService<FolderErrands>(),
        provider.GetRequiredService<DocumentErrands>(), provider.GetRequiredService<PackErrands>(),
    ];
}
