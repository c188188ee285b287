using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningJoining;

/// <summary>
/// The referral that leads looked serious and went to the MASH, and what follows it went along, as a referral of a serious incident of its
/// own referrer: nothing of it is lost, and its referrer hears the outcome there (D7, D11, A15).
/// </summary>
/// <param name="Case">The referral of a serious incident that was made of this one.</param>
public sealed record WentAlong(Course Course, CaseId Case) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningWentAlong.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        // Nothing of it is waited for here any more, whoever it follows.
        file.StopAll(recorded.At).Follow(Course, recorded) with
        {
            Case = Case,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.ToReferrer(after), .. LearningCards.Again(after)];
}
