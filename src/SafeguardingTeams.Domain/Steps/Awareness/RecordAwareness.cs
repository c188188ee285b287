using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Awareness;

/// <summary>
/// Records the day the local authority became aware: its own date, by default the day the referral reached the MASH; an
/// earlier one needs a reason (PD3). The authority's statutory clock counts from it anew.
/// </summary>
public sealed record RecordAwareness(CaseId CaseId, DateOnly AwareOn, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordAwareness;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        if (AwareOn > context.Today)
        {
            return Decision.Refuse(new("in-future", "This date is in the future. Enter today's date or an earlier one.", "date"));
        }

        if (AwareOn < context.Calendar.FirstDay)
        {
            return Decision.Refuse(new("too-early", "This date is too long ago to count from. Check the year.", "date"));
        }

        if (file.Notification is { } sent && AwareOn > London.DateOf(sent.SentAt))
        {
            return Decision.Refuse(
                new("after-notification", "The notification was sent before this day. Enter the day it was sent or an earlier one.", "date")
            );
        }

        if (AwareOn == file.Awareness!.AwareOn)
        {
            return Decision.Refuse(new("nothing-changed", "This is the date already recorded.", "date"));
        }

        return string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say how the authority became aware on that day."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(
                CaseId,
                new AwarenessRecorded(AwareOn, Reason.Trim(), context.Pin(files.This, Timescales.AuthorityNotification, AwareOn))
            );
    }
}

/// <summary>The authority's date was recorded, and its clock counted anew.</summary>
public sealed record AwarenessRecorded(DateOnly AwareOn, string Reason, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AwarenessRecorded.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Recalculate(Deadline) with
        {
            Awareness = new(AwareOn, IsDefault: false, Reason),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        after.ReceivedByOperationsAt is null ? [] : ReferralCards.Received(after);
}
