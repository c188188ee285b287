using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LegalHold;

/// <summary>Operations or the Chair say that the law needs a record: while that stands, nothing of it is removed (F3).</summary>
/// <param name="Record">Which, at whatever stage it is.</param>
/// <param name="Authority">Who needs it.</param>
public sealed record HoldRecord(RecordRef Record, HoldAuthority Authority, string Reason) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.HoldRecord;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.KeepingOf(Record) is var kept && Record.Kind == RecordKind.Group
            ? Decision.Refuse(new("never-removed", "The group's own record is never removed."))
        : kept.Disposal is not null ? Decision.Refuse(Refusal.Overtaken)
        : Reasons.Wrong(Reason, "Say who needs it and for what. Name no child, relative or practitioner.") is { } wrong
            ? Decision.Refuse(wrong)
        : kept.Holds.Exists(one => one.Authority == Authority && one.Reason == Reason.Trim())
            ? Decision.Refuse(new("nothing-changed", "It is held for this already.", "reason"))
        : Decision.Accept(files.This.Ref, new RecordHeld(Record, kept.LastHold + 1, Authority, Reason.Trim()));
}

/// <summary>A record is held.</summary>
public sealed record RecordHeld(RecordRef Record, int Number, HoldAuthority Authority, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RecordHeld.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Keeping(Record, kept =>
            kept with
            {
                LastHold = Number,
                Holds = kept.Holds.Add(new(Number, Authority, Reason, recorded.By.Display, London.DateOf(recorded.At))),
            }
        );

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>Operations or the Chair say that the law needs a record no longer (F3).</summary>
/// <param name="Number">Which hold.</param>
public sealed record LiftHold(RecordRef Record, int Number, string Reason) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.HoldRecord;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        !files.This.KeepingOf(Record).Holds.Exists(one => one.Number == Number) ? Decision.Refuse(Refusal.Overtaken)
        : Reasons.Wrong(Reason, "Say who no longer needs it, and how you know.") is { } wrong ? Decision.Refuse(wrong)
        : Decision.Accept(files.This.Ref, new RecordHoldLifted(Record, Number, Reason.Trim()));
}

/// <summary>A record is held no longer for one reason.</summary>
public sealed record RecordHoldLifted(RecordRef Record, int Number, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RecordHoldLifted.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Keeping(Record, kept => kept with { Holds = kept.Holds.RemoveAll(one => one.Number == Number) });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
