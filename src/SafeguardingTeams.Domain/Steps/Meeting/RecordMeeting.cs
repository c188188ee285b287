using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Steps.Report;

namespace SafeguardingTeams.Domain.Steps.Meeting;

/// <summary>The Chair or operations record who is at the meeting (B14). Those invited can be ticked; quorum is computed from those who count.</summary>
public sealed record RecordAttendance(CaseId CaseId, ImmutableSortedSet<string> Present) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        Present.Except(files.This.Review.Attendees.Select(attendee => attendee.Key)).Count > 0 ? Decision.Refuse(Refusal.Overtaken)
        : files.This.Review.Meeting is not { } meeting ? Decision.Refuse(new("no-meeting", "No meeting is planned."))
        : context.At < meeting.Start.AddHours(-2) ? Decision.Refuse(new("too-early", "The meeting has not begun. Attendance is recorded from two hours before."))
        : Present.SetEquals(files.This.Review.Attendees.Where(attendee => attendee.Present).Select(attendee => attendee.Key)) ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : Decision.Accept(CaseId, new AttendanceRecorded(Present));
}

/// <summary>Who was at the meeting.</summary>
public sealed record AttendanceRecorded(ImmutableSortedSet<string> Present) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with { Review = file.Review with { Attendees = [.. file.Review.Attendees.Select(attendee => attendee with { Present = Present.Contains(attendee.Key) })] } };
}

/// <summary>The Chair or operations record what the meeting discussed and recommends: sections 2 and 3 of the report (B15 to B19). Two may write at once; each change is merged.</summary>
public sealed record RecordMeeting(CaseId CaseId, Answers Before, Answers After, string Reason) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        RecordedAnswers.Change(RapidReview.ReportForm(files.This), files.This.Review.Record, Before, After) switch
        {
            (null, { } refusal) => Decision.Refuse(refusal),
            _ when files.This.Review.Agreed is not null && string.IsNullOrWhiteSpace(Reason) => Decision.Refuse(Reasons.Needed("The recommendation has been agreed. Say why its record is put right.")),
            _ when Reasons.TooLong(Reason) is { } tooLong => Decision.Refuse(tooLong),
            ({ } changes, _) when files.This.Review.Agreed is not null && changes.Any(change => change.Place.PageId is RapidReviewReportForms.Recommendation or RapidReviewReportForms.Dissent or "agreement")
                => Decision.Refuse(new("agreed-already", "The recommendation has been agreed and is with the leads. To change it, agree it again at the meeting's record: the leads are asked anew.")),
            ({ } changes, _) => Decision.Accept(CaseId, new MeetingRecorded(changes, Reason.Trim())),
            _ => throw new InvalidOperationException("Neither changes nor a refusal."),
        };
}

/// <summary>Something of the meeting was recorded, or put right.</summary>
public sealed record MeetingRecorded(ImmutableList<AnswerChange> Changes, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with { Review = file.Review with { Record = AnswerChange.Apply(file.Review.Record, Changes) } };
}

/// <summary>
/// The meeting agrees its recommendation (B17 to B19), and the three leads are asked to approve it (B20). Only where it was quorate
/// (B14) and everything asked for is recorded. To reopen it lets the recommendation be changed; the leads are asked anew then.
/// </summary>
public sealed record AgreeRecommendation(CaseId CaseId) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AgreeRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        var missing = Missing(files.This, context.Today);
        return files.This.Review.Agreed is not null ? Decision.Refuse(Refusal.Overtaken)
            : !missing.IsEmpty ? new Decision.Refused([.. missing.Select(what => new Refusal("not-ready", what))])
            : Decision.Accept(CaseId, Agreed(files.This, context));
    }

    /// <summary>What keeps a recommendation from being agreed, in plain words.</summary>
    public static ImmutableList<string> Missing(CaseFile file, DateOnly today)
    {
        var absent = Quorum.Missing(file.Review.Attendees);
        var problems = Checking.Problems(RapidReview.ReportForm(file), file.Review.Record, today);
        return
        [
            .. absent.IsEmpty ? ImmutableList<string>.Empty : [$"The meeting is not quorate: nobody who counts is recorded as present for {string.Join(", ", absent.Select(Partner))}. Without that it can agree no recommendation."],
            .. problems.Select(problem => problem.Place.PageId).Distinct().Select(page => $"Not complete: {RapidReview.ReportForm(file).Page(page)!.Title.TrimEnd('?')}."),
            .. file.Review.Record["immediate", "taken"] == "no" && file.Review.Record.RowsOf("actions").IsEmpty ? ["Immediate action is still to be taken: say what, by whom and by when."] : ImmutableList<string>.Empty,
            .. file.Review.Record["agreement", "unanimous"] == "no" && file.Review.Record.RowsOf(RapidReviewReportForms.Dissent).IsEmpty ? ["It is not unanimous: say who does not agree, and why."] : ImmutableList<string>.Empty,
            .. file.Review.Record["agreement", "unanimous"] == "yes" && !file.Review.Record.RowsOf(RapidReviewReportForms.Dissent).IsEmpty ? ["It is recorded as unanimous, and somebody as not agreeing: put one of the two right."] : ImmutableList<string>.Empty,
        ];
    }

    private static RecommendationAgreed Agreed(CaseFile file, DecisionContext context) => new(
        file.Review.Record[RapidReviewReportForms.Recommendation, "outcome"], file.Review.Record[RapidReviewReportForms.Recommendation, "beside"],
        file.Review.Record["agreement", "unanimous"] == "yes", Approval.ApprovalClock.Pin(file, context));

    private static string Partner(Role role) => role switch
    {
        Role.LeadLocalAuthority => "the local authority",
        Role.LeadPolice => "the police",
        _ => "health",
    };
}

/// <summary>The meeting agreed its recommendation; the leads are asked to approve it.</summary>
public sealed record RecommendationAgreed(string Outcome, string Beside, bool Unanimous, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => (file.Stop(Timescales.Meeting.Id, recorded.At).Stop(Timescales.Pack.Id, recorded.At).Start([Deadline]) with
    {
        Review = file.Review with
        {
            Agreed = new(Outcome, Beside, Unanimous, recorded.At),
            Approval = new(PartnerDecision.DecisionRound.After(file.Review.Approval?.Round), null),
        },
    }).Settled();
}

/// <summary>The recommendation is opened again, with a reason: because the leads did not approve it, or something of it was wrong (decision 16).</summary>
public sealed record ReopenRecommendation(CaseId CaseId, string Reason) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReopenRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.Review.Agreed is null ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is opened again. The leads are asked anew once it is agreed."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new RecommendationReopened(Reason.Trim()));
}

/// <summary>The recommendation is open again.</summary>
public sealed record RecommendationReopened(string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        (file.Stop(Timescales.Approval.Id, recorded.At).Stop(Timescales.ApprovalMediation.Id, recorded.At) with { Review = file.Review with { Agreed = null } }).Settled();
}
