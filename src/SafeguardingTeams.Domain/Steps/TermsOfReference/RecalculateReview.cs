using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.GroupSchedule;

namespace SafeguardingTeams.Domain.Steps.TermsOfReference;

/// <summary>
/// The review of the terms of reference, the next date of the group's meetings and the follow-up of its learning events are counted again
/// by an amended list of bank holidays, or by one that now goes on long enough (E8, E19, E21, PD1, PD21, ADR 7). Their days stay; reminders
/// may move.
/// </summary>
public sealed record RecalculateReview : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.RecalculateReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var agreed = files.This.History.FindLast(recorded => recorded.Event is TermsOfReferenceAgreed);
        Deadline?[] counted =
        [
            agreed is { Event: TermsOfReferenceAgreed { Terms: var terms } } ? Pin(terms, agreed.At, context) : null,
            NextDate(files.This, context),
            AccessReviewPinning.Again(files.This, context),
            .. GroupPinning.Again(files.This, context),
        ];
        var changed = counted
            .OfType<Deadline>()
            .Where(again => files.This.Clock(again.TimescaleId) is not { Runs: true } clock || clock.Differs(again))
            .Select(again => new RecordChange(files.This.Ref, new ReviewRecalculated(again)))
            .ToImmutableList();
        return changed.IsEmpty
            ? Decision.Refuse(new("nothing-changed", "No deadline of the group is touched."))
            : new Decision.Accepted(changed);
    }

    /// <summary>By when another meeting is scheduled; null also where the group has none on its record.</summary>
    private static Deadline? NextDate(GroupFile group, DecisionContext context) =>
        group.Meetings.IsEmpty
        || group.History.FindLast(recorded => recorded.Event is GroupOpened or MeetingScheduled or MeetingTakenOut) is not { } changed
            ? null
            : MeetingsAhead.Pin(group.Meetings, changed.At, context);

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

/// <summary>A deadline of the group was counted again: the review of its terms of reference, or any other.</summary>
/// <param name="Review">The deadline, of whichever it is.</param>
public sealed record ReviewRecalculated(Deadline Review) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewRecalculated.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) => group with { Clocks = group.Clocks.Recalculated(Review) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
