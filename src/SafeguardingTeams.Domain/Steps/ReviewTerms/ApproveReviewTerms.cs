using System.Collections.Immutable;
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
        var lead = ReviewRules.PartnerOf(files.This, files.This.Terms.Views, context.Actor)!.Value;
        var (refusals, happened) = Of(files.This, new(lead, Approves, Reason.Trim(), null), context);
        return Unless(refusals, happened);
    }

    /// <summary>What is wrong with an answer, and what happens by it.</summary>
    internal static (ImmutableList<Refusal?> Refusals, ReviewEvent[] Happened) Of(ReviewFile file, LeadSaying said, DecisionContext context)
    {
        var terms = file.Terms;
        var answer = LeadsAnswer.Of(terms.Views, said.Lead);
        return (
            answer.Refusals(
                said.Agrees,
                said.Reason,
                "Say what should change. Whoever writes them reads it.",
                "Your partner has approved them already."
            ),
            answer.Happened(
                said.Agrees,
                new LeadSaidOfReviewTerms(said.Lead, said.Agrees, said.Reason) { Call = said.Call },
                () => [new ReviewTermsApproved(terms.Last!.Number, context.Today)],
                () => new ReviewTermsReturned(terms.Last!.Number, context.Today)
            )
        );
    }
}

/// <summary>A lead has said what they think of the terms of reference.</summary>
public sealed record LeadSaidOfReviewTerms(Role Lead, bool Approves, string Reason) : ReviewEvent
{
    /// <summary>By telephone, where operations recorded it (PD8); null for the lead's own word.</summary>
    public LeadsCall? Call { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "LeadSaidOfReviewTerms.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        LeadsView view = new(Lead, Approves, Reason, recorded.At, recorded.By.Display) { Call = Call, Version = recorded.Sequence };
        return file.WithAnswer(view) with { Terms = file.Terms with { Views = file.Terms.Views.With(view) } };
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.ToldByTelephone(after), .. ReviewRecordCards.Again(after)];
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
