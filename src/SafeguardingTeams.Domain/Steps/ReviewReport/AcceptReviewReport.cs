using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;

namespace SafeguardingTeams.Domain.Steps.ReviewReport;

/// <summary>
/// A lead accepts the final report for their partner, or does not (C14). All three accept it, and it is accepted; one that does not sends
/// it back, with the reason.
/// </summary>
public sealed record AcceptReviewReport(RecordRef Review, bool Accepts, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.AcceptReviewReport;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var lead = ReviewRules.PartnerOf(files.This, files.This.Views, context.Actor)!.Value;
        var (refusals, happened) = Of(files.This, new(lead, Accepts, Reason.Trim(), null), context);
        return Unless(refusals, happened);
    }

    /// <summary>What is wrong with an answer, and what happens by it.</summary>
    internal static (ImmutableList<Refusal?> Refusals, ReviewEvent[] Happened) Of(ReviewFile file, LeadSaying said, DecisionContext context)
    {
        var answer = LeadsAnswer.Of(file.Views, said.Lead);
        return (
            answer.Refusals(
                said.Agrees,
                said.Reason,
                "Say what is missing. Whoever writes the report reads it.",
                "Your partner has accepted it already."
            ),
            answer.Happened(
                said.Agrees,
                new LeadSaidOfReview(said.Lead, said.Agrees, said.Reason) { Call = said.Call },
                () => [new ReviewReportAccepted(context.Today), .. ReviewRecommendationsAsked.All(file, context)],
                () => new ReviewReportReturned(context.Pin(file.Rules!, Timescales.ReviewLook, context.Today))
            )
        );
    }
}

/// <summary>All three leads accept the final report.</summary>
public sealed record ReviewReportAccepted(DateOnly On) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewReportAccepted.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Stop(recorded.At, Timescales.ReviewLeads).To(ReviewStage.Accepted) with
        {
            AcceptedOn = On,
            ReportAccepted = file.ReportPut,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.News(after), .. ReviewRecordCards.Again(after)];
}

/// <summary>A lead does not accept the final report: it goes back.</summary>
/// <param name="Look">When it is looked at next.</param>
public sealed record ReviewReportReturned(Deadline Look) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewReportReturned.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Stop(recorded.At, Timescales.ReviewLeads).To(ReviewStage.UnderWay).Start(Look);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [ReviewRecordCards.ToOwner(after), .. ReviewRecordCards.News(after), .. ReviewRecordCards.Again(after)];
}
