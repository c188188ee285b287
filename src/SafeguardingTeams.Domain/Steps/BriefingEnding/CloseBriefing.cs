using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BriefingEnding;

/// <summary>Operations or the Chair close a briefing; while an agency has not answered, with the reason (E20).</summary>
/// <param name="Note">What there is to say of it.</param>
public sealed record CloseBriefing(RecordRef Briefing, string Note) : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.CloseBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context) =>
        Unless(
            [
                files.This.Missing.Any()
                    ? Said.Needed(Note, "note", "Say why it is closed though not every agency has answered.")
                    : Said.TooLong(Note, "note"),
            ],
            () => new BriefingClosed(Note.Trim())
        );
}

/// <summary>A briefing was closed.</summary>
public sealed record BriefingClosed(string Note) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingClosed.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At).To(BriefingStage.Closed) with
        {
            WhyEnded = Note,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => BriefingCards.Again(after);
}
