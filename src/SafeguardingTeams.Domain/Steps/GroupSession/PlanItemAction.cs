using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupSession;

/// <summary>
/// Operations or the Chair write down an action while an item is talked about (E17). It is agreed, and its owner told, with the item's
/// decision, or at once where that is recorded already; no name of what the item is about may stand in it (F2).
/// </summary>
/// <param name="Subject">The record the item is about, as the card has it.</param>
/// <param name="Action">The reference the action gets.</param>
/// <param name="IsDecided">Whether the item was decided when the card was drawn.</param>
public sealed record PlanItemAction(
    RecordRef Meeting,
    int Number,
    RecordRef? Subject,
    RecordRef Action,
    ActionPlan Plan,
    bool IsDecided = false
) : MeetingCommand(Meeting)
{
    /// <summary>The most actions of one item.</summary>
    public const int Most = 10;

    /// <summary>The referrals that follow the one the item is about: what is named there is compared too (D11, F2).</summary>
    public ImmutableList<RecordRef> Joined { get; init; } = [];

    /// <inheritdoc/>
    public override Step Step => Step.DecideItem;

    /// <inheritdoc/>
    protected override Step StepOn(RecordRef other) => Joined.Contains(other) ? Step.FollowLearning : Step;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others =>
        [
            .. DecideItem.Decides(Subject) ? [Subject!.Value, .. Joined] : ImmutableList<RecordRef>.Empty,
            .. IsDecided ? [Action] : ImmutableList<RecordRef>.Empty,
        ];

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        files.This.Item(Number) is not { Dropped: "" } item
        || item.Subject != Subject
        || item.Outcome is { End: not ItemEnd.Decided }
        || IsDecided != item.Outcome is not null
        || !SourceNames.AreWhole(DecideItem.Decides(Subject) ? files.Others[0] : null, Joined)
        || item.Actions.Exists(one => one.Action == Action)
            ? Decision.Refuse(Refusal.Overtaken)
        : item.HasNoPart(context.Actor.PersonId) ? Decision.Refuse(DecideItem.NoPart)
        : item.Actions.Exists(one => (one.Plan.What.Trim(), one.Plan.Due) == (Plan.What.Trim(), Plan.Due))
            ? Decision.Refuse(new("nothing-changed", "This action is there already.", "what"))
        : item.Actions.Count >= Most ? Decision.Refuse(new("too-many", $"An item has at most {Most} actions."))
        : MeetingWords.Unless(Plan.Refusals(context, files.Others), () =>
            new Decision.Accepted([
                new(Meeting, new ItemActionPlanned(Number, Action, Plan with { Owner = Plan.Owner.AsInTheFile(context) }, IsDecided)),
                .. IsDecided ? [Plan.Agreed(Action, new(Meeting, $"item {Number}"), context)] : ImmutableList<RecordChange>.Empty,
            ])
        );
}

/// <summary>An action was written down with an item.</summary>
/// <param name="Agreed">Whether it was agreed at once: the item was decided already.</param>
public sealed record ItemActionPlanned(int Number, RecordRef Action, ActionPlan Plan, bool Agreed) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ItemActionPlanned.v1";

    /// <inheritdoc/>
    public override bool ChangesMinutes => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item => item with { Actions = item.Actions.Add(new(Action, Plan, Agreed)) });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [];
}

/// <summary>Operations or the Chair take an action back that was written down and is not agreed yet.</summary>
public sealed record TakeBackItemAction(RecordRef Meeting, int Number, RecordRef Action) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.DecideItem;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        files.This.Item(Number)?.Actions.Find(one => one.Action == Action) is { Agreed: false }
            ? Decision.Accept(Meeting, new ItemActionTakenBack(Number, Action))
            : Decision.Refuse(Refusal.Overtaken);
}

/// <summary>An action that was written down with an item is not to be agreed.</summary>
public sealed record ItemActionTakenBack(int Number, RecordRef Action) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ItemActionTakenBack.v1";

    /// <inheritdoc/>
    public override bool ChangesMinutes => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item => item with { Actions = item.Actions.RemoveAll(one => one.Action == Action) });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [];
}
