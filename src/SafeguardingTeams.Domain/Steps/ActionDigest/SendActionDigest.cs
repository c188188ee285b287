using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionDigest;

/// <summary>
/// Once a week this system tells an owner in one message which of their actions are late, and which are due in the next four weeks (C5).
/// It stands with one of those actions; which, is of no matter.
/// </summary>
/// <param name="PersonId">Whose they are.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Lines">What is late or soon due; of theirs only.</param>
public sealed record SendActionDigest(RecordRef Action, string PersonId, DateOnly Week, ImmutableList<DigestLine> Lines)
    : ActionCommand(Action)
{
    /// <summary>How many days ahead it looks.</summary>
    public const int DaysAhead = 28;

    /// <inheritdoc/>
    public override Step Step => Step.SendActionDigest;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        files.This.Owner!.PersonId != PersonId || (files.This.Digest is var (week, who) && who == PersonId && week >= Week)
            ? Decision.Refuse(Refusal.Overtaken)
        : Lines.IsEmpty ? Decision.Refuse(new("nothing-changed", "Nothing is late, and nothing is due soon."))
        : Decision.Accept(Action, new ActionDigestSent(PersonId, Week, Lines));
}

/// <summary>An action in a digest: its reference and no text of it.</summary>
/// <param name="Due">By when whatever is waited for is due.</param>
public sealed record DigestLine(RecordRef Record, DateOnly Due, bool Late);

/// <summary>An owner was told which of their actions are late or due soon.</summary>
public sealed record ActionDigestSent(string PersonId, DateOnly Week, ImmutableList<DigestLine> Lines) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionDigestSent.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) => file with { Digest = (Week, PersonId) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) =>
        [
            new Effect.ShowCard(after.Ref, CardKind.ActionDigest, new Recipient.ThePerson(PersonId))
            {
                About = Topic.AfterEvent(after.Version),
            },
        ];
}
