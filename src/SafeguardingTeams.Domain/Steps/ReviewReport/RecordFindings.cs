using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;

namespace SafeguardingTeams.Domain.Steps.ReviewReport;

/// <summary>
/// Operations or the Chair record what a review or an audit found that the leads do not decide, as the group
/// accepted it (C3); how something ended that another body did (C7); what the group says of something national (C21).
/// </summary>
/// <param name="AcceptedOn">The day of the meeting.</param>
public sealed record RecordFindings(RecordRef Review, string Found, DateOnly AcceptedOn) : ReviewCommand(Review)
{
    /// <summary>What the group says of something national (C21); null for anything else.</summary>
    public NationalAnswer? Answer { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.RecordFindings;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [
                (files.This.Plan!.Kind == ReviewKind.NationalLearning) != Answer is not null
                    ? new("choice-needed", "Choose what the group says of it.", "says")
                    : null,
                Said.Needed(Found, "found", "Say what it found, without names."),
                AcceptedOn > context.Today ? new("in-future", "This day is still to come.", "date")
                : AcceptedOn < files.This.DecidedOn ? new("too-early", "This is before it was begun.", "date")
                : null,
            ],
            [new FindingsRecorded(Found.Trim(), AcceptedOn) { Answer = Answer }, .. ReviewRecommendationsAsked.All(files.This, context)]
        );
}

/// <summary>What a review or an audit found was recorded.</summary>
public sealed record FindingsRecorded(string Found, DateOnly AcceptedOn) : ReviewEvent
{
    /// <summary>What the group says of something national (C21); null for anything else.</summary>
    public NationalAnswer? Answer { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "FindingsRecorded.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Stop(recorded.At, Timescales.ReviewDue, Timescales.ReviewLook).To(ReviewStage.Accepted) with
        {
            Found = Found,
            Answer = Answer,
            AcceptedOn = AcceptedOn,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.News(after), .. ReviewRecordCards.Again(after)];
}
