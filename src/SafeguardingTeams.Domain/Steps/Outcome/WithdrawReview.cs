using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ReferrerTold;

namespace SafeguardingTeams.Domain.Steps.Outcome;

/// <summary>
/// A notified case that is found not to meet the criteria after all is withdrawn with reasons (PD10), before its report has gone to
/// the Panel. The meeting is cancelled, access to secured records ends, everybody asked is told; the case goes to the group.
/// </summary>
public sealed record WithdrawReview(CaseId CaseId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.WithdrawReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            return Decision.Refuse(Reasons.Needed("Say why the case does not meet the criteria after all, and what the Panel was told."));
        }

        var withdrawn = new ReviewWithdrawn(Reason.Trim(), null);
        return Reasons.TooLong(Reason) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(CaseId, withdrawn with { ReferrerTold = ReferrersOutcome.Owed(files.This, withdrawn, context) });
    }
}

/// <summary>The Rapid Review was withdrawn.</summary>
public sealed record ReviewWithdrawn(string Reason, Deadline? ReferrerTold) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewWithdrawn.v1";

    internal override bool TellsTheReferrer => ReferrerTold is not null;

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var withdrawn = file.StopAll(recorded.At, ClockRest.ReviewWithdrawn) with
        {
            Review = file.Review with
            {
                WithdrawnBecause = Reason,
                Meeting = null,
                MeetingDoubt = MeetingDoubt.None,
                MeetingBefore = file.Review.Meeting,
                AccessEnded = true,
            },
        };
        return (ReferrerTold is null ? withdrawn : withdrawn.Start([ReferrerTold]) with { ReferrerTold = null }).Settled();
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. ReferralCards.Received(after),
            .. DecidedCards.Of(after),
            .. ReferralCards.Outcome(after, ReferrerTold),
            .. after.Review.SentAt is null ? [] : new Effect[] { new Effect.KeepMeeting(after.Id), new Effect.KeepPack(after.Id) },
            .. ReviewCards.Asked(after).SelectMany(agency => ToAgency(after, agency.Key)),
            .. Tell.Again(ReviewCards.Attendees(after)),
            .. WithdrawalCards.Last(after),
        ];

    private static IEnumerable<Effect> ToAgency(CaseFile after, string key) =>
        [
            WithdrawalCards.Mail(after, key),
            new Effect.KeepFolders(after.Id, key),
            .. Tell.Again([ReviewCards.Representative(after, key)]),
            .. EndedAccess.OfTheNominee(after, key),
        ];
}
