using SafeguardingTeams.Microsoft365.Tables;

namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>What is examined: a host with its settings, and storage as it was found once, so that silence is waited for once.</summary>
internal sealed record Patient(IServiceProvider Services, TableState Table)
{
    /// <summary>Whether storage can be asked at all.</summary>
    internal bool HasStorage => Table.Reach == TableReach.Ready;

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();
}
