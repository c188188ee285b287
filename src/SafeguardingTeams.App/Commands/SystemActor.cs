using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Commands;

/// <summary>The system itself, for reminders and for what it learns by doing effects.</summary>
public static class SystemActor
{
    /// <summary>The system as an actor.</summary>
    public static Actor Instance { get; } = new("system", "This system", "partnership", "Partnership", "system/system", [Role.ThisSystem]);
}
