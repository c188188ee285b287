using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewTerms;

/// <summary>
/// Operations or the Chair put what is written as terms of reference before the three leads (C10). From the second version on it has a
/// reason; until all three approve it, the version before holds.
/// </summary>
/// <param name="Why">Why it is another than before; empty for the first.</param>
public sealed record SubmitReviewTerms(RecordRef Review, string Why) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.SubmitReviewTerms;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var terms = files.This.Terms;
        return Unless(
            [terms.Last is null ? Said.TooLong(Why, "reason") : Said.Needed(Why, "reason", "Say what changes, and why.")],
            new ReviewTermsSubmitted(terms.Versions.Count + 1, terms.Draft, terms.Last is null ? "" : Why.Trim(), context.Today)
        );
    }
}

/// <summary>Terms of reference are before the leads.</summary>
public sealed record ReviewTermsSubmitted(int Number, ImmutableList<TermsText> Texts, string Why, DateOnly On) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewTermsSubmitted.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file with
        {
            Terms = file.Terms.Put(new(Number, Texts, Why, On, recorded.By.Display)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewTermsCards.ToLeads(after);
}
