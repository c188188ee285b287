using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.ReferrerTold;

namespace SafeguardingTeams.Domain.Steps.PartnerDecision;

/// <summary>
/// A lead agrees or disagrees with the Chair's recommendation (A10): one decision per partner, which may be changed until
/// the round closes; nobody decides for two (decision 8).
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Round">The round the card was drawn in.</param>
/// <param name="Agrees">Whether they agree.</param>
/// <param name="Reason">Why; needed where they disagree, or put a decision in place of somebody else's.</param>
/// <param name="Seen">The version of the case the card was drawn from: a decision its reader did not see is not replaced.</param>
public sealed record DecideAsPartner(CaseId CaseId, int Round, bool Agrees, string Reason, int Seen = int.MaxValue) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.DecideAsPartner;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        if (files.This.Round is not { } round)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var roles = context.Actor.RolesFor(files.This);
        var decided = round.Decisions.Find(decision => decision.PersonId == context.Actor.PersonId && decision.Telephone is null);
        var lead = decided?.Lead ?? Partners.Leads.First(roles.Contains);
        return PartnerDecisions.Refuse(files.This, Round, lead, Agrees, Reason, context.Actor.PersonId, Seen) is { } refusal
            ? Decision.Refuse(refusal) : PartnerDecisions.Accept(files.This, new(lead, Agrees, Reason.Trim(), context.Actor.PersonId, context.At, null), context);
    }
}

/// <summary>Operations record a decision a lead gave by telephone, with who took it and how it was verified (decision 8).</summary>
public sealed record RecordDecisionByTelephone(CaseId CaseId, int Round, Role Lead, bool Agrees, string Reason, string GivenBy, string Verified, int Seen = int.MaxValue) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordDecisionByTelephone;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        ImmutableList<Refusal?> refusals =
        [
            .. ByTelephoneRules.Refuse(Lead, GivenBy, Verified),
            PartnerDecisions.Refuse(files.This, Round, Lead, Agrees, Reason, context.Actor.PersonId, Seen),
        ];
        return refusals.Any(refusal => refusal is not null) ? new Decision.Refused([.. refusals.OfType<Refusal>()])
            : PartnerDecisions.Accept(files.This, new(
                Lead, Agrees, Reason.Trim(), context.Actor.PersonId, context.At, new(GivenBy.Trim(), context.Actor.Display, Verified.Trim())), context);
    }
}

/// <summary>A partner has decided, or changed the decision.</summary>
public sealed record PartnerDecided(int Round, PartnersDecision PartnersDecision, Deadline? ReferrerTold) : CaseEvent
{
    internal override bool TellsTheReferrer => ReferrerTold is not null;

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var round = file.Round!.With(PartnersDecision);
        var view = round.View(file.Recommendation!.Met);
        var decided = file with { Round = round, PartnersView = view, MediationOffered = file.MediationOffered || round.Differ };
        if (view is null)
        {
            return decided;
        }

        decided = decided.Stop(Timescales.LeadsDecision.Id, recorded.At);
        decided = view == PartnerDecision.PartnersView.NotMet && file.AuthorityDecision is null && !file.MayNeedNotifyingAnyway ? decided.Stop(Timescales.AuthorityNotification.Id, recorded.At) : decided;
        return (ReferrerTold is null ? decided : decided.Start([ReferrerTold]) with { ReferrerTold = null }).Settled();
    }
}

/// <summary>The rules both ways of deciding share.</summary>
internal static class PartnerDecisions
{
    internal static Refusal? Refuse(CaseFile file, int round, Role lead, bool agrees, string reason, string personId, int seen) =>
        file.PartnersView is not null || file.Mediation is not null || file.Round?.Number != round || Decided(file, lead) > seen ? Refusal.Overtaken
        : file.Round!.Of(lead) is { } before && before.Agrees == agrees && before.Reason == reason.Trim() ? new("nothing-changed", "This is the decision already recorded.")
        : file.Round.Of(lead) is { } others && others.PersonId != personId && string.IsNullOrWhiteSpace(reason)
            ? Reasons.Needed("Somebody else has recorded this partner's decision. Say why it is changed. The earlier one stays on the record.")
        : !agrees && string.IsNullOrWhiteSpace(reason) ? Reasons.Needed("Say why you disagree. The other leads, the Chair and the Scrutineer read it.")
        : Reasons.TooLong(reason);

    internal static Decision Accept(CaseFile file, PartnersDecision decision, DecisionContext context)
    {
        var decided = new PartnerDecided(file.Round!.Number, decision, null);
        return Decision.Accept(file.Id, decided with { ReferrerTold = ReferrersOutcome.Owed(file, decided, context) });
    }

    /// <summary>The version of the case at which a partner's decision in the open round was recorded last; 0 where it was not.</summary>
    private static int Decided(CaseFile file, Role lead) => file.History.LastOrDefault(recorded =>
        recorded.Event is PartnerDecided decided && decided.Round == file.Round!.Number && decided.PartnersDecision.Lead == lead)?.Sequence ?? 0;
}
