using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.TermsOfReference;

/// <summary>
/// The review of the terms of reference is counted again by an amended list of bank holidays, or by one that now goes on long enough (E8,
/// PD1, PD21, ADR 7). Its day stays; reminders may move.
/// </summary>
public sealed record RecalculateReview : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.RecalculateReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var agreed = files.This.History.FindLast(recorded => recorded.Event is TermsOfReferenceAgreed);
        return
            agreed is { Event: TermsOfReferenceAgreed { Terms: var terms } }
            && Pin(terms, agreed.At, context) is { } again
            && (files.This.Clock(Timescales.TermsOfReference.Id) is not { Runs: true } clock || clock.Differs(again))
            ? Decision.Accept(files.This.Ref, new ReviewRecalculated(again))
            : Decision.Refuse(new("nothing-changed", "The review of the terms of reference is not touched."));
    }

    /// <summary>The deadline of a review; null where the list of bank holidays, which its reminders need, ends too soon.</summary>
    /// <param name="terms">The terms as agreed.</param>
    /// <param name="startedAt">When that was recorded: nobody is reminded of what was past by then.</param>
    internal static Deadline? Pin(AgreedTerms terms, DateTimeOffset startedAt, DecisionContext context) =>
        terms.ReviewBy.AddMonths(1) > context.Calendar.LastDay
            ? null
            : Deadlines.Pin(
                Timescales.TermsOfReference,
                terms.AgreedOn,
                startedAt,
                context.Calendar,
                context.Office,
                latest: terms.ReviewBy
            );
}

/// <summary>The review of the terms of reference was counted again.</summary>
public sealed record ReviewRecalculated(Deadline Review) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewRecalculated.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) => group with { Clocks = group.Clocks.Recalculated(Review) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
