using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Disposing;

/// <summary>This system puts a record whose time has come on the list of those to be reviewed (F3).</summary>
public sealed record ListForReview(DueRecord Due) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.ListForReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.KeepingOf(Due.Record) is var kept
        && (kept.Disposal is not null || kept.Due is not null || kept.KeptUntil > context.Today || Due.Until > context.Today)
            ? Decision.Refuse(Refusal.Overtaken)
            : Decision.Accept(files.This.Ref, new RecordDue(Due));
}

/// <summary>A record is to be reviewed.</summary>
public sealed record RecordDue(DueRecord Due) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RecordDue.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Keeping(Due.Record, kept => kept with { Due = Due });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>Operations keep a record on for some years (F3).</summary>
/// <param name="Seen">How often something had been recorded of its keeping when the card was drawn.</param>
public sealed record KeepOn(RecordRef Record, int Years, string Reason, int Seen) : GroupCommand
{
    /// <summary>The most years at a time.</summary>
    public const int Most = 30;

    /// <inheritdoc/>
    public override Step Step => Step.ReviewKeeping;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.KeepingOf(Record) is not { Due: not null, Disposal: null } kept || kept.Changes != Seen
            ? Decision.Refuse(Refusal.Overtaken)
        : Years is < 1 or > Most ? Decision.Refuse(new("years", $"Enter a number of years from 1 to {Most}.", "years"))
        : Reasons.Wrong(Reason, "Say why it is kept on. Name no child, relative or practitioner.") is { } wrong ? Decision.Refuse(wrong)
        : Decision.Accept(files.This.Ref, new RecordKeptOn(Record, context.Today.AddYears(Years), Reason.Trim()));
}

/// <summary>A record is kept on; any proposal that it goes has ended.</summary>
/// <param name="Until">When it is reviewed again.</param>
public sealed record RecordKeptOn(RecordRef Record, DateOnly Until, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RecordKeptOn.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Keeping(Record, kept => kept with { Due = null, Proposed = null, KeptUntil = Until });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
