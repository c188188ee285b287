using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Disposing;

/// <summary>Operations propose that a record goes (F3).</summary>
/// <param name="Found">As the record was found when this was asked.</param>
/// <param name="Seen">How often something had been recorded of its keeping when the card was drawn.</param>
public sealed record ProposeDisposal(FoundToGo Found, string Reason, int Seen) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.ReviewKeeping;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.KeepingOf(Found.Record) is not { Due: not null, Proposed: null, Disposal: null } kept || kept.Changes != Seen
            ? Decision.Refuse(Refusal.Overtaken)
        : Found.Wrong(kept, context.Today) is { } not ? Decision.Refuse(not)
        : Reasons.Wrong(Reason, "Say why it need not be kept. Name no child, relative or practitioner.") is { } wrong
            ? Decision.Refuse(wrong)
        : Decision.Accept(files.This.Ref, new DisposalProposed(Found.Due!, Reason.Trim()));
}

/// <summary>It is proposed that a record goes.</summary>
/// <param name="Due">The class and the days as they are now.</param>
public sealed record DisposalProposed(DueRecord Due, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "DisposalProposed.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Keeping(Due.Record, kept =>
            kept with
            {
                Due = Due,
                Proposed = new(recorded.By.PersonId, recorded.By.Display, recorded.At, Reason),
            }
        );

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>The Chair sends the proposal that a record goes back (F3).</summary>
/// <param name="Seen">How often something had been recorded of its keeping when the card was drawn.</param>
public sealed record DeclineDisposal(RecordRef Record, string Reason, int Seen) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.ConfirmDisposal;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.KeepingOf(Record) is not { Proposed: not null, Disposal: null } kept || kept.Changes != Seen
            ? Decision.Refuse(Refusal.Overtaken)
        : Reasons.Wrong(Reason, "Say why it is not to go.") is { } wrong ? Decision.Refuse(wrong)
        : Decision.Accept(files.This.Ref, new DisposalDeclined(Record, Reason.Trim()));
}

/// <summary>A record does not go for now: it is on the list again.</summary>
public sealed record DisposalDeclined(RecordRef Record, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "DisposalDeclined.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Keeping(Record, kept => kept with { Proposed = null });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
