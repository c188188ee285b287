using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>The system itself, for what it learns by doing effects. It stands in for operations and is named as what it is.</summary>
internal static class SystemActor
{
    internal static Actor Instance { get; } = new("system", "This system", "partnership", "Partnership", "system/system", [Role.Operations]);
}
