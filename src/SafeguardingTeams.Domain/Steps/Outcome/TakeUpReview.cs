using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Outcome;

/// <summary>
/// The Chair or operations take a Rapid Review up again that was withdrawn by mistake, with a reason, before the group has considered
/// the case (PD16). It stands where it would stand: clocks that ran when it was withdrawn count on from what they counted from, access
/// opens again, a meeting that was not over is planned anew, and everybody who was told of the withdrawal is told that it goes on.
/// </summary>
public sealed record TakeUpReview(CaseId CaseId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.TakeUpReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        return string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it goes on after all."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(
                CaseId,
                new ReviewTakenUp(Reason.Trim(), [.. Running(file, context), context.Pin(file, Timescales.ReferrerTold, context.Today)])
            );
    }

    /// <summary>
    /// The clocks that ran when it was withdrawn. What counts from the notification counts from the day that is recorded now: it may
    /// have been corrected meanwhile.
    /// </summary>
    private static IEnumerable<Deadline> Running(CaseFile file, DecisionContext context) =>
        file
            .Clocks.Where(clock =>
                clock.Rests == ClockRest.ReviewWithdrawn
                && !PartnersClocks.Has(clock.Deadline.TimescaleId)
                && clock.Deadline.TimescaleId != Timescales.ReferrerTold.Id
            )
            .Select(clock =>
                CountedAgain.Of(
                    file,
                    clock.Deadline.Anchor == ClockAnchor.NotificationSent
                        ? clock.Deadline with
                        {
                            AnchorDay = London.DateOf(file.Notification!.SentAt),
                        }
                        : clock.Deadline,
                    context
                )
            );
}

/// <summary>A Rapid Review that was withdrawn goes on.</summary>
public sealed record ReviewTakenUp(string Reason, ImmutableList<Deadline> Deadlines) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewTakenUp.v1";

    internal override bool TellsTheReferrer => Deadlines.Exists(deadline => deadline.TimescaleId == Timescales.ReferrerTold.Id);

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        // A meeting that has agreed its recommendation was held, whatever became of the review since.
        var wasHeld = file.Review.Agreed is not null;
        var review = wasHeld ? file.Review with { Meeting = file.Review.MeetingBefore } : file.Review.WithNobodyInvitedYet();
        return (
            file.Start(Deadlines) with
            {
                ReferrerTold = TellsTheReferrer ? null : file.ReferrerTold,
                Review = review with { WithdrawnBecause = null, MeetingBefore = null, AccessEnded = false },
            }
        ).Settled();
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. ReferralCards.Received(after),
            .. DecidedCards.Of(after),
            .. ReferralCards.Outcome(after, Deadlines),
            .. Tell.Again(WithdrawalCards.All(after)),
            .. ReviewCards.Pack(after),
            .. ReviewCards.Asked(after).SelectMany(agency => ToAgency(after, agency.Key)),
            .. Tell.Again(ReviewCards.Attendees(after)),
            .. Tell.Again(ReviewCards.Nominees(after)),
            .. after.LettersAreOut ? Tell.Again(ReviewCards.Meeting(after)) : [],
            .. Tell.Everybody(after, CardKind.ReviewTakenUp, Topic.AfterEvent(after.Version)),
        ];

    private static IEnumerable<Effect> ToAgency(CaseFile after, string key) =>
        [
            new Effect.SendMail(after.Id, MailKind.TakenUp, Topic.Agency(key, after.Version)),
            new Effect.KeepFolders(after.Id, key),
            ReviewCards.Representative(after, key),
            new Effect.ShowCard(after.Id, CardKind.ReviewTakenUp, new Recipient.RepresentativeOf(key))
            {
                About = Topic.AfterEvent(after.Version),
            },
        ];
}

/// <summary>What is said of a withdrawal: the first is told once and for all, one after the review was taken up again by itself.</summary>
internal static class WithdrawalCards
{
    /// <summary>The news of the withdrawal that happened last.</summary>
    internal static IEnumerable<Effect> Last(CaseFile file) =>
        Tell.Everybody(file, CardKind.ReviewWithdrawn, About(file, Withdrawals(file)[^1]));

    /// <summary>The news of every withdrawal there was.</summary>
    internal static IEnumerable<Effect> All(CaseFile file) =>
        Withdrawals(file).SelectMany(sequence => Tell.Everybody(file, CardKind.ReviewWithdrawn, About(file, sequence)));

    /// <summary>The mail to an agency: each withdrawal in a mail of its own.</summary>
    internal static Effect Mail(CaseFile file, string agency) =>
        new Effect.SendMail(
            file.Id,
            MailKind.Withdrawn,
            Topic.Agency(agency, Withdrawals(file) is { Count: > 1 } several ? several[^1] : null)
        );

    private static Topic About(CaseFile file, int sequence) => sequence == Withdrawals(file)[0] ? Topic.None : Topic.AfterEvent(sequence);

    private static ImmutableList<int> Withdrawals(CaseFile file) =>
        [.. file.History.Where(recorded => recorded.Event is ReviewWithdrawn).Select(recorded => recorded.Sequence)];
}
