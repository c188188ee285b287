namespace SafeguardingTeams.Domain.Reviews;

/// <summary>The kinds of review and audit that follow a case, a referral or a theme (C2, C3).</summary>
public enum ReviewKind
{
    /// <summary>A local child safeguarding practice review: the three leads decide on it, and it is published (C2, C8).</summary>
    LocalReview,

    /// <summary>A learning review: decided, directed and reported as a local one (C2).</summary>
    LearningReview,

    /// <summary>A review by one agency of its own practice (C3).</summary>
    SingleAgencyReview,

    /// <summary>A review by several agencies, smaller than a learning review (C3).</summary>
    MultiAgencyReview,

    /// <summary>An audit by one agency (C3).</summary>
    SingleAgencyAudit,

    /// <summary>An audit by several agencies (C3).</summary>
    MultiAgencyAudit,

    /// <summary>A review of a theme that several cases or referrals carry (C3).</summary>
    ThematicReview,

    /// <summary>Something another body does, such as a domestic abuse related death review: it is followed to its end (C7).</summary>
    FollowedElsewhere,

    /// <summary>Something the national Panel or a national review published: it is considered here (C21).</summary>
    NationalLearning,
}

/// <summary>What holds for a kind of review.</summary>
public static class ReviewKinds
{
    /// <summary>Whether somebody else does it, or did: it is followed or considered here, and not done (C7, C21).</summary>
    public static bool IsFromOutside(this ReviewKind kind) => kind is ReviewKind.FollowedElsewhere or ReviewKind.NationalLearning;

    /// <summary>Whether the three leads decide on it, which starts the six months (C8); any other is the group's to begin (C3).</summary>
    public static bool IsDecidedByLeads(this ReviewKind kind) => kind is ReviewKind.LocalReview or ReviewKind.LearningReview;
}

/// <summary>
/// What the leads take into account when they decide on a local review, and what they have regard to (C8): SI 2018/789, regulation 11.
/// </summary>
public enum ReviewCriterion
{
    /// <summary>Improvements needed may be highlighted.</summary>
    Improvements,

    /// <summary>Themes come again that were there in other cases.</summary>
    RecurrentThemes,

    /// <summary>How two or more organisations work together is of concern.</summary>
    WorkingTogether,

    /// <summary>The national Panel thinks that a local review is more appropriate.</summary>
    PanelThinksSo,

    /// <summary>There is concern about one agency.</summary>
    SingleAgency,

    /// <summary>No agency was involved, and that matters.</summary>
    NoAgencyInvolved,

    /// <summary>It crosses the borders of areas.</summary>
    CrossBorder,

    /// <summary>It happened in an institution.</summary>
    Institution,
}
