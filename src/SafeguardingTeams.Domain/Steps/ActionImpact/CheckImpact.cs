using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;

namespace SafeguardingTeams.Domain.Steps.ActionImpact;

/// <summary>
/// The Chair or operations record whether an action has changed something, and how that is known; who owns it does not (C19). "Changed"
/// ends it, and whoever referred what it comes from for practice learning hears of it (D8); whatever else is found, it is looked at again.
/// </summary>
/// <param name="Again">When it is looked at again; null for the usual time. Of no effect where it has changed.</param>
public sealed record CheckImpact(RecordRef Action, ImpactFound Found, string How, DateOnly? Again = null) : ActionCommand(Action)
{
    /// <summary>
    /// The referral for practice learning it comes from, by itself or by an item of a meeting, where the group has decided on that; null
    /// else.
    /// </summary>
    public RecordRef? Referral { get; init; }

    /// <summary>The referrals that follow that one, as it was read (D11).</summary>
    public ImmutableList<RecordRef> Joined { get; init; } = [];

    /// <inheritdoc/>
    public override Step Step => Step.CheckImpact;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others =>
        Found == ImpactFound.Changed && Referral is { } referral ? [referral, .. Joined] : [];

    /// <inheritdoc/>
    protected override Step StepOn(RecordRef other) => Joined.Contains(other) ? Step.FollowLearning : Step;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context)
    {
        var action = files.This;
        if (files.Others is [LearningFile referral, ..] && !IsWhatItComesFrom(referral, action.Source!.Record))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var decided = Said.Decide(
            Action,
            [
                Said.Needed(How, "how", "Say how that is known."),
                Found == ImpactFound.Changed ? null : AcceptAction.ImpactDay(Again, context),
            ],
            () => new ImpactChecked(Found, How.Trim(), Found == ImpactFound.Changed ? null : context.PinImpact(action.Rules!, Again))
        );
        return decided is Decision.Accepted accepted
            ? new Decision.Accepted([
                .. accepted.Changes,
                // Nobody is told that something has changed before that is what is found (D8).
                .. Found == ImpactFound.Changed
                    ? files.Others.Select(other => new RecordChange(other.Ref, new WhatChangedTold(Action, action.Plan!.Change)))
                    : [],
            ])
            : decided;
    }

    /// <summary>Whether it is the one, with those that follow it; of an item of a meeting whoever reads the meeting says which.</summary>
    private bool IsWhatItComesFrom(LearningFile referral, RecordRef source) =>
        (source.Kind == RecordKind.Meeting || source == referral.Ref || Joined.Contains(source))
        && Joined.SequenceEqual(referral.Joined.Select(joined => joined.Learning));
}

/// <summary>It was recorded what an action has changed.</summary>
/// <param name="Again">When it is looked at again; null where it has changed.</param>
public sealed record ImpactChecked(ImpactFound Found, string How, Deadline? Again) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionImpactChecked.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.To(Found == ImpactFound.Changed ? ActionStage.Changed : ActionStage.Accepted, recorded.At, Again is null ? [] : [Again]) with
        {
            Impact = file.Impact.SetItem(file.Impact.Count - 1, file.Impact[^1] with { Found = Found, How = How }),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
