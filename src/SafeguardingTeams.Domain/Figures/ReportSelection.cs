using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Figures;

/// <summary>Which tables each report tells of (E7), by their ids.</summary>
public static class ReportSelection
{
    /// <summary>For the Executive Partnership: what happened, whether in time, and what was done about it.</summary>
    public static ImmutableHashSet<string> Executive { get; } =
    ["incidents", "outcomes", "reviews", "reviews-time", "review-delays", "recommendations", "agreed-actions", "impact"];

    /// <summary>How learning is spread, watched and what it did.</summary>
    public static ImmutableHashSet<string> Monitoring { get; } =
    [
        "practice-learning",
        "learning-kinds",
        "learning-outcomes",
        "recommendations",
        "agreed-actions",
        "agencies",
        "impact",
        "meetings",
        "learning-events",
        "briefings",
    ];

    /// <summary>What may be audited, and whether what was agreed was done.</summary>
    public static ImmutableHashSet<string> AuditGroup { get; } =
    ["learning-outcomes", "reviews", "recommendations", "agreed-actions", "agencies", "impact"];
}
