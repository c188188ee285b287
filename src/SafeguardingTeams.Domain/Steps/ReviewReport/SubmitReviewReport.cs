using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewReport;

/// <summary>
/// Operations or the Chair put the final report of a review before the three leads, with what of the list it fulfils and what the group
/// advises (C14). Where versions of it are kept here, it is the newest.
/// </summary>
public sealed record SubmitReviewReport(RecordRef Review, FinalReport Report) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.SubmitReviewReport;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [
                Report.Missing.Any()
                    ? Said.Needed(Report.Why, "why", "It does not fulfil the whole list. Say why the leads are asked all the same.")
                    : Said.TooLong(Report.Why, "why"),
                Said.Needed(Report.Advice, "advice", "Say what the group advises."),
                Report.AdvisedOn > context.Today ? new("in-future", "This day is still to come.", "date")
                : Report.AdvisedOn < files.This.DecidedOn ? new("too-early", "This is before the review was decided on.", "date")
                : null,
                files.This.ReportsAdded > 0
                    ? Said.TooLong(Report.Link, "link", Said.LongestLine)
                    : Said.Needed(Report.Link, "link", "Add the report as a file first, or say where it can be read.", Said.LongestLine),
            ],
            new ReviewReportSubmitted(
                Report with
                {
                    Checks = [.. Report.Checks.Distinct().Order()],
                    Why = Report.Why.Trim(),
                    Advice = Report.Advice.Trim(),
                    Link = Report.Link.Trim(),
                },
                context.Pin(files.This.Rules!, Timescales.ReviewLeads, context.Today)
            )
            {
                Version = files.This.ReportsAdded is > 0 and var newest ? newest : null,
            }
        );
}

/// <summary>A final report is before the leads.</summary>
public sealed record ReviewReportSubmitted(FinalReport Report, Deadline Leads) : ReviewEvent
{
    /// <summary>Which version, of those that are kept here; null where it is not.</summary>
    public int? Version { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "ReviewReportSubmitted.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Stop(recorded.At, Timescales.ReviewLook).To(ReviewStage.ReportWithLeads).Start(Leads) with
        {
            Report = Report,
            ReportPut = Version,
            Views = [],
            Asked = file.Asked + 1,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.Proposed(after), .. ReviewTermsCards.Again(after)];
}
