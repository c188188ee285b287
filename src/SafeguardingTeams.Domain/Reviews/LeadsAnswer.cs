using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>
/// A lead's answer to what all three accept, or one sends back: the final report (C14), the terms of reference (C10).
/// </summary>
/// <param name="Lead">For which partner.</param>
/// <param name="IsLast">Whether the other two have accepted it.</param>
/// <param name="HasAnswered">Whether this partner has accepted it already.</param>
internal readonly record struct LeadsAnswer(Role Lead, bool IsLast, bool HasAnswered)
{
    /// <summary>The answer for a partner. What operations recorded is not the lead's own word: they may say otherwise (PD8).</summary>
    /// <param name="views">What was said so far.</param>
    internal static LeadsAnswer Of(ImmutableList<LeadsView> views, Role lead) =>
        new(
            lead,
            LeadsViews.Missing(views).All(missing => missing == lead),
            views.Exists(view => view is { Call: null } && view.Lead == lead)
        );

    /// <summary>What is wrong with it.</summary>
    /// <param name="needed">What is said where a reason is missing.</param>
    /// <param name="already">What is said where it is accepted already.</param>
    internal ImmutableList<Refusal?> Refusals(bool accepts, string reason, string needed, string already) =>
        [
            accepts ? Said.TooLong(reason, "reason") : Said.Needed(reason, "reason", needed),
            HasAnswered ? new("nothing-changed", already) : null,
        ];

    /// <summary>What happens: the answer, and what it brings about where it is the last, or sends it back.</summary>
    internal ReviewEvent[] Happened(bool accepts, ReviewEvent said, Func<IEnumerable<ReviewEvent>> accepted, Func<ReviewEvent> returned) =>
        !accepts ? [said, returned()]
        : IsLast ? [said, .. accepted()]
        : [said];
}

/// <summary>Who gave a lead's answer by telephone (PD8).</summary>
/// <param name="GivenBy">Who gave it.</param>
/// <param name="On">When.</param>
/// <param name="Verified">How operations made sure who was speaking.</param>
public sealed record LeadsCall(string GivenBy, DateOnly On, string Verified);

/// <summary>What is said for a partner.</summary>
/// <param name="Call">By telephone, where operations record it; null for the lead's own word.</param>
internal sealed record LeadSaying(Role Lead, bool Agrees, string Reason, LeadsCall? Call);

/// <summary>What the leads are asked of a review.</summary>
public enum LeadsQuestion
{
    /// <summary>Whether there is to be one (C8).</summary>
    Review,

    /// <summary>To approve its terms of reference (C10).</summary>
    Terms,

    /// <summary>To accept its final report (C14).</summary>
    Report,
}

/// <summary>What the leads have said, one for each partner.</summary>
internal static class LeadsViews
{
    /// <summary>The partners whose lead has not said what they think.</summary>
    internal static IEnumerable<Role> Missing(ImmutableList<LeadsView> views) =>
        Partners.Leads.Where(lead => !views.Exists(view => view.Lead == lead));

    /// <summary>With what one said last.</summary>
    internal static ImmutableList<LeadsView> With(this ImmutableList<LeadsView> views, LeadsView said) =>
        views.RemoveAll(view => view.Lead == said.Lead).Add(said);
}
