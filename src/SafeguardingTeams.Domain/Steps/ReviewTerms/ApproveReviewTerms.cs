using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewTerms;

/// <summary>
/// A lead approves the terms of reference for their partner, or does not (C10). All three approve, and they hold; one that does not sends
/// them back, with the reason.
/// </summary>
public sealed record ApproveReviewTerms(RecordRef Review, bool Approves, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.ApproveReviewTerms;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var terms = files.This.Terms;
        var answer = LeadsAnswer.Of(files.This, terms.Views, context.Actor);
        return Unless(
            answer.Refusals(
                Approves,
                Reason,
                "Say what should change. Whoever writes them reads it.",
                "Your partner has approved them already."
            ),
            answer.Happened(
                Approves,
                new LeadSaidOfReviewTerms(answer.Lead, Approves, Reason.Trim()),
                () => [new ReviewTermsApproved(terms.Last!.Number, context.Today)],
                () => new ReviewTermsReturned(terms.Last!.Number, context.Today)
            )
        );
    }
}

/// <summary>A lead has said what they think of the terms of reference.</summary>
public sealed record LeadSaidOfReviewTerms(Role Lead, bool Approves, string Reason) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LeadSaidOfReviewTerms.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file with
        {
            Terms = file.Terms with { Views = file.Terms.Views.With(new(Lead, Approves, Reason, recorded.At, recorded.By.Display)) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}

/// <summary>All three leads approve the terms of reference: they hold.</summary>
/// <param name="Number">Which version.</param>
public sealed record ReviewTermsApproved(int Number, DateOnly On) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewTermsApproved.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        (file.Stop(recorded.At, Timescales.ReviewTerms) with { Terms = file.Terms.Answered(TermsState.Approved, On) }).Tell(recorded);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewTermsCards.Answered(after), .. ReviewRecordCards.Again(after), .. ReviewGuests.Ready(after)];
}

/// <summary>A lead does not approve the terms of reference: they went back.</summary>
/// <param name="Number">Which version.</param>
public sealed record ReviewTermsReturned(int Number, DateOnly On) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewTermsReturned.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file with
        {
            Terms = file.Terms.Answered(TermsState.Returned, On),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewTermsCards.Answered(after), .. ReviewRecordCards.Again(after)];
}
