using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionDone;

/// <summary>
/// The owner, operations or the Chair take a file out that should not be there, such as one in which a name stands: from then on nobody
/// opens it. That it was there, and why it is not, stays on the record (F1, F2).
/// </summary>
/// <param name="Number">Which, from 1 (<see cref="EvidenceFile"/>).</param>
public sealed record TakeOutEvidenceFile(RecordRef Action, int Number, string Reason) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.TakeOutEvidenceFile;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                EvidenceFile.Of(files.This).Find(one => one.Number == Number) switch
                {
                    null => new("choice-needed", "Choose a file.", "file"),
                    { IsTakenOut: true } => new("nothing-changed", "This file is taken out already.", "file"),
                    _ => null,
                },
                Said.Needed(Reason, "reason", "Say why it is taken out, without the name."),
            ],
            () => new EvidenceFileTakenOut(Number, Reason.Trim())
        );
}

/// <summary>A file was taken out.</summary>
public sealed record EvidenceFileTakenOut(int Number, string Reason) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "EvidenceFileTakenOut.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file with
        {
            FilesTakenOut = file.FilesTakenOut.Add(Number),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
