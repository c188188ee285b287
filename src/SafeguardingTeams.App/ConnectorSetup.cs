using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Connector;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App;

/// <summary>Adds what flows of Power Automate do and read.</summary>
internal static class ConnectorSetup
{
    internal static void AddConnector(this IServiceCollection services) =>
        services
            .AddSingleton<Callers>()
            .AddSingleton<CodedLists>()
            .AddSingleton<CodedRecords>()
            .AddSingleton(provider => new CodedThemes(
                provider.GetRequiredService<IRows>(),
                provider.GetRequiredService<CurrentRules>(),
                provider.GetRequiredService<ThemedRecords>()
            ))
            .AddSingleton<FlowReferrals>()
            .AddSingleton<FlowSteps>()
            .AddSingleton<FlowQuestions>()
            .AddSingleton<FlowDocuments>();
}
