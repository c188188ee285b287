using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Errands;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Papers;

/// <summary>Adds the documents of a case and what is put into its folders.</summary>
internal static class PapersSetup
{
    internal static void AddPapers(this IServiceCollection services)
    {
        services.AddSingleton<Visits>();
        services.AddSingleton<CasePapers>();
        services.AddSingleton<WordReturns>();
        services.AddSingleton(provider => new CaseUploads(
            provider.GetRequiredService<IRows>(), provider.GetRequiredService<Visits>(), provider.GetRequiredService<CommandRunner>(),
            provider.IsSetUp() ? provider.GetRequiredService<CaseFolders>() : null));
    }
}
