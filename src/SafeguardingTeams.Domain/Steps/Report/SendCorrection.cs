using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;

namespace SafeguardingTeams.Domain.Steps.Report;

/// <summary>
/// Operations or the Chair send a correction of the report to the national Panel (B21, PD16). Where the report shows something else than
/// the three leads have approved, they are asked first, and the correction goes with the same button once they have.
/// </summary>
/// <param name="Reason">Why it is corrected.</param>
public sealed record SendCorrection(CaseId CaseId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.SendCorrection;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        return string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why the report is corrected."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : IsSent(file) ? Decision.Refuse(new("nothing-changed", "This correction has been sent already. Nothing has changed since."))
            : IsApproved(file) ? Decision.Accept(CaseId, new CorrectionSent(Reason.Trim(), ReportContent.Of(file).Fingerprint))
            : AgreeRecommendation.Missing(file, context.Today, context.At) is { IsEmpty: false } missing
                ? new Decision.Refused([.. missing.Select(what => new Refusal("not-ready", what))])
            : Decision.Accept(CaseId, Asked(file, context));
    }

    /// <summary>Whether the leads have approved what the report shows now, so that the correction can go.</summary>
    public static bool IsApproved(CaseFile file) =>
        file.Review.Approval is { Approved: true } approval
        && approval.Content == ReportContent.Of(file).Fingerprint
        && SendReport.LetterMissing(file).IsEmpty;

    /// <summary>Whether this very correction was the last that went.</summary>
    private bool IsSent(CaseFile file) =>
        file.History.LastOrDefault(recorded => recorded.Event is ISendsReport)?.Event is CorrectionSent last
        && (last.Reason, last.Content) == (Reason.Trim(), ReportContent.Of(file).Fingerprint)
        && file.Review.Correction is null;

    private CorrectionAsked Asked(CaseFile file, DecisionContext context)
    {
        var record = new ReportAnswers(file.Review.Record);
        return new(
            Reason.Trim(),
            record.Outcome,
            record.Beside,
            record.IsUnanimous,
            ApprovalClock.Pin(file, context, context.Today, ClockAnchor.RecommendationAgreed)
        );
    }
}

/// <summary>A correction of the report is to go, and the leads are asked to approve it first.</summary>
public sealed record CorrectionAsked(string Reason, string Outcome, string Beside, bool Unanimous, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "CorrectionAsked.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Start([Deadline]) with
        {
            Review = file.Review with
            {
                Agreed = file.Review.Agreed! with { Outcome = Outcome, Beside = Beside, Unanimous = Unanimous, At = recorded.At },
                Approval = new(DecisionRound.After(file.Review.Approval?.Round), null),
                Correction = new(Reason, recorded.At),
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => RoundCards.OnApproval(after);
}

/// <summary>Report and letter are going to the Panel again, as a correction; what was sent before stays kept.</summary>
/// <param name="Content">The fingerprint of what the report shows.</param>
public sealed record CorrectionSent(string Reason, string Content) : CaseEvent, ISendsReport
{
    /// <inheritdoc/>
    public override string StoredName => "CorrectionSent.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { Report = file.Review.Report! with { Content = Content }, Correction = null },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            new Effect.FileDocument(after.Id, DocumentKind.Report, Topic.AfterEvent(after.Version)),
            new Effect.FileDocument(after.Id, DocumentKind.PanelLetter, Topic.AfterEvent(after.Version)),
            new Effect.SendMail(after.Id, MailKind.ReportToPanel, Topic.AfterEvent(after.Version)),
            .. ReviewCards.Panel(after, Topic.Of(TopicNews.ReportSent, after.Version)),
        ];
}
