namespace SafeguardingTeams.Domain.Steps.Report;

/// <summary>Report and letter, sent to the national Panel's mailbox (B21).</summary>
/// <param name="At">When.</param>
public sealed record SentReport(DateTimeOffset At);

/// <summary>The recommendation the meeting agreed (B17 to B19).</summary>
/// <param name="Outcome">a to j.</param>
/// <param name="Beside">What is to be considered beside it (d), stated; empty for nothing.</param>
/// <param name="Unanimous">Whether everybody agreed.</param>
/// <param name="At">When.</param>
public sealed record AgreedRecommendation(string Outcome, string Beside, bool Unanimous, DateTimeOffset At);
