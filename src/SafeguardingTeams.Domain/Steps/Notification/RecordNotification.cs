using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Domain.Steps.ReferrerTold;

namespace SafeguardingTeams.Domain.Steps.Notification;

/// <summary>
/// Records the notification as sent through the Panel's own portal: date, time, reference (A12). It pins the Rapid
/// Review's timetable, unless it is of a death without suspected abuse (PD10). It can be corrected, with a reason,
/// and the timetable, with every running clock that depends on it, is then recalculated (PD16); of a review that was
/// withdrawn only the record is corrected.
/// </summary>
/// <param name="Ground">As what.</param>
/// <param name="SentAt">When, by the portal.</param>
/// <param name="Reference">The portal's reference.</param>
/// <param name="Reason">Why it is corrected; else empty.</param>
/// <param name="Again">Whether something was recorded already when the card was drawn: a stale card puts nothing right that its
/// reader did not see.</param>
public sealed record RecordNotification(
    CaseId CaseId,
    NotificationGround Ground,
    DateTimeOffset SentAt,
    string Reference,
    string Reason,
    bool Again = false
) : CaseCommand(CaseId)
{
    /// <summary>The longest reference, in characters.</summary>
    public const int LongestReference = 100;

    /// <inheritdoc/>
    public override Step Step => Step.RecordNotification;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        var day = London.DateOf(SentAt);
        return Again != file.Notification is not null ? Decision.Refuse(Refusal.Overtaken)
            : NotificationRules.Refuse(file, true, Ground) is { } wrong ? Decision.Refuse(wrong)
            : SentAt > context.At
                ? Decision.Refuse(new("in-future", "This is in the future. Record the notification once it has been sent.", "date"))
            : day < file.Awareness!.AwareOn
                ? Decision.Refuse(
                    new("before-aware", "This is before the authority became aware. Correct this date, or that one first.", "date")
                )
            : string.IsNullOrWhiteSpace(Reference) ? Decision.Refuse(Reasons.Needed("Enter the reference the portal gave.", "reference"))
            : Reference.Trim().Length > LongestReference
                ? Decision.Refuse(new("too-long", $"Shorten it to {LongestReference} characters or fewer.", "reference"))
            : file.Notification is { } sent && (sent.Ground, sent.SentAt, sent.Reference) == (Ground, SentAt, Reference.Trim())
                ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
            : file.Notification is not null && string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse(Reasons.Needed("Say why what was recorded is being corrected. It stays on the record."))
            : file.AuthorityDecision is { Notifies: false } && string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse(Reasons.Needed("It is recorded that the authority does not notify. Say why it has notified after all."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Ground != NotificationGround.SeriousIncident && file.Review.SentAt is not null
                ? Decision.Refuse(
                    new(
                        "review-runs",
                        "The Rapid Review has begun, so its ground cannot be changed. If the case does not meet the criteria, "
                            + "withdraw the Rapid Review with reasons.",
                        "ground"
                    )
                )
            : Ground == NotificationGround.SeriousIncident && file.Review.WithdrawnBecause is null
                ? Decision.Accept(
                    CaseId,
                    [
                        Recorded(file, day, context),
                        new ClocksPinned([.. FromTheDay(file, day, context), .. Depending(Anew(file, day, context), context)]),
                        .. Moves.Doubts(Anew(file, day, context), LastDayOfTheMeeting(file), context),
                    ]
                )
            : Decision.Accept(CaseId, [.. WithoutAReview(file, Recorded(file, day, context), context)]);
    }

    /// <summary>No Rapid Review follows: where that gives the case back to Chair and leads, their clocks go on.</summary>
    private static IEnumerable<CaseEvent> WithoutAReview(CaseFile file, NotificationRecorded recorded, DecisionContext context)
    {
        yield return recorded;
        var resumed = PartnersClocks.Resumed(file, ReferrersOutcome.After(file, recorded, context), context).ToImmutableList();
        if (!resumed.IsEmpty)
        {
            yield return new ClocksPinned(resumed);
        }
    }

    /// <summary>The clocks that count from the notification: all of them before the letters went, then those that run.</summary>
    private static IEnumerable<Deadline> FromTheDay(CaseFile file, DateOnly day, DecisionContext context) =>
        Timescales
            .FromTheNotification.Where(timescale =>
                file.Review.SentAt is null || file.Clock(timescale.Id) is { Runs: true, Deadline.Anchor: ClockAnchor.NotificationSent }
            )
            .Select(timescale => context.Pin(file, timescale, day));

    /// <summary>
    /// The clocks that count from something else and are never later than the timetable's days: returns, approval, a meeting held
    /// again (PD5, PD16). Those that do not move are left.
    /// </summary>
    private static IEnumerable<Deadline> Depending(CaseFile anew, DecisionContext context) =>
        ReturnClock
            .Moved(anew, context)
            .Concat(
                from clock in anew.Clocks
                where
                    clock.Runs
                    && (clock.Deadline.TimescaleId == Timescales.Approval.Id || clock.Deadline.Anchor == ClockAnchor.RecommendationReopened)
                let again = CountedAgain.Of(anew, clock.Deadline, context)
                where again.DueDay != clock.Deadline.DueDay
                select again
            );

    private CaseFile Anew(CaseFile file, DateOnly day, DecisionContext context) =>
        file with
        {
            Notification = new(Ground, SentAt, Reference.Trim(), RapidReviewTimetable.From(day, context.Calendar, file.Rules)),
        };

    private static DateOnly? LastDayOfTheMeeting(CaseFile file) => file.Notification?.Timetable.Find(date => date.Id == "meeting")?.Latest;

    private NotificationRecorded Recorded(CaseFile file, DateOnly day, DecisionContext context)
    {
        var recorded = new NotificationRecorded(
            Ground,
            SentAt,
            Reference.Trim(),
            Reason.Trim(),
            Ground == NotificationGround.SeriousIncident ? RapidReviewTimetable.From(day, context.Calendar, file.Rules) : [],
            null
        );
        return recorded with { ReferrerTold = ReferrersOutcome.Owed(file, recorded, context) };
    }
}

/// <summary>The notification was sent.</summary>
public sealed record NotificationRecorded(
    NotificationGround Ground,
    DateTimeOffset SentAt,
    string Reference,
    string Reason,
    ImmutableList<TimetableDate> Timetable,
    Deadline? ReferrerTold
) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "NotificationRecorded.v1";

    internal override bool TellsTheReferrer => ReferrerTold is not null;

    internal override bool BeginsTheRapidReview => Ground == NotificationGround.SeriousIncident;

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var rested =
            Ground == NotificationGround.SeriousIncident
                ? file
                : Timescales.FromTheNotification.Aggregate(file, (all, timescale) => all.Stop(timescale.Id, recorded.At));
        var sent = rested.Stop(Timescales.AuthorityNotification.Id, recorded.At) with
        {
            Notification = new(Ground, SentAt, Reference, Timetable),
            AuthorityDecision =
                file.AuthorityDecision is { Notifies: true } decided && decided.Ground == Ground
                    ? decided
                    : new(true, Ground, Reason, recorded.At),
        };
        return (ReferrerTold is null ? sent : sent.Start([ReferrerTold]) with { ReferrerTold = null })
            .Settled()
            .WithPartnersClocksAtRest(recorded.At);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        after.ReceivedByOperationsAt is null
            ? [ReferralCards.Notifier(after)]
            :
            [
                .. ReferralCards.Received(after),
                .. DecidedCards.Of(after),
                .. ReferralCards.Outcome(after, ReferrerTold),
                .. RoundCards.Again(after),
            ];
}
