using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.PartnerDecision;

namespace SafeguardingTeams.Domain.Steps.Recommendation;

/// <summary>
/// The Chair records whether the criteria are met, with reasons, and the three leads are asked (A9). Until the leads'
/// round has closed it can be put right, with reasons: a new round begins then (decision 16).
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Met">Whether the criteria are met.</param>
/// <param name="Reason">Why.</param>
/// <param name="SpecialMeeting">Where they are not: whether the Chair recommends a special meeting of the group (A14).</param>
/// <param name="Again">Whether something was recorded already when the card was drawn: a stale card puts nothing right that its reader did not see.</param>
public sealed record Recommend(CaseId CaseId, bool Met, string Reason, bool SpecialMeeting, bool Again = false) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.Recommend;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.PartnersView is not null || Again != files.This.Recommendation is not null ? Decision.Refuse(Refusal.Overtaken)
        : Corrections.Refuse(files.This, context, Again, Role.Chair) is { } notYours ? Decision.Refuse(notYours)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Give your reasons. The three leads read them before they decide."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : files.This.Recommendation is { } before && before.Met == Met && before.Reason == Reason.Trim() && before.SpecialMeeting == (SpecialMeeting && !Met)
            ? Decision.Refuse(new("nothing-changed", "This is the recommendation already recorded."))
        : Decision.Accept(CaseId, new RecommendationMade(
            Met, Reason.Trim(), SpecialMeeting && !Met, context.Pin(files.This, Timescales.LeadsDecision, context.Today)));
}

/// <summary>The Chair has recommended; the leads are told and asked.</summary>
public sealed record RecommendationMade(bool Met, string Reason, bool SpecialMeeting, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var stopped = file.Stop(Timescales.Recommendation.Id, recorded.At).Stop(Timescales.InformLeads.Id, recorded.At)
            .Stop(Timescales.AlertRead.Id, recorded.At).Stop(Timescales.Mediation.Id, recorded.At).Start([Deadline]);
        return (stopped with
        {
            Recommendation = new(Met, Reason, SpecialMeeting, recorded.At),
            LeadsInformedAt = file.LeadsInformedAt ?? recorded.At,
            AlertReadAt = file.AlertReadAt ?? recorded.At,
            Round = DecisionRound.After(file.Round),
            Mediation = null,
        }).Settled();
    }
}

/// <summary>What the Chair recommends.</summary>
public sealed record ChairsRecommendation(bool Met, string Reason, bool SpecialMeeting, DateTimeOffset At);
