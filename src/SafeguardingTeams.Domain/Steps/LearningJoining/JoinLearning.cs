using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningJoining;

/// <summary>
/// Operations or the Chair join two referrals for practice learning about the same incident or child, with a reason (D11, PD15): the one
/// leads, the other follows it and keeps its own record and words; both referrers are told.
/// </summary>
/// <param name="Learning">The one that leads.</param>
/// <param name="Joined">The one that follows.</param>
public sealed record JoinLearning(RecordRef Learning, RecordRef Joined, string Reason) : LearningCommand(Learning)
{
    /// <summary>As many follow one.</summary>
    public const int Most = 5;

    /// <inheritdoc/>
    public override Step Step => Step.JoinLearning;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => [Joined];

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        if (Learning == Joined || files.Other is not { } joined)
        {
            return Decision.Refuse(new("same", "A referral cannot be joined to itself.", "reference"));
        }

        var leads = files.This;
        return leads.Stage == LearningStage.Joined || joined.Stage == LearningStage.Joined
                ? Decision.Refuse(new("already-joined", "One of the two is joined to another already. Join both to that one.", "reference"))
            : leads.Stage is not (LearningStage.AwaitingTriage or LearningStage.AwaitingMeeting or LearningStage.Decided)
                ? Decision.Refuse(new("already-decided", "The one that is to lead has ended. Choose the other to lead.", "leads"))
            : joined.Stage is not (LearningStage.AwaitingTriage or LearningStage.AwaitingMeeting)
                ? Decision.Refuse(new("already-decided", "The one that is to follow has been decided already.", "leads"))
            : !joined.Joined.IsEmpty
                ? Decision.Refuse(new("has-joined", "Others are joined to the one that is to follow. Let it lead.", "leads"))
            : leads.Joined.Count >= Most ? Decision.Refuse(new("too-many", $"{Most} referrals are joined to that one already.", "leads"))
            : string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse(Reasons.Needed("Say why these are about the same incident or child. Only the group reads it."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : new Decision.Accepted([
                new(Learning, new LearningTakenIn(new(Joined, joined.Referral!.Referrer), Reason.Trim())),
                new(Joined, new LearningJoined(Learning, Reason.Trim(), Of(leads, joined, context))),
            ]);
    }

    /// <summary>How far the leading one has come, for the one that is joined to it.</summary>
    private static Course Of(LearningFile leads, LearningFile joined, DecisionContext context) =>
        leads.Decision is { } decided && leads.Stage == LearningStage.Decided
            ? new(
                leads.Stage,
                decided.ToTheReferrer,
                context.Pin(joined, Timescales.LearningReferrerTold with { Anchor = ClockAnchor.Decision }, context.Today)
            )
            : new(leads.Stage, "", null);
}

/// <summary>This referral was joined to another and follows it: its own clock of the Chair's choice rests.</summary>
/// <param name="To">The one that leads.</param>
/// <param name="Course">How far that one had come.</param>
public sealed record LearningJoined(RecordRef To, string Reason, Course Course) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningJoined.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        (file with { Stage = LearningStage.Joined, StageBeforeJoining = file.Stage, JoinedTo = To }).Follow(Course, recorded);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.ToReferrer(after), .. LearningCards.Again(after)];
}

/// <summary>Another referral about the same incident or child was joined to this one, which leads.</summary>
public sealed record LearningTakenIn(JoinedLearning Joined, string Reason) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningTakenIn.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) => file with { Joined = file.Joined.Add(Joined) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.ToReferrer(after), .. LearningCards.Again(after)];
}
