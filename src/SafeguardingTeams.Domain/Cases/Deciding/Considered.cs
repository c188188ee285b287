namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>That the Learning from Practice Group has considered a case (A14).</summary>
/// <param name="On">The day of its meeting.</param>
/// <param name="Decided">What it decided.</param>
public sealed record Considered(DateOnly On, string Decided);
