using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.Domain.Steps.Approval;

/// <summary>A lead approves the Rapid Review's recommendation, or does not, on their own card (B20): the same rules as for the criteria (decision 8).</summary>
public sealed record Approve(CaseId CaseId, int Round, bool Agrees, string Reason, int Seen = int.MaxValue) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.Approve;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        if (files.This.Review.Approval is not { } approval)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var roles = context.Actor.RolesFor(files.This);
        var decided = approval.Round.Decisions.Find(decision => decision.PersonId == context.Actor.PersonId && decision.Telephone is null);
        var lead = decided?.Lead ?? Partners.Leads.First(roles.Contains);
        return Approvals.Refuse(files.This, Round, lead, Agrees, Reason, context.Actor.PersonId, Seen) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(CaseId, new ApprovalGiven(Round, new(lead, Agrees, Reason.Trim(), context.Actor.PersonId, context.At, null)));
    }
}

/// <summary>Operations record an approval given by telephone, with who took it and how it was verified (decision 8).</summary>
public sealed record ApproveByTelephone(CaseId CaseId, int Round, Role Lead, bool Agrees, string Reason, string GivenBy, string Verified, int Seen = int.MaxValue) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ApproveByTelephone;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        ImmutableList<Refusal?> refusals =
        [
            .. ByTelephoneRules.Refuse(Lead, GivenBy, Verified),
            Approvals.Refuse(files.This, Round, Lead, Agrees, Reason, context.Actor.PersonId, Seen),
        ];
        return refusals.Any(refusal => refusal is not null) ? new Decision.Refused([.. refusals.OfType<Refusal>()])
            : Decision.Accept(CaseId, new ApprovalGiven(Round, new(Lead, Agrees, Reason.Trim(), context.Actor.PersonId, context.At, new(GivenBy.Trim(), context.Actor.Display, Verified.Trim()))));
    }
}

/// <summary>A lead has approved, or not, or changed it. Once all have approved, no return is waited for any more.</summary>
public sealed record ApprovalGiven(int Round, PartnersDecision Decision) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var approval = file.Review.Approval! with { Round = file.Review.Approval.Round.With(Decision) };
        var given = file with { Review = file.Review with { Approval = approval } };
        given = approval.Approved is null ? given : given.Stop(Timescales.Approval.Id, recorded.At);
        return (approval.Approved is true ? ReturnClock.StopAll(given, recorded.At) : given).Settled();
    }
}

/// <summary>A lead or the Chair asks the Scrutineer to mediate, where the leads differ on the approval (B20).</summary>
public sealed record AskForApprovalMediation(CaseId CaseId) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskForApprovalMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.Review.Approval is not { MediationAskedAt: null, Approved: null, Round.Mediated: false } approval ? Decision.Refuse(Refusal.Overtaken)
        : !approval.Round.Differ ? Decision.Refuse(new("no-difference", "The leads do not differ, so there is nothing to mediate."))
        : Decision.Accept(CaseId, new ApprovalMediationAskedFor(context.Pin(files.This, Timescales.ApprovalMediation, context.Today)));
}

/// <summary>Mediation of the approval was asked for; the leads' own clock rests meanwhile.</summary>
public sealed record ApprovalMediationAskedFor(Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file.Stop(Timescales.Approval.Id, recorded.At).Start([Deadline]) with
    {
        Review = file.Review with { Approval = file.Review.Approval! with { MediationAskedAt = recorded.At } },
    };
}

/// <summary>The Scrutineer records the mediation; each lead decides again (B20, decision 8).</summary>
public sealed record RecordApprovalMediation(CaseId CaseId, string Outcome, string AgreedBy) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordApprovalMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.Review.Approval is not { MediationAskedAt: not null } ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Outcome) ? Decision.Refuse(Reasons.Needed("Say what came of the mediation.", "outcome"))
        : string.IsNullOrWhiteSpace(AgreedBy) ? Decision.Refuse(Reasons.Needed("Say who agreed to it; if nobody did, say so.", "agreed"))
        : (Reasons.TooLong(Outcome, "outcome") ?? Reasons.TooLong(AgreedBy, "agreed")) is { } tooLong ? Decision.Refuse(tooLong)
        : Decision.Accept(CaseId, new ApprovalMediationRecorded(Outcome.Trim(), AgreedBy.Trim(), ApprovalClock.Pin(files.This, context, context.Today, ClockAnchor.MediationRecorded)));
}

/// <summary>The mediation was recorded; the leads are asked again.</summary>
public sealed record ApprovalMediationRecorded(string Outcome, string AgreedBy, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file.Stop(Timescales.ApprovalMediation.Id, recorded.At).Start([Deadline]) with
    {
        Review = file.Review with { Approval = new(DecisionRound.After(file.Review.Approval!.Round, mediated: true), null) },
    };
}

/// <summary>The clock of the leads' approval: 2 working days from the day of the meeting, or from when they are asked anew, and before the report is due (decision 5).</summary>
internal static class ApprovalClock
{
    /// <summary>As the recommendation is agreed: from the day of the meeting (B20); once it was opened again, from the day it is agreed anew.</summary>
    internal static Deadline AsAgreed(CaseFile file, DecisionContext context) =>
        file.Review is { Approval: null, Meeting: { } meeting } && London.DateOf(meeting.Start) is var held && held <= context.Today
            ? Pin(file, context, held, ClockAnchor.MeetingHeld) : Pin(file, context, context.Today, ClockAnchor.RecommendationAgreed);

    internal static Deadline Pin(CaseFile file, DecisionContext context, DateOnly from, ClockAnchor anchor)
    {
        var eve = RapidReviewTimetable.EveOfTheReport(file, context.Calendar);
        return context.Pin(file, Timescales.Approval with { Anchor = anchor }, from, eve >= from ? eve : null);
    }
}

/// <summary>The rules all ways of approving share.</summary>
internal static class Approvals
{
    internal static Refusal? Refuse(CaseFile file, int round, Role lead, bool agrees, string reason, string personId, int seen)
    {
        if (file.Review.Agreed is null || file.Review.Approval is not { MediationAskedAt: null, Approved: null } approval || approval.Round.Number != round || Given(file, round, lead) > seen)
        {
            return Refusal.Overtaken;
        }

        return approval.Round.Of(lead) is { } before && before.Agrees == agrees && before.Reason == reason.Trim() ? new("nothing-changed", "This is the decision already recorded.")
            : approval.Round.Of(lead) is { } others && others.PersonId != personId && string.IsNullOrWhiteSpace(reason)
                ? Reasons.Needed("Somebody else has recorded this partner's decision. Say why it is changed. The earlier one stays on the record.")
            : !agrees && string.IsNullOrWhiteSpace(reason) ? Reasons.Needed("Say why you do not approve it. The other leads, the Chair and the Scrutineer read it.")
            : Reasons.TooLong(reason);
    }

    private static int Given(CaseFile file, int round, Role lead) => file.History.LastOrDefault(recorded =>
        recorded.Event is ApprovalGiven given && given.Round == round && given.Decision.Lead == lead)?.Sequence ?? 0;
}
