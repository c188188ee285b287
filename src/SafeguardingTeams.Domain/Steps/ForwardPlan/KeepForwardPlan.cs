using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ForwardPlan;

/// <summary>Operations or the Chair put something that is to come on the group's forward plan of twelve months (E19).</summary>
/// <param name="What">What it is, without a name.</param>
/// <param name="On">The day it is due.</param>
public sealed record PlanAhead(string What, PlanKind Kind, DateOnly On) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepForwardPlan;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var plan = files.This.Plan;
        return plan.Count(entry => entry.IsToCome) >= PlanEntry.Most
                ? Decision.Refuse(new("too-many", $"{PlanEntry.Most} things are to come, which is the most. Take one off first.", "what"))
            : PlanEntry.Wrong(What, On, context.Today) is { IsEmpty: false } wrong ? new Decision.Refused(wrong)
            : plan.Exists(entry => entry.IsToCome && (entry.What, entry.Kind, entry.On) == (What.Trim(), Kind, On))
                ? Decision.Refuse(new("nothing-changed", "This is on the plan already.", "what"))
            : Decision.Accept(
                files.This.Ref,
                new PlannedAhead($"plan-{(plan.Count + 1).ToString(CultureInfo.InvariantCulture)}", What.Trim(), Kind, On)
            );
    }
}

/// <summary>Something is on the forward plan.</summary>
public sealed record PlannedAhead(string Id, string What, PlanKind Kind, DateOnly On) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PlannedAhead.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Plan = group.Plan.Add(new(Id, What, Kind, On)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>Something on the forward plan is done, or comes no more, with the reason; it can be put on the plan again.</summary>
/// <param name="Done">Whether it is done; else it comes no more.</param>
/// <param name="Reason">Why it comes no more; may be empty where it is done.</param>
public sealed record TakeOffPlan(string Id, bool Done, string Reason) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepForwardPlan;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Plan.Find(entry => entry.Id == Id) is not { } there
            ? Decision.Refuse(new("answer-needed", "Choose what is to come off the plan.", "entry"))
        : !there.IsToCome ? Decision.Refuse(new("nothing-changed", "It is off the plan already.", "entry"))
        : !Done && string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it comes no more."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(files.This.Ref, new TakenOffPlan(Id, Done, Reason.Trim()));
}

/// <summary>Something is off the forward plan.</summary>
public sealed record TakenOffPlan(string Id, bool Done, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "TakenOffPlan.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Plan = [.. group.Plan.Select(entry => entry.Id == Id ? entry with { Off = new(Done, Reason) } : entry)],
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
