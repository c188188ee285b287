using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Referral;

/// <summary>Answers of a referral were completed or corrected; the old values stay here, on the record (PD16).</summary>
public sealed record ReferralChanged(ImmutableList<AnswerChange> Changes, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferralChanged.v1";

    /// <summary>
    /// Of the authority's notification, where the answers as they are now may call for one below the threshold (PD10); null where not.
    /// </summary>
    public Deadline? Notify { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var changed = file with { Referral = file.Referral! with { Answers = AnswerChange.Apply(file.Referral.Answers, Changes) } };
        return Notify is not null ? changed.Start([Notify])
            : changed is { Stage: Stage.BelowThreshold, MayNeedNotifyingAnyway: false }
                ? changed.Stop(Timescales.AuthorityNotification.Id, recorded.At)
            : changed;
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. after.Stage switch
            {
                Stage.AwaitingThreshold => [ReferralCards.Mash(after)],
                Stage.BelowThreshold => BelowTheThreshold(after),
                _ => ReferralCards.Received(after),
            },
            .. ReviewCards.Pack(after),
        ];

    private IEnumerable<Effect> BelowTheThreshold(CaseFile after) =>
        [ReferralCards.Mash(after), .. Notify is null ? Tell.Again([ReferralCards.Notifier(after)]) : [ReferralCards.Notifier(after)]];
}
