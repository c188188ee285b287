using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Recommendation;

/// <summary>
/// The Chair records whether the criteria are met, with reasons, and the three leads are asked (A9). Until the leads'
/// round has closed it can be corrected, with reasons: a new round begins then (PD16).
/// </summary>
/// <param name="Met">Whether the criteria are met.</param>
/// <param name="SpecialMeeting">Where they are not: whether the Chair recommends a special meeting of the group (A14).</param>
/// <param name="Again">Whether something was recorded already when the card was drawn: a stale card puts nothing right that its
/// reader did not see.</param>
public sealed record Recommend(CaseId CaseId, bool Met, string Reason, bool SpecialMeeting, bool Again = false) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.Recommend;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Again != files.This.Recommendation is not null ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason)
            ? Decision.Refuse(Reasons.Needed("Give your reasons. The three leads read them before they decide."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : files.This.Recommendation is { } before
        && before.Met == Met
        && before.Reason == Reason.Trim()
        && before.SpecialMeeting == (SpecialMeeting && !Met)
            ? Decision.Refuse(new("nothing-changed", "This is the recommendation already recorded."))
        : Decision.Accept(
            CaseId,
            new RecommendationMade(
                Met,
                Reason.Trim(),
                SpecialMeeting && !Met,
                context.Pin(files.This, Timescales.LeadsDecision, context.Today)
            )
        );
}

/// <summary>The Chair has recommended; the leads are told and asked.</summary>
public sealed record RecommendationMade(bool Met, string Reason, bool SpecialMeeting, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RecommendationMade.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var stopped = file.Stop(Timescales.Recommendation.Id, recorded.At)
            .Stop(Timescales.InformLeads.Id, recorded.At)
            .Stop(Timescales.AlertRead.Id, recorded.At)
            .Stop(Timescales.Mediation.Id, recorded.At)
            .Start([Deadline]);
        return (
            stopped with
            {
                Recommendation = new(Met, Reason, SpecialMeeting, recorded.At),
                LeadsInformedAt = file.LeadsInformedAt ?? recorded.At,
                AlertReadAt = file.AlertReadAt ?? recorded.At,
                Round = DecisionRound.After(file.Round),
                Mediation = null,
            }
        )
            .Settled()
            .WithPartnersClocksAtRest(recorded.At);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. ReferralCards.Received(after),
            .. RoundCards.OnCriteria(after),
            .. after.Round!.Number > 1
                ? Tell.Again([.. RoundCards.OnCriteria(after, after.Round.Number - 1), RoundCards.Mediation(after, after.Round.Number - 1)])
                : [],
        ];
}
