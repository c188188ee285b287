namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>What the national Panel answered (B25, RO12).</summary>
/// <param name="Concurs">Whether it concurs with the recommendation.</param>
/// <param name="Text">Its answer.</param>
/// <param name="ReceivedOn">The day it came.</param>
/// <param name="At">When it was recorded.</param>
public sealed record PanelsAnswer(bool Concurs, string Text, DateOnly ReceivedOn, DateTimeOffset At);
