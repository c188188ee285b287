using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupLearningEvents;

/// <summary>
/// Operations enter a learning event (E21), to come or past. Its follow-up is due some calendar months after its day, whether or not
/// anybody records who came.
/// </summary>
public sealed record PlanLearningEvent(LearningEventPlan Plan) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepLearningEvents;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var (group, plan) = (files.This, Plan.Trimmed());
        return plan.Wrong(context.Today) is { IsEmpty: false } wrong ? new Decision.Refused(wrong)
            : group.LearningEvents.Exists(one => one.Stands && one.Plan.IsSame(plan))
                ? Decision.Refuse(new("nothing-changed", "This event is on the list already.", "title"))
            : Decision.Accept(
                group.Ref,
                new LearningEventPlanned(
                    group.LearningEvents.Count + 1,
                    plan,
                    EventClock.Pin(group.LearningEvents.Count + 1, plan.On, context)
                )
            );
    }
}

/// <summary>A learning event is on the group's record.</summary>
/// <param name="FollowUp">By when it is followed up.</param>
public sealed record LearningEventPlanned(int Number, LearningEventPlan Plan, Deadline FollowUp) : GroupEvent, IStartsGroupClocks
{
    /// <inheritdoc/>
    public override string StoredName => "LearningEventPlanned.v1";

    /// <inheritdoc/>
    IEnumerable<Deadline> IStartsGroupClocks.Starts => [FollowUp];

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            LearningEvents = group.LearningEvents.Add(new(Number, Plan, FollowUp.DueDay)),
            Clocks = group.Clocks.Started([FollowUp]),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>Operations put right what a learning event is, or when, with the reason (E21).</summary>
/// <param name="Seen">How often something had been recorded of it when the card was drawn.</param>
public sealed record ChangeLearningEvent(int Number, LearningEventPlan Plan, string Reason, int Seen) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepLearningEvents;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var plan = Plan.Trimmed();
        return files.This.LearningEvent(Number) is not { Stands: true } there || there.Changes != Seen ? Decision.Refuse(Refusal.Overtaken)
            : plan.Wrong(context.Today) is { IsEmpty: false } wrong ? new Decision.Refused(wrong)
            : there.Plan.IsSame(plan) ? Decision.Refuse(new("nothing-changed", "This is what stands there already.", "title"))
            : there.Record is not null && plan.On > context.Today
                ? Decision.Refuse(new("future", "It is recorded who came, so its day is not to come.", "date"))
            : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is changed."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(
                files.This.Ref,
                new LearningEventChanged(
                    Number,
                    plan,
                    Reason.Trim(),
                    there.FollowUp is null && plan.On != there.Plan.On ? EventClock.Pin(Number, plan.On, context) : null
                )
            );
    }
}

/// <summary>What a learning event is, or when, was put right.</summary>
/// <param name="FollowUp">By when it is followed up, where that changes; null else.</param>
public sealed record LearningEventChanged(int Number, LearningEventPlan Plan, string Reason, Deadline? FollowUp)
    : GroupEvent,
        IStartsGroupClocks
{
    /// <inheritdoc/>
    public override string StoredName => "LearningEventChanged.v1";

    /// <inheritdoc/>
    IEnumerable<Deadline> IStartsGroupClocks.Starts => FollowUp is null ? [] : [FollowUp];

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.With(Number, one => one with { Plan = Plan, FollowUpBy = FollowUp?.DueDay ?? one.FollowUpBy }) with
        {
            Clocks = FollowUp is null ? group.Clocks : group.Clocks.Started([FollowUp]),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => FollowUp is null ? [] : EventClock.Again(after, Number);
}

/// <summary>A learning event does not take place, with the reason (E21).</summary>
/// <inheritdoc cref="ChangeLearningEvent"/>
public sealed record CallOffLearningEvent(int Number, string Reason, int Seen) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepLearningEvents;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.LearningEvent(Number) is not { Stands: true } there || there.Changes != Seen ? Decision.Refuse(Refusal.Overtaken)
        : there.Record is not null
            ? Decision.Refuse(new("held", "It is recorded who came. Put that right instead, with the reason.", "reason"))
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is called off."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(files.This.Ref, new LearningEventCalledOff(Number, Reason.Trim()));
}

/// <summary>A learning event was called off: nobody waits for its follow-up.</summary>
public sealed record LearningEventCalledOff(int Number, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningEventCalledOff.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.With(Number, one => one with { CalledOff = Reason }) with
        {
            Clocks = group.Clocks.Stopped(EventClock.Id(Number), recorded.At),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => EventClock.Again(after, Number);
}
