using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ReferrerTold;

namespace SafeguardingTeams.Domain.Steps.Notification;

/// <summary>
/// The local authority decides whether it notifies the national Panel (A12). It has the last word, from triage on and
/// whatever the partners say (PD4); it can change its mind, with reasons, until the notification is sent.
/// </summary>
/// <param name="Notifies">Whether it notifies.</param>
/// <param name="Ground">As what; of no meaning where it does not notify.</param>
/// <param name="Reason">Why; needed where it declines or changes its mind.</param>
/// <param name="Again">Whether something was recorded already when the card was drawn: a stale card puts nothing right that its
/// reader did not see.</param>
public sealed record DecideOnNotification(CaseId CaseId, bool Notifies, NotificationGround Ground, string Reason, bool Again = false)
    : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.DecideOnNotification;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var (file, ground) = (files.This, Notifies ? Ground : NotificationGround.SeriousIncident);
        if (Again != file.AuthorityDecision is not null)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        if (file.Notification is not null && Notifies)
        {
            return Decision.Refuse(
                new(
                    "record-it",
                    "A notification is recorded already. If it is to be of a serious incident, record that with \"Correct the "
                        + "notification\".",
                    "ground"
                )
            );
        }

        if (NotificationRules.Refuse(file, Notifies, ground) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        if (file.AuthorityDecision is { } before && (before.Notifies, before.Ground) == (Notifies, ground))
        {
            return Decision.Refuse(new("nothing-changed", "This is what is recorded already."));
        }

        var decided = new AuthorityDecided(Notifies, ground, Reason.Trim(), []);
        decided = decided with
        {
            Deadlines =
            [
                .. Resumed(file, decided, context),
                .. ReferrersOutcome.Owed(file, decided, context) is { } owed ? ImmutableList.Create(owed) : [],
            ],
        };
        return (!Notifies || file.AuthorityDecision is not null) && string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse(
                    Reasons.Needed(
                        Notifies
                            ? "Say why the decision is changed."
                            : "Give the authority's reasons. They stand beside the partners' view."
                    )
                )
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(CaseId, decided);
    }

    /// <summary>
    /// The clocks that rested and run again: the authority's own where it notifies after all, the partners' where they are waited for
    /// again. Each counts from where it counted before.
    /// </summary>
    private IEnumerable<Deadline> Resumed(CaseFile file, AuthorityDecided decided, DecisionContext context) =>
        !Notifies
            ? []
            :
            [
                .. file.Clock(Timescales.AuthorityNotification.Id) is { Runs: false } rests
                    ? [context.Pin(file, Timescales.AuthorityNotification, rests.Deadline.AnchorDay)]
                    : ImmutableList<Deadline>.Empty,
                .. PartnersClocks.Resumed(file, ReferrersOutcome.After(file, decided, context), context),
            ];
}

/// <summary>The local authority has decided whether it notifies.</summary>
public sealed record AuthorityDecided(bool Notifies, NotificationGround Ground, string Reason, ImmutableList<Deadline> Deadlines)
    : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AuthorityDecided.v1";

    internal override bool TellsTheReferrer => Deadlines.Exists(deadline => deadline.TimescaleId == Timescales.ReferrerTold.Id);

    internal override bool BeginsTheRapidReview => Notifies && Ground == NotificationGround.SeriousIncident;

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var decided = file.Start(Deadlines) with
        {
            AuthorityDecision = new(Notifies, Ground, Reason, recorded.At),
            ReferrerTold = Deadlines.Exists(deadline => deadline.TimescaleId == Timescales.ReferrerTold.Id) ? null : file.ReferrerTold,
        };
        decided = Notifies
            ? decided
            : decided
                .Stop(Timescales.AuthorityNotification.Id, recorded.At)
                .Stop(Timescales.AlertRead.Id, recorded.At, ClockRest.AuthorityDeclines);
        return decided.Settled().WithPartnersClocksAtRest(recorded.At);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        after.ReceivedByOperationsAt is null
            ? [ReferralCards.Notifier(after)]
            :
            [
                .. ReferralCards.Received(after),
                .. DecidedCards.Of(after),
                .. ReferralCards.Outcome(after, Deadlines),
                .. RoundCards.Again(after),
            ];
}

/// <summary>What deciding and recording share.</summary>
internal static class NotificationRules
{
    internal static Refusal? Refuse(CaseFile file, bool notifies, NotificationGround ground) =>
        notifies && ground == NotificationGround.SeriousIncident && file.Stage == Stage.BelowThreshold
            ? new(
                "below-threshold",
                "It was decided that the threshold is not reached. If that was wrong, the front door puts it right first, with reasons.",
                "ground"
            )
        : notifies
        && ground != NotificationGround.SeriousIncident
        && !new ReferralAnswers(file.Referral!.Answers).Children.Exists(child => child.Died)
            ? new("nobody-died", "By the referral no child has died. If that is wrong, have the referral corrected first.", "ground")
        : null;
}
