using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Reassigning;

/// <summary>
/// This system records who holds the roles now by their from and to dates, once everything that waits was given to who is new (PD17).
/// </summary>
public sealed record NoteRoleHolders(ImmutableList<RoleHolder> Holders) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.NoteHandOvers;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Holders is { } before && before.Count == Holders.Count && before.All(Holders.Contains)
            ? Decision.Refuse(new("nothing-changed", "The same people hold the roles."))
            : Decision.Accept(
                files.This.Ref,
                new RoleHoldersChanged([.. Holders.Except(files.This.Holders ?? [])], [.. (files.This.Holders ?? []).Except(Holders)])
            );
}

/// <summary>Roles have changed hands by their dates.</summary>
/// <param name="Began">Who holds a role now who did not before.</param>
/// <param name="Ended">Who no longer holds one.</param>
public sealed record RoleHoldersChanged(ImmutableList<RoleHolder> Began, ImmutableList<RoleHolder> Ended) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RoleHoldersChanged.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Holders = [.. (group.Holders ?? []).Except(Ended).Union(Began)],
            HoldersNotedAt = recorded.Sequence,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
