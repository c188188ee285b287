using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Threshold;

/// <summary>
/// The MASH decides whether the threshold of a serious safeguarding incident is reached (A3). Reached: operations have
/// it at that moment, and the clocks of A8 and A9 start. Below: the referrer is told and the answers are kept (A4).
/// </summary>
/// <param name="Reached">Whether it is reached.</param>
/// <param name="Again">Whether something was recorded already when the card was drawn: a stale card puts nothing right that its
/// reader did not see.</param>
public sealed record DecideThreshold(CaseId CaseId, bool Reached, string Reason, bool Again = false) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.DecideThreshold;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        if (Again != files.This.Threshold is not null)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            return Decision.Refuse(Reasons.Needed("Give your reasons. They stay on the record, and the Chair reads them."));
        }

        if (Reasons.TooLong(Reason) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (Reached && files.This.JointAgencyResponse is null)
        {
            return Decision.Refuse(new("joint-agency-response-needed", "First say whether a Joint Agency Response was held or is due."));
        }

        if (!Reached && files.This.Children.Exists(child => child is { Died: true, SaysWhetherLookedAfter: false }))
        {
            return Decision.Refuse(
                new(
                    "looked-after-needed",
                    "A child has died, and the referral does not say whether they were looked after or a care leaver. Then the local "
                        + "authority may have to notify the national Panel all the same. Answer it with \"Complete or correct\" first."
                )
            );
        }

        if (files.This.Threshold?.Reached == Reached)
        {
            return Decision.Refuse(new("nothing-changed", "This is what was decided already."));
        }

        ImmutableList<Deadline> deadlines = Reached
            ?
            [
                context.Pin(files.This, Timescales.AlertRead, context.Today),
                context.Pin(files.This, Timescales.InformLeads, context.Today),
                context.Pin(files.This, Timescales.Recommendation, context.Today),
                .. Authority(),
            ]
            : [context.Pin(files.This, Timescales.ReferrerTold, context.Today), .. files.This.MayNeedNotifyingAnyway ? Authority() : []];
        return Decision.Accept(CaseId, new ThresholdDecided(Reached, Reason.Trim(), deadlines));

        // The authority's own limit runs on whatever the threshold, where a death may have to be notified anyway (PD10).
        ImmutableList<Deadline> Authority() =>
            files.This.Notification is null
                ? [context.Pin(files.This, Timescales.AuthorityNotification, files.This.Awareness!.AwareOn)]
                : [];
    }
}

/// <summary>The threshold was decided, or a decision was corrected (PD16).</summary>
public sealed record ThresholdDecided(bool Reached, string Reason, ImmutableList<Deadline> Deadlines) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ThresholdDecided.v1";

    internal override bool TellsTheReferrer => Deadlines.Exists(deadline => deadline.TimescaleId == Timescales.ReferrerTold.Id);

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At).Start(Deadlines) with
        {
            Threshold = new(Reached, Reason, recorded.At),
            Stage = Reached ? Stage.AwaitingRecommendation : Stage.BelowThreshold,
            ReceivedByOperationsAt = Reached ? recorded.At : null,
            AlertReadAt = null,
            ReferrerTold = null,

            // What the authority declined below the threshold was decided before there was anything to decide on.
            AuthorityDecision = Reached && file.AuthorityDecision is { Notifies: false } ? null : file.AuthorityDecision,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        Reached
            ? [.. ReferralCards.Received(after), ReferralCards.Mash(after), .. ReferralCards.Outcome(after)]
            :
            [
                ReferralCards.Mash(after),
                .. ReferralCards.Outcome(after, Deadlines),
                .. after.MayNeedNotifyingAnyway ? [ReferralCards.Notifier(after)] : Enumerable.Empty<Effect>(),
            ];
}
