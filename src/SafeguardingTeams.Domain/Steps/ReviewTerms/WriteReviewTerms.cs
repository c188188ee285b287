using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewTerms;

/// <summary>Operations or the Chair write terms of reference, some parts at a time; nobody is asked anything by it (C10).</summary>
public sealed record WriteReviewTerms(RecordRef Review, ImmutableList<TermsText> Texts) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.WriteReviewTerms;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        ImmutableList<TermsText> texts = [.. Texts.Select(TermsChecks.Trimmed).OrderBy(one => one.Part)];
        return Unless(
            [
                .. texts.Select(TermsChecks.Refuse),
                texts.TrueForAll(one => files.This.Terms[one.Part] == one.Text)
                    ? new("nothing-changed", "This is what is written already. Go on to the other page.")
                    : null,
            ],
            new ReviewTermsWritten(texts)
        );
    }
}

/// <summary>Parts of terms of reference were written.</summary>
public sealed record ReviewTermsWritten(ImmutableList<TermsText> Texts) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewTermsWritten.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) => file with { Terms = file.Terms.With(Texts) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => [];
}
