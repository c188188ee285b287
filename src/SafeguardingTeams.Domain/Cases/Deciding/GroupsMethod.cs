namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>What the group recommends to the partners for a case before it (E12): the criteria, or which other method suits.</summary>
public enum GroupsMethod
{
    /// <summary>The criteria are not met.</summary>
    CriteriaNotMet,

    /// <summary>The criteria may be met after all: the three leads decide again.</summary>
    CriteriaMayBeMet,

    /// <summary>A learning review.</summary>
    LearningReview,

    /// <summary>A review by one agency.</summary>
    SingleAgencyReview,

    /// <summary>An audit by one agency.</summary>
    SingleAgencyAudit,

    /// <summary>An audit by several agencies.</summary>
    MultiAgencyAudit,
}
