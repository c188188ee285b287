using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>One round of the leads' decisions: the first after the recommendation, another after mediation.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Decisions">One for each partner who has decided; a changed one stands in place of the earlier.</param>
/// <param name="Mediated">Whether it follows mediation: if it ends split, "not agreed" is recorded (PD8).</param>
public sealed record DecisionRound(int Number, ImmutableList<PartnersDecision> Decisions, bool Mediated)
{
    /// <summary>The round after this one.</summary>
    internal static DecisionRound After(DecisionRound? before, bool mediated = false) => new((before?.Number ?? 0) + 1, [], mediated);

    /// <summary>What a partner has decided, or null.</summary>
    public PartnersDecision? Of(Role lead) => Decisions.Find(decision => decision.Lead == lead);

    /// <summary>The partners who have not decided.</summary>
    public IEnumerable<Role> Missing => Partners.Leads.Where(lead => Of(lead) is null);

    /// <summary>Whether two partners differ, whatever the third says: mediation is offered from that moment (A11).</summary>
    public bool Differ => Decisions.Select(decision => decision.Agrees).Distinct().Count() > 1;

    /// <summary>Whether the Scrutineer can be asked to mediate: they differ, and have not been mediated between already (A11).</summary>
    public bool CanBeMediated => Differ && !Mediated;

    /// <summary>With a decision, in place of an earlier one of the same partner.</summary>
    internal DecisionRound With(PartnersDecision decision) =>
        this with
        {
            Decisions = Decisions.RemoveAll(other => other.Lead == decision.Lead).Add(decision),
        };

    /// <summary>What the partners have decided together: null while the round is open.</summary>
    /// <param name="recommended">What the Chair recommended.</param>
    internal PartnersView? View(bool recommended) =>
        Missing.Any() ? null
        : Differ
            ? Mediated ? PartnersView.NotAgreed
                : null
        : Decisions[0].Agrees == recommended ? PartnersView.Met
        : PartnersView.NotMet;
}

/// <summary>One partner's decision (A10).</summary>
/// <param name="Agrees">Whether they agree with the Chair's recommendation.</param>
/// <param name="Reason">Why; always there where they disagree.</param>
/// <param name="PersonId">Who decided, or for whom it was recorded.</param>
/// <param name="Telephone">How it came, where operations recorded it.</param>
public sealed record PartnersDecision(Role Lead, bool Agrees, string Reason, string PersonId, DateTimeOffset At, ByTelephone? Telephone);

/// <summary>A decision given by telephone (PD8).</summary>
/// <param name="GivenBy">Who gave it.</param>
/// <param name="TakenBy">Who took it.</param>
/// <param name="Verified">How it was made sure who was speaking.</param>
public sealed record ByTelephone(string GivenBy, string TakenBy, string Verified);

/// <summary>What the partners decided together; the authority's decision is another fact (PD4).</summary>
public enum PartnersView
{
    /// <summary>All three: the criteria are met.</summary>
    Met,

    /// <summary>All three: they are not met.</summary>
    NotMet,

    /// <summary>They could not agree, after mediation.</summary>
    NotAgreed,
}

/// <summary>Somebody who had part in the case and does not decide in it.</summary>
public sealed record StoodAside(Role Role, string PersonId);
