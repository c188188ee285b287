using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewDecision;

/// <summary>
/// The Chair asks the three leads again: they differ, or there is something new after they did not want a review (C8). What they said
/// before stays on the record.
/// </summary>
/// <param name="Text">What was talked about, or what is new.</param>
public sealed record AskLeadsAgain(RecordRef Review, string Text) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskLeadsAgain;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [Said.Needed(Text, "text", "Say what was talked about, or what is new. The leads read it.")],
            new LeadsAskedAgain(Text.Trim(), context.Pin(files.This.Rules!, Timescales.ReviewLeads, context.Today))
        );
}

/// <summary>The leads were asked again.</summary>
public sealed record LeadsAskedAgain(string Text, Deadline Leads) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LeadsAskedAgain.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.To(ReviewStage.Proposed).Start(Leads) with
        {
            Views = [],
            Asked = file.Asked + 1,
            DecidedOn = null,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.Proposed(after), .. ReviewRecordCards.Again(after with { Asked = after.Asked - 1 })];
}
