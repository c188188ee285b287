using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>A link to what shows what was done of an action, or what it has changed (C5, C19).</summary>
/// <param name="Number">Which of the action's, from 1.</param>
/// <param name="Address">Where it can be read: a whole address that begins with https://.</param>
/// <param name="What">What it shows.</param>
public sealed record EvidenceLink(int Number, string Address, string What, DateTimeOffset At)
{
    /// <summary>Whether it was taken out: it is shown to nobody any more, and the record keeps it (F1).</summary>
    public bool IsTakenOut { get; init; }

    /// <summary>Those that can be opened.</summary>
    public static ImmutableList<EvidenceLink> There(ActionFile file) => file.Links.FindAll(one => !one.IsTakenOut);
}
