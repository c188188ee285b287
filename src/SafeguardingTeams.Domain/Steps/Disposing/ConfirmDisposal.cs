using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Disposing;

/// <summary>The Chair, who did not propose it, confirms that a record goes. From then on nobody opens it (F3).</summary>
/// <param name="Found">As the record was found when this was asked.</param>
/// <param name="Certificate">The number of the certificate.</param>
/// <param name="Seen">How often something had been recorded of its keeping when the card was drawn.</param>
public sealed record ConfirmDisposal(FoundToGo Found, string Certificate, int Seen) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.ConfirmDisposal;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.KeepingOf(Found.Record) is not { Proposed: { } proposed, Disposal: null } kept || kept.Changes != Seen
            ? Decision.Refuse(Refusal.Overtaken)
        : proposed.PersonId == context.Actor.PersonId
            ? Decision.Refuse(
                new("own-proposal", "You proposed this yourself. Somebody else who holds the Chair's role has to confirm it.")
            )
        : Found.Wrong(kept, context.Today) is { } not ? Decision.Refuse(not)
        : Found.Due != kept.Due
            ? Decision.Refuse(new("changed", "The record or its class has changed since this was proposed. Send the proposal back."))
        : Decision.Accept(files.This.Ref, new DisposalConfirmed(Found.Record, Certificate));
}

/// <summary>A record goes.</summary>
public sealed record DisposalConfirmed(RecordRef Record, string Certificate) : GroupEvent
{
    /// <summary>What it is stored as: whoever verifies the audit looks for it.</summary>
    public const string Name = "DisposalConfirmed.v1";

    /// <inheritdoc/>
    public override string StoredName => Name;

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Keeping(Record, kept =>
            kept with
            {
                Disposal = new(Certificate, kept.Due!, kept.Proposed!, recorded.By.Display, recorded.At),
            }
        );

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [new Effect.Dispose(Record)];
}

/// <summary>This system certifies that all of a record is gone that it reaches, and says what is not (F3).</summary>
/// <param name="Document">The certificate as a Word document, as it is kept.</param>
public sealed record CertifyDisposal(RecordRef Record, DisposalDone Done, KeptDocument Document) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.CertifyDisposal;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.KeepingOf(Record).Disposal is not { Done: null }
            ? Decision.Refuse(Refusal.Overtaken)
            : Decision.Accept(files.This.Ref, new RecordDisposedOf(Record, Done, Document));
}

/// <summary>A record is gone.</summary>
public sealed record RecordDisposedOf(RecordRef Record, DisposalDone Done, KeptDocument Document) : GroupEvent, IKeepsDocument
{
    /// <inheritdoc/>
    public override string StoredName => "RecordDisposedOf.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Keeping(Record, kept => kept with { Disposal = kept.Disposal! with { Done = Done } });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
