using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using Review = SafeguardingTeams.Domain.Group.AccessReview;

namespace SafeguardingTeams.Domain.Steps.AccessReview;

/// <summary>
/// This system asks operations to look at who can get in, each quarter (F2). One that runs is finished before the next begins.
/// </summary>
/// <param name="Quarter">The first day of the quarter.</param>
public sealed record BeginAccessReview(DateOnly Quarter) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.BeginAccessReview;

    /// <summary>The first day of the quarter a day is in.</summary>
    public static DateOnly QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        Quarter != QuarterOf(context.Today) || files.This.AccessAskedFor >= Quarter || files.This.OpenAccessReview is not null
            ? Decision.Refuse(new("nothing-changed", "A review runs already, or this quarter's was asked for."))
            : Decision.Accept(files.This.Ref, new AccessReviewBegun(Quarter, AccessReviewPinning.Pin(Quarter, context)));
}

/// <summary>Operations are asked to look at who can get in.</summary>
/// <param name="Due">By when.</param>
public sealed record AccessReviewBegun(DateOnly Quarter, Deadline Due) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AccessReviewBegun.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            AccessAskedFor = Quarter,
            AccessReviews = group.AccessReviews.Add(new(Quarter, recorded.Sequence)),
            Clocks = group.Clocks.Started([Due]),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>Operations say of some in the list that what they can get into is still right (F2).</summary>
/// <param name="Listed">By what names them in the list.</param>
public sealed record ConfirmAccess(ImmutableSortedSet<string> Listed) : GroupCommand
{
    /// <summary>The most that are confirmed at once.</summary>
    public const int Most = 20;

    /// <inheritdoc/>
    public override Step Step => Step.ReviewAccess;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.OpenAccessReview is not { } open ? Decision.Refuse(Refusal.Overtaken)
        : Listed.IsEmpty ? Decision.Refuse(new("answer-needed", "Choose those that are still right, or open who is not.", "right"))
        : Listed.Count > Most ? Decision.Refuse(new("too-many", $"Choose {Most} or fewer.", "right"))
        : Listed.Except(open.StillRight) is { IsEmpty: false } more ? Decision.Accept(files.This.Ref, new AccessConfirmed(more))
        : Decision.Refuse(new("nothing-changed", "This is recorded already.", "right"));
}

/// <summary>Of some in the list it was said that it is still right.</summary>
public sealed record AccessConfirmed(ImmutableSortedSet<string> Listed) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AccessConfirmed.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.With(open => open with { StillRight = open.StillRight.Union(Listed) });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>Operations finish a review, once everybody in the list was looked at: still right, or changed since it began (F2).</summary>
/// <param name="Listed">Everybody who can get in now, by what names them in the list.</param>
public sealed record FinishAccessReview(ImmutableSortedSet<string> Listed) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.ReviewAccess;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        if (files.This.OpenAccessReview is not { } open)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var changed = AccessLists.ChangedSince(files.This, open);
        var missing = Listed.Except(open.StillRight).Except(changed.Select(AccessLists.Person));
        return missing.IsEmpty
            ? Decision.Accept(files.This.Ref, new AccessReviewFinished(Listed.Intersect(open.StillRight).Count, changed.Count))
            : Decision.Refuse(new("not-all", $"{missing.Count} in the list were not looked at yet.", "right"));
    }
}

/// <summary>A review of who can get in is done.</summary>
/// <param name="Confirmed">Of how many it was said that it is still right.</param>
/// <param name="Changed">How many people were changed meanwhile.</param>
public sealed record AccessReviewFinished(int Confirmed, int Changed) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AccessReviewFinished.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.With(open => open with { Finished = new(recorded.At, recorded.By.Display, Confirmed, Changed) }) with
        {
            Clocks = group.Clocks.Stopped(Timescales.AccessReview.Id, recorded.At),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => GroupReminded.Again(after, Timescales.AccessReview.Id);
}

/// <summary>What names somebody in the list of a review, and who was changed since it began.</summary>
public static class AccessLists
{
    /// <summary>A person of the partnership.</summary>
    public static string Person(string id) => $"person:{id}";

    /// <summary>The people who were changed since a review began.</summary>
    public static ImmutableSortedSet<string> ChangedSince(GroupFile group, Review open) =>
        [
            .. group
                .History.Where(recorded => recorded.Sequence > open.BegunAt)
                .Select(recorded => recorded.Event)
                .OfType<PeopleChanged>()
                .SelectMany(changed => changed.People)
                .Select(person => person.Id),
        ];

    internal static GroupFile With(this GroupFile group, Func<Review, Review> change) =>
        group.OpenAccessReview is { } open
            ? group with
            {
                AccessReviews = group.AccessReviews.SetItem(group.AccessReviews.Count - 1, change(open)),
            }
            : group;
}

/// <summary>The clock of a review, by the number and the calendar in force.</summary>
internal static class AccessReviewPinning
{
    internal static Deadline Pin(DateOnly quarter, DecisionContext context)
    {
        var rule = Timescales.AccessReview with
        {
            Number = context.Rules.Limits.GetValueOrDefault(Timescales.AccessReview.Id, Timescales.AccessReview.Number),
        };
        return Deadlines.Pin(rule, quarter, context.At, context.Calendar, context.Office);
    }

    /// <summary>That of a review that runs, counted by the calendar in force; null where none does.</summary>
    internal static Deadline? Again(GroupFile group, DecisionContext context) =>
        group.OpenAccessReview is { } open && group.History.Find(recorded => recorded.Sequence == open.BegunAt) is { } begun
            ? Pin(open.Quarter, context with { At = begun.At })
            : null;
}
