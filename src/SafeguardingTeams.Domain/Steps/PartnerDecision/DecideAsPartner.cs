using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ReferrerTold;

namespace SafeguardingTeams.Domain.Steps.PartnerDecision;

/// <summary>
/// A lead agrees or disagrees with the Chair's recommendation (A10): one decision per partner, which may be changed until
/// the round closes; nobody decides for two (PD8).
/// </summary>
/// <param name="Round">The round the card was drawn in.</param>
/// <param name="Agrees">Whether they agree.</param>
/// <param name="Reason">Why; needed where they disagree, or put a decision in place of somebody else's.</param>
/// <param name="Seen">The version of the case the card was drawn from: a decision its reader did not see is not replaced.</param>
public sealed record DecideAsPartner(CaseId CaseId, int Round, bool Agrees, string Reason, int Seen = int.MaxValue) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.DecideAsPartner;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        PartnerDecisions.OnCriteria.OnCard(files.This, new(Round, Agrees, Reason, Seen), context);
}

/// <summary>Operations record a decision a lead gave by telephone, with who took it and how it was verified (PD8).</summary>
public sealed record RecordDecisionByTelephone(
    CaseId CaseId,
    int Round,
    Role Lead,
    bool Agrees,
    string Reason,
    string GivenBy,
    string Verified,
    int Seen = int.MaxValue
) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordDecisionByTelephone;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        PartnerDecisions.OnCriteria.ByTelephone(files.This, Lead, new(Round, Agrees, Reason, Seen), GivenBy, Verified, context);
}

/// <summary>A partner has decided, or changed the decision.</summary>
public sealed record PartnerDecided(int Round, PartnersDecision PartnersDecision, Deadline? ReferrerTold) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PartnerDecided.v1";

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
        decided =
            view == Cases.Deciding.PartnersView.NotMet && file.AuthorityDecision is null && !file.MayNeedNotifyingAnyway
                ? decided.Stop(Timescales.AuthorityNotification.Id, recorded.At)
                : decided;
        return (ReferrerTold is null ? decided : decided.Start([ReferrerTold]) with { ReferrerTold = null }).Settled();
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        after.PartnersView is null
            ? [.. RoundCards.OnCriteria(after), .. RoundCards.MediationOffered(after)]
            :
            [
                .. RoundCards.OnCriteria(after),
                .. Tell.Again([RoundCards.Mediation(after, after.Round!.Number)]),
                .. DecidedCards.Of(after),
                .. PartnersAreDone(after),
                .. ReferralCards.Outcome(after, ReferrerTold),
            ];

    /// <summary>The partners' view is news to operations and to the authority, whatever the authority has done meanwhile (A12).</summary>
    private static IEnumerable<Effect> PartnersAreDone(CaseFile after) =>
        [
            Tell.To(after, CardKind.NotifierTask, Role.AuthorityNotifier, Topic.Decided),
            .. after.Stage == Stage.AwaitingGroupMeeting ? [] : new[] { Tell.To(after, CardKind.Alert, Role.Operations, Topic.View) },
        ];
}

/// <summary>The leads' decisions on the criteria.</summary>
internal static class PartnerDecisions
{
    internal static LeadsRounds OnCriteria { get; } =
        new(
            file => file.RoundIsOpen ? file.Round : null,
            happened => happened is PartnerDecided decided ? (decided.Round, decided.PartnersDecision) : null,
            "Say why you disagree. The other leads, the Chair and the Scrutineer read it.",
            Accept
        );

    private static Decision Accept(CaseFile file, PartnersDecision decision, DecisionContext context)
    {
        var decided = new PartnerDecided(file.Round!.Number, decision, null);
        return Decision.Accept(file.Id, decided with { ReferrerTold = ReferrersOutcome.Owed(file, decided, context) });
    }
}
