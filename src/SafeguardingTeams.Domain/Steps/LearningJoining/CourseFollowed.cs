using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningJoining;

/// <summary>
/// The referral that leads has moved on by the Chair's choice or the group's decision, and what follows it does so too: its referrer is
/// told the same (D8, D11). Written with what happened to the leading one, in one transaction.
/// </summary>
public sealed record CourseFollowed(Course Course) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "CourseFollowed.v1";

    /// <summary>What follows the leading one, each as a change of its own record.</summary>
    /// <param name="others">The records the command was decided with.</param>
    /// <param name="stage">Where the leading one stands now.</param>
    /// <param name="said">What its referrer is told.</param>
    /// <param name="tell">By when the referrer of one of them is told; null where nothing has ended.</param>
    internal static IEnumerable<RecordChange> Of(
        ImmutableList<RecordFile> others,
        LearningStage stage,
        string said,
        Func<LearningFile, Calendar.Deadline?> tell
    ) => others.OfType<LearningFile>().Select(file => new RecordChange(file.Ref, new CourseFollowed(new Course(stage, said, tell(file)))));

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) => file.Follow(Course, recorded);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.ToReferrer(after), .. LearningCards.Again(after)];
}
