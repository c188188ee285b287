namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Somebody looked at how a review goes and how good it is (C11).</summary>
/// <param name="On">The day.</param>
/// <param name="State">Whether it will be done in time.</param>
/// <param name="Quality">What is seen of its quality: lines of enquiry, analysis of why, voices, equality.</param>
/// <param name="IsConcern">Whether there is a concern about that.</param>
/// <param name="Asked">What was asked of whom, in writing; may be empty.</param>
/// <param name="By">Who looked, as others saw them.</param>
public sealed record ReviewLook(DateOnly On, LookState State, string Quality, bool IsConcern, string Asked, string By);

/// <summary>Whether a review will be done in time.</summary>
public enum LookState
{
    OnPlan,

    /// <summary>It may come late.</summary>
    AtRisk,

    /// <summary>It will come late: the day it is expected is to be changed (C17).</summary>
    Late,
}

/// <summary>The day a review is expected to be done (C17).</summary>
/// <param name="Until">The day.</param>
/// <param name="Reason">Why it is another than before.</param>
/// <param name="Text">What there is to say of it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">By whom, as others saw them.</param>
public sealed record ReviewForecast(DateOnly Until, DelayReason Reason, string Text, DateTimeOffset At, string By);

/// <summary>Why a review is expected on another day (C17).</summary>
public enum DelayReason
{
    CriminalProceedings,
    Inquest,
    FamilyCourt,

    /// <summary>Another review, such as a domestic abuse related death review.</summary>
    AnotherReview,

    Reviewer,

    /// <summary>An agency has not returned what was asked of it.</summary>
    AgencysReturn,

    Family,
    Capacity,

    /// <summary>It goes faster, or what delayed it is over.</summary>
    Sooner,

    Other,
}
