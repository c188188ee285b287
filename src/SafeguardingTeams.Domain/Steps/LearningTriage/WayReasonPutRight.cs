using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningJoining;

namespace SafeguardingTeams.Domain.Steps.LearningTriage;

/// <summary>
/// The reason why it is not for the group was put right: the referrer has read another one, and is told (D7, PD16). What it said before
/// stays on the record.
/// </summary>
/// <param name="Reason">As the referrer reads it now.</param>
/// <param name="Why">Why it was put right, for the group.</param>
/// <param name="Tell">By when the referrer is told.</param>
public sealed record WayReasonPutRight(string Reason, string Why, Deadline Tell) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "WayReasonPutRight.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    internal static Decision Decide(
        TriageLearning asked,
        Records<LearningFile> files,
        ImmutableList<RecordChange> themes,
        Deadline tell,
        Func<LearningFile, Deadline> tellOf
    ) =>
        string.IsNullOrWhiteSpace(asked.PutRight)
            ? Decision.Refuse(
                new("reason-needed", "Say why the reason is put right. What the referrer read before stays on the record.", "putright")
            )
        : Reasons.TooLong(asked.PutRight, "putright") is { } refusal ? Decision.Refuse(refusal)
        : new Decision.Accepted([
            .. themes,
            new(asked.Learning, new WayReasonPutRight(asked.Reason.Trim(), asked.PutRight.Trim(), tell)),
            .. CourseFollowed.Of(files.Others, LearningStage.NotForTheGroup, asked.Reason.Trim(), tellOf),
        ]);

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file.Start(Tell).TellsOf(recorded) with
        {
            Way = file.Way! with { Reason = Reason },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) =>
        [LearningCards.ToReferrer(after), LearningCards.Operations(after)];
}
