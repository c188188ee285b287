using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ReportChanges;

namespace SafeguardingTeams.Domain.Steps.Meeting;

/// <summary>
/// The Chair or operations record who is at the meeting (B14). Those invited can be ticked; quorum is computed from those who
/// count. Once somebody is recorded as present, it is put right with a reason (PD16).
/// </summary>
/// <param name="Reason">Why it is put right; empty the first time.</param>
public sealed record RecordAttendance(CaseId CaseId, ImmutableSortedSet<string> Present, string Reason = "") : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Present.Except(files.This.Review.Attendees.Select(attendee => attendee.Key)).Count > 0 ? Decision.Refuse(Refusal.Overtaken)
        : files.This.Review.Meeting is not { } meeting ? Decision.Refuse(new("no-meeting", "No meeting is planned."))
        : context.At < meeting.Start.AddHours(-2)
            ? Decision.Refuse(new("too-early", "The meeting has not begun. Attendance is recorded from two hours before."))
        : Present.SetEquals(files.This.Review.Attendees.Where(attendee => attendee.Present).Select(attendee => attendee.Key))
            ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : Reasons.OfCorrection(Reason, files.This.Review.Attendees.Exists(attendee => attendee.Present)) is { } unreasoned
            ? Decision.Refuse(unreasoned)
        : ApprovedContent.Keep(
            Reason,
            Decision.Accept(CaseId, new AttendanceRecorded(Present) { Reason = Reasons.Kept(Reason) }),
            files.This,
            context
        );
}

/// <summary>Who was at the meeting.</summary>
public sealed record AttendanceRecorded(ImmutableSortedSet<string> Present) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AttendanceRecorded.v1";

    /// <summary>Why it was put right; null where nothing was recorded before, and in what was stored before that was asked for.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with
            {
                Attendees = [.. file.Review.Attendees.Select(attendee => attendee with { Present = Present.Contains(attendee.Key) })],
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}

/// <summary>
/// The Chair or operations record what the meeting discussed and recommends: sections 2 and 3 of the report (B15 to B19). Two may
/// write at once; each change is merged.
/// </summary>
public sealed record RecordMeeting(CaseId CaseId, Answers Before, Answers After, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        RecordedAnswers.Change(RapidReview.ReportForm(files.This), files.This.Review.Record, Before, After) switch
        {
            (null, { } refusal) => Decision.Refuse(refusal),
            _ when files.This.Review.Agreed is not null && string.IsNullOrWhiteSpace(Reason) => Decision.Refuse(
                Reasons.Needed(
                    "The recommendation has been agreed. Say why its record is put right: the three leads are asked to approve it again."
                )
            ),
            _ when Reasons.TooLong(Reason) is { } tooLong => Decision.Refuse(tooLong),
            ({ } changes, _) when files.This.Review.Agreed is not null && NotNow(changes, files.This, context) is { } refused => refused,
            ({ } changes, _) => ApprovedContent.Keep(
                Reason,
                Decision.Accept(CaseId, new MeetingRecorded(changes, Reason.Trim())),
                files.This,
                context
            ),
            _ => throw new InvalidOperationException("Neither changes nor a refusal."),
        };

    /// <summary>
    /// Once it is agreed: what the recommendation rests on is changed only where it is open again, and the record stays complete
    /// (B16, B20). Null where the changes can be made.
    /// </summary>
    private static Decision.Refused? NotNow(ImmutableList<AnswerChange> changes, CaseFile file, DecisionContext context)
    {
        if (file.Review.Report is null && changes.Any(change => RapidReviewReportForms.Approved.Contains(change.Place.PageId)))
        {
            return new([
                new(
                    "agreed-already",
                    "The recommendation has been agreed and is with the leads. Immediate action, the criteria, the "
                        + "recommendation and who does not agree are what they approve: to change any of it, open the recommendation "
                        + "again first. The leads are then asked anew."
                ),
            ]);
        }

        var problems = Checking.Problems(RapidReview.ReportForm(file), AnswerChange.Apply(file.Review.Record, changes), context.Today);
        return problems.IsEmpty
            ? null
            : new([
                .. problems.Select(problem => new Refusal(
                    "incomplete",
                    $"{RapidReview.ReportForm(file).Page(problem.Place.PageId)!.Title.TrimEnd('?')}: {problem.Message}"
                )),
            ]);
    }
}

/// <summary>Something of the meeting was recorded, or put right.</summary>
public sealed record MeetingRecorded(ImmutableList<AnswerChange> Changes, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MeetingRecorded.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { Record = AnswerChange.Apply(file.Review.Record, Changes) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}
