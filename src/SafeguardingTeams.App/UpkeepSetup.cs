using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Upkeeping;

namespace SafeguardingTeams.App;

/// <summary>Adds what looks after the data as a whole: audit, copies, what is given out, the version of the table.</summary>
internal static class UpkeepSetup
{
    internal static void AddUpkeeping(this IServiceCollection services)
    {
        services.TryAddSingleton(ProgramVersion.This);
        services.AddSingleton<StorageVersion>();
        services.AddSingleton<Upkeep>();
        services.AddSingleton<UnreadableRecords>();
        services.AddSingleton<Hosts>();
        services.AddSingleton<AuditExport>();
        services.AddSingleton<AuditCheck>();
        services.AddSingleton<Backups>();
        services.AddSingleton<RetentionRules>();
        services.AddSingleton<RetentionSweep>();
        services.AddSingleton<RecordsToGo>();
        services.AddSingleton<DisposedBefore>();
        services.AddSingleton<ExportSweep>();
        services.AddSingleton<RecordBundles>();
        services.AddSingleton<PersonSearch>();
    }
}
