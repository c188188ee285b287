using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningReferral;

/// <summary>
/// What was just sent came in another way than on a card, and operations sent it for its referrer. One without an account here is told by
/// operations at each of the four moments (D8).
/// </summary>
/// <param name="How">How it came.</param>
public sealed record LearningReadIn(string How) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningReadIn.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) => file.TellsOf(recorded) with { How = How };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.Operations(after)];
}
