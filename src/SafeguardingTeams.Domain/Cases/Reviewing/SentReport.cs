using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>Report and letter, sent to the national Panel's mailbox (B21).</summary>
/// <param name="Content">The fingerprint of what the report shows; empty where it was sent before that was recorded.</param>
public sealed record SentReport(DateTimeOffset At, string Content = "");

/// <summary>A correction of the report that waits for the leads, or to be sent (PD16).</summary>
/// <param name="Reason">Why it is corrected.</param>
/// <param name="At">When it was asked for.</param>
public sealed record PendingCorrection(string Reason, DateTimeOffset At);

/// <summary>The recommendation the meeting agreed (B17 to B19).</summary>
/// <param name="Outcome">a to j.</param>
/// <param name="Beside">What is to be considered beside it (d), stated; empty for nothing.</param>
/// <param name="Unanimous">Whether everybody agreed.</param>
public sealed record AgreedRecommendation(string Outcome, string Beside, bool Unanimous, DateTimeOffset At)
{
    /// <summary>The papers the meeting had: what comes after it is none of the report's.</summary>
    public ImmutableList<PackPaper> Papers { get; init; } = [];
}
