using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionDone;

/// <summary>
/// The owner, operations or the Chair take a link out that should not be there: from then on nobody is shown it. That it was there, and
/// why it is not, stays on the record (F1, F2).
/// </summary>
/// <param name="Number">Which, from 1 (<see cref="EvidenceLink"/>).</param>
public sealed record TakeOutEvidenceLink(RecordRef Action, int Number, string Reason) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.TakeOutEvidenceLink;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                files.This.Links.Find(one => one.Number == Number) switch
                {
                    null => new("choice-needed", "Choose a link.", "link"),
                    { IsTakenOut: true } => new("nothing-changed", "This link is taken out already.", "link"),
                    _ => null,
                },
                Said.Needed(Reason, "reason", "Say why it is taken out, without a name."),
            ],
            () => new EvidenceLinkTakenOut(Number, Reason.Trim())
        );
}

/// <summary>A link was taken out.</summary>
public sealed record EvidenceLinkTakenOut(int Number, string Reason) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "EvidenceLinkTakenOut.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file with
        {
            Links = file.Links.ConvertAll(one => one.Number == Number ? one with { IsTakenOut = true } : one),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
