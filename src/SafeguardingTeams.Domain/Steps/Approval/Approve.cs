using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.PartnerDecision;

namespace SafeguardingTeams.Domain.Steps.Approval;

/// <summary>
/// A lead approves the Rapid Review's recommendation, or does not, on their own card (B20): the same rules as for the criteria
/// (PD8).
/// </summary>
public sealed record Approve(CaseId CaseId, int Round, bool Agrees, string Reason, int Seen = int.MaxValue) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.Approve;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Approvals.OnRecommendation.OnCard(files.This, new(Round, Agrees, Reason, Seen), context);
}

/// <summary>Operations record an approval given by telephone, with who took it and how it was verified (PD8).</summary>
public sealed record ApproveByTelephone(
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
    public override Step Step => Step.ApproveByTelephone;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Approvals.OnRecommendation.ByTelephone(files.This, Lead, new(Round, Agrees, Reason, Seen), GivenBy, Verified, context);
}

/// <summary>A lead has approved, or not, or changed it. Once all have approved, no return is waited for any more.</summary>
/// <param name="Content">The fingerprint of what the report showed (B20); empty in what was stored before that was recorded.</param>
public sealed record ApprovalGiven(int Round, PartnersDecision Decision, string Content = "") : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ApprovalGiven.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var approval = file.Review.Approval! with { Round = file.Review.Approval.Round.With(Decision), Content = Content };
        var given = file with { Review = file.Review with { Approval = approval } };
        given = approval.Approved is null ? given : given.Stop(Timescales.Approval.Id, recorded.At);
        return (approval.Approved is true ? ReturnClock.StopAll(given, recorded.At) : given).Settled();
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. RoundCards.OnApproval(after),
            .. RoundCards.ApprovalMediationOffered(after),
            .. after.Review.Approval!.Approved is null ? [] : ReviewCards.Panel(after, Topic.Of(TopicNews.Approved, after.Version)),
        ];
}

/// <summary>A lead or the Chair asks the Scrutineer to mediate, where the leads differ on the approval (B20).</summary>
public sealed record AskForApprovalMediation(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskForApprovalMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Decision.Accept(CaseId, new ApprovalMediationAskedFor(context.Pin(files.This, Timescales.ApprovalMediation, context.Today)));
}

/// <summary>Mediation of the approval was asked for; the leads' own clock rests meanwhile.</summary>
public sealed record ApprovalMediationAskedFor(Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ApprovalMediationAskedFor.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.Approval.Id, recorded.At).Start([Deadline]) with
        {
            Review = file.Review with { Approval = file.Review.Approval! with { MediationAskedAt = recorded.At } },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [.. RoundCards.OnApproval(after), RoundCards.ApprovalMediation(after, after.Review.Approval!.Round.Number)];
}

/// <summary>The Scrutineer records the mediation; each lead decides again (B20, PD8).</summary>
public sealed record RecordApprovalMediation(CaseId CaseId, string Outcome, string AgreedBy) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordApprovalMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        MediationRules.Refuse(Outcome, AgreedBy) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(
                CaseId,
                new ApprovalMediationRecorded(
                    Outcome.Trim(),
                    AgreedBy.Trim(),
                    ApprovalClock.Pin(files.This, context, context.Today, ClockAnchor.MediationRecorded)
                )
            );
}

/// <summary>The mediation was recorded; the leads are asked again.</summary>
public sealed record ApprovalMediationRecorded(string Outcome, string AgreedBy, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ApprovalMediationRecorded.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.ApprovalMediation.Id, recorded.At).Start([Deadline]) with
        {
            Review = file.Review with
            {
                Approval = new(DecisionRound.After(file.Review.Approval!.Round, mediated: true), null),
                Mediated = new(Outcome, AgreedBy),
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. RoundCards.OnApproval(after),
            RoundCards.ApprovalMediation(after, after.Review.Approval!.Round.Number - 1),
            .. Tell.Again(RoundCards.OnApproval(after, after.Review.Approval.Round.Number - 1)),
        ];
}

/// <summary>The leads' decisions on the recommendation the meeting agreed.</summary>
internal static class Approvals
{
    internal static LeadsRounds OnRecommendation { get; } =
        new(
            file => file.Review.ApprovalIsOpen ? file.Review.Approval!.Round : null,
            happened => happened is ApprovalGiven given ? (given.Round, given.Decision) : null,
            "Say why you do not approve it. The other leads, the Chair and the Scrutineer read it.",
            (file, decision, _) =>
                Decision.Accept(
                    file.Id,
                    new ApprovalGiven(file.Review.Approval!.Round.Number, decision, ReportContent.Of(file).Fingerprint)
                )
        );
}
