using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Recalculating;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>
/// Operations plan the Rapid Review meeting, or move it (B2, B11, B26): between working days 9 and 11 from the notification. Earlier
/// only with the Chair's reason (PD5); later is possible and shown as late. Those who hold a seat in the group are invited (E2).
/// </summary>
public sealed record PlanMeeting(
    CaseId CaseId,
    DateTimeOffset Start,
    DateTimeOffset End,
    MeetingKind How,
    string Place,
    string EarlyBecause,
    string Reason
) : CaseCommand(CaseId)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(9);

    /// <inheritdoc/>
    public override Step Step => Step.PlanMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var (file, day, before) = (files.This, London.DateOf(Start), files.This.Review.Meeting);
        var earliest = MeetingWindow.Of(file, context).Earliest;
        var planned = new PlannedMeeting(before?.Number ?? NextNumber(file), Start, End, How, Place.Trim(), EarlyBecause.Trim());
        return Start <= context.At ? Decision.Refuse(new("past", "This is past. Choose a time to come.", "date"))
            : End <= Start || End - Start > Longest
                ? Decision.Refuse(new("order", "It ends before it begins, or it is longer than a day.", "to"))
            : day > context.Calendar.LastDay ? Decision.Refuse(new("outside", "This is later than the bank holidays are known.", "date"))
            : !context.Calendar.IsWorkingDay(day) ? Decision.Refuse(new("not-a-working-day", "This is not a working day.", "date"))
            : How != MeetingKind.Online && Place.Trim().Length == 0
                ? Decision.Refuse(
                    new("answer-needed", How == MeetingKind.Telephone ? "Enter the number to ring." : "Enter the place.", "place")
                )
            : Place.Trim().Length > 200 ? Decision.Refuse(new("too-long", "Shorten it to 200 characters or fewer.", "place"))
            : day < earliest && EarlyBecause.Trim().Length == 0
                ? Decision.Refuse(
                    Reasons.Needed(
                        $"This is before working day {MeetingWindow.FirstDay(file)}. Give the Chair's reason for not waiting for it.",
                        "early"
                    )
                )
            : (Reasons.TooLong(EarlyBecause, "early") ?? Reasons.TooLong(Reason)) is { } tooLong ? Decision.Refuse(tooLong)
            : planned == before ? Decision.Refuse(new("nothing-changed", "This is how it is planned already."))
            : file.Review.SentAt is not null && before is not null && string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse(Reasons.Needed("Say why it is moved: everybody invited is told of the new time."))
            : Decision.Accept(
                CaseId,
                [
                    new MeetingPlanned(planned, Reason.Trim()),
                    .. Moves.Returns(file, planned, context),
                    .. SeatInvitations.ByTheSeatsOn(day, file, context),
                ]
            );
    }

    /// <summary>The number of the next plan: one more than there were.</summary>
    private static int NextNumber(CaseFile file) =>
        file.History.Count(recorded => recorded.Event is MeetingCancelled or Outcome.ReviewWithdrawn) + 1;
}

/// <summary>
/// The meeting was planned, or moved. Who was recorded as present counts for the time they were there, not for another (B14).
/// </summary>
public sealed record MeetingPlanned(PlannedMeeting Meeting, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MeetingPlanned.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = (file.Review.Meeting?.Start == Meeting.Start ? file.Review : file.Review.WithNobodyPresent()) with
            {
                Meeting = Meeting,
                MeetingDoubt = MeetingDoubt.None,
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => after.Review.SentAt is null ? [] : ReviewCards.Invited(after);
}

/// <summary>Cancels the meeting; everybody invited is told. Another can be planned.</summary>
public sealed record CancelMeeting(CaseId CaseId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.PlanMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.Meeting is null ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is cancelled."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, [new MeetingCancelled(Reason.Trim()), .. Moves.Returns(files.This, null, context)]);
}

/// <summary>The meeting was cancelled; nobody was at it.</summary>
public sealed record MeetingCancelled(string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MeetingCancelled.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { Review = file.Review.WithNobodyInvitedYet() };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => after.Review.SentAt is null ? [] : ReviewCards.Invited(after);
}
