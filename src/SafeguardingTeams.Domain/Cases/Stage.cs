namespace SafeguardingTeams.Domain.Cases;

/// <summary>Where a case stands in the process.</summary>
public enum Stage
{
    /// <summary>Nothing has been submitted under this reference.</summary>
    NotStarted,

    /// <summary>With the MASH, which decides the threshold (A3).</summary>
    AwaitingThreshold,

    /// <summary>The threshold is met; operations and the Chair have it, the Chair recommends (A7 to A9).</summary>
    AwaitingRecommendation,

    /// <summary>Below the threshold: the referrer is told, the answers are kept for practice learning (A4).</summary>
    BelowThreshold,

    /// <summary>Withdrawn by the referrer before triage.</summary>
    Withdrawn,

    /// <summary>The referral was joined to another about the same incident; its own record goes on there (decision 15).</summary>
    Joined,
}
