using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Recalculating;

namespace SafeguardingTeams.Domain.Steps.Meeting;

/// <summary>
/// The meeting agrees its recommendation (B17 to B19, PD7), and the three leads are asked to approve it (B20). Only where there was one,
/// it was quorate
/// (B14) and everything asked for is recorded. To reopen it lets the recommendation be changed; the leads are asked anew then.
/// </summary>
public sealed record AgreeRecommendation(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AgreeRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var missing = Missing(files.This, context.Today, context.At);
        return !missing.IsEmpty
            ? new Decision.Refused([.. missing.Select(what => new Refusal("not-ready", what))])
            : Decision.Accept(CaseId, Agreed(files.This, context));
    }

    /// <summary>What keeps a recommendation from being agreed, in plain words.</summary>
    public static ImmutableList<string> Missing(CaseFile file, DateOnly today, DateTimeOffset now)
    {
        var absent = Quorum.Missing(file.Review.Attendees);
        var problems = Checking.Problems(RapidReview.ReportForm(file), file.Review.Record, today);
        var record = new ReportAnswers(file.Review.Record);
        return
        [
            .. file.Review.Meeting is { } meeting
                ? meeting.Start <= now
                    ? ImmutableList<string>.Empty
                    : ["The meeting has not begun."]
                : ["No meeting is planned: plan it, and record who is there."],
            .. absent.IsEmpty
                ? ImmutableList<string>.Empty
                :
                [
                    "The meeting is not quorate: nobody who counts is recorded as present for "
                        + $"{string.Join(", ", absent.Select(Partner))}. Without that it can agree no recommendation.",
                ],
            .. problems
                .Select(problem => problem.Place.PageId)
                .Distinct()
                .Select(page => $"Not complete: {RapidReview.ReportForm(file).Page(page)!.Title.TrimEnd('?')}."),
            .. record.LacksImmediateAction
                ? ["Immediate action is still to be taken: say what, by whom and by when."]
                : ImmutableList<string>.Empty,
            .. record.IsNotUnanimous && !record.NamesDissent
                ? ["It is not unanimous: say who does not agree, and why."]
                : ImmutableList<string>.Empty,
            .. record.IsUnanimous && record.NamesDissent
                ? ["It is recorded as unanimous, and somebody as not agreeing: put one of the two right."]
                : ImmutableList<string>.Empty,
        ];
    }

    private static RecommendationAgreed Agreed(CaseFile file, DecisionContext context) =>
        new(
            new ReportAnswers(file.Review.Record).Outcome,
            new ReportAnswers(file.Review.Record).Beside,
            new ReportAnswers(file.Review.Record).IsUnanimous,
            ApprovalClock.AsAgreed(file, context)
        );

    private static string Partner(Role role) =>
        role switch
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
    public override string StoredName => "RecommendationAgreed.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        (
            file.Stop(Timescales.Meeting.Id, recorded.At).Stop(Timescales.Pack.Id, recorded.At).Start([Deadline]) with
            {
                Review = file.Review with
                {
                    Agreed = new(Outcome, Beside, Unanimous, recorded.At) { Papers = PackPapers.Of(file) },
                    Approval = new(DecisionRound.After(file.Review.Approval?.Round), null),
                },
            }
        ).Settled();

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [.. RoundCards.OnApproval(after), .. ReviewCards.Meeting(after)];
}

/// <summary>
/// The recommendation is opened again, with a reason: because the leads did not approve it, or something of it was wrong (PD16).
/// </summary>
public sealed record ReopenRecommendation(CaseId CaseId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReopenRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        string.IsNullOrWhiteSpace(Reason)
            ? Decision.Refuse(Reasons.Needed("Say why it is opened again. The leads are asked anew once it is agreed."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new RecommendationReopened(Reason.Trim()), new ClocksPinned([.. Restarted(files.This, context)]));

    /// <summary>
    /// The meeting's clock runs again, and that of the documents where they were never shared, and of returns that never came: late, as
    /// before (B5, B13).
    /// </summary>
    private static IEnumerable<Deadline> Restarted(CaseFile file, DecisionContext context) =>
        [
            MeetingClock.Reopened(file, context, context.Today),
            .. file.Review.PackSharedAt is null && file.Clock(Timescales.Pack.Id) is { Runs: false } pack
                ? [context.Pin(file, Timescales.Pack, pack.Deadline.AnchorDay)]
                : ImmutableList<Deadline>.Empty,
            .. ReturnClock.Again(file, context),
        ];
}

/// <summary>The recommendation is open again.</summary>
public sealed record RecommendationReopened(string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RecommendationReopened.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        (
            file.Stop(Timescales.Approval.Id, recorded.At).Stop(Timescales.ApprovalMediation.Id, recorded.At) with
            {
                Review = file.Review with { Agreed = null },
            }
        ).Settled();

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [.. Tell.Again(RoundCards.OnApproval(after)), .. ReviewCards.Meeting(after)];
}
