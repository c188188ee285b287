namespace SafeguardingTeams.Domain.Figures;

/// <summary>A number of a report, as it was counted.</summary>
/// <param name="Table">The table it stands in.</param>
/// <param name="Row">The code of its row.</param>
/// <param name="Column">The code of its column; empty where a table has one.</param>
/// <param name="Count">How many; null where it is hidden because it is small (E25).</param>
/// <param name="Of">Of how many, where a share is told: "2 of 3", never a percentage (E25); null else.</param>
public sealed record Figure(string Table, string Row, string Column, int? Count, int? Of = null);
