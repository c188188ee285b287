using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases.Deciding;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>What the group recommends to the partners, in words (E12), and whose recommendation the leads decide on.</summary>
internal static class GroupsWay
{
    internal static string Of(GroupsMethod method) =>
        method switch
        {
            GroupsMethod.CriteriaNotMet => "the criteria are not met",
            GroupsMethod.CriteriaMayBeMet => "the criteria may be met: the three leads decide again",
            GroupsMethod.LearningReview => "a learning review",
            GroupsMethod.SingleAgencyReview => "a review by one agency",
            GroupsMethod.SingleAgencyAudit => "an audit by one agency",
            GroupsMethod.MultiAgencyAudit => "an audit by several agencies",
        };

    internal static string InWords(ImmutableList<GroupsMethod> methods) => string.Join("; ", methods.Select(Of));

    /// <summary>Who recommends what the leads decide on.</summary>
    internal static string Recommends(ChairsRecommendation recommendation) =>
        recommendation.ByTheGroup ? "The group recommends" : "The Chair recommends";

    /// <summary>What is recommended to the leads, without the reason.</summary>
    internal static string Criteria(ChairsRecommendation recommendation) =>
        recommendation.ByTheGroup ? "criteria may be met"
        : recommendation.Met ? "criteria met"
        : "criteria not met";
}
