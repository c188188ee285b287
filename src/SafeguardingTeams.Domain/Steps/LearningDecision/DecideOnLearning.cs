using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.Themes;

namespace SafeguardingTeams.Domain.Steps.LearningDecision;

/// <summary>
/// What the group decided on a referral for practice learning (D4), recorded by operations or the Chair: what was considered, what follows
/// (several may apply), why, what of equality bore on it (E10), how children and families take part, what the referrer is told (D5).
/// A later record puts an earlier one right; the referrer is told again.
/// </summary>
/// <param name="Seen">The version of the record the card was drawn from: nobody replaces what they have not seen.</param>
/// <param name="Themes">Ids of themes of the partnership's list; null where they are left as the Chair chose them.</param>
public sealed record DecideOnLearning(RecordRef Learning, GroupsDecision Group, int Seen, ImmutableList<string>? Themes = null)
    : LearningCommand(Learning)
{
    /// <summary>The longest line, in characters.</summary>
    public const int LongestLine = 400;

    /// <summary>
    /// The longest of its texts, in characters: half of what a reason alone may have, since one card holds four of them and is opened again
    /// with all of them to be put right.
    /// </summary>
    public const int LongestText = 2000;

    /// <summary>The referrals that follow it, as the card was drawn with them (D11).</summary>
    public ImmutableList<RecordRef> Joined { get; init; } = [];

    /// <inheritdoc/>
    public override Step Step => Step.DecideOnLearning;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Joined;

    /// <inheritdoc/>
    protected override Step StepOn(RecordRef other) => Step.FollowLearning;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        if (
            files.This.HasSince<LearningDecided>(Seen)
            || Themes is not null && files.This.HasSince<LearningThemesChosen>(Seen)
            || !Joined.SequenceEqual(files.This.Joined.Select(joined => joined.Learning))
        )
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        return Decide(files.This, files.Others, Group, Themes, context);
    }

    /// <summary>
    /// What a decision does to a referral and to those that follow it, wherever it is recorded: by itself, or at a meeting.
    /// </summary>
    /// <param name="joined">The referrals that follow it.</param>
    internal static Decision Decide(
        LearningFile file,
        ImmutableList<RecordFile> joined,
        GroupsDecision group,
        ImmutableList<string>? chosen,
        DecisionContext context
    )
    {
        var themes = chosen ?? [.. file.Themes.Select(theme => theme.Id)];
        var themed = LearningThemesChosen.Between(file, themes, group.Reason, context);
        ImmutableList<Refusal> wrong =
        [
            .. Missing(group.Considered, "considered", "Say in a line what was considered."),
            .. group.Outcomes.IsEmpty ? [new Refusal("answer-needed", "Choose at least one.", "outcomes")] : ImmutableList<Refusal>.Empty,
            .. group.Outcomes.Contains(LearningOutcome.NoFurtherAction) && group.Outcomes.Count > 1
                ?
                [
                    new Refusal(
                        "answer-needed",
                        "You have chosen no further action, and others as well. Take back the one or the others.",
                        "outcomes"
                    ),
                ]
                : ImmutableList<Refusal>.Empty,
            .. group.Outcomes.Contains(LearningOutcome.JoinedToATheme) && themes.IsEmpty && context.Themes.Exists(theme => theme.IsInUse)
                ? [new Refusal("answer-needed", "Choose the theme it is joined to.", "themes")]
                : ImmutableList<Refusal>.Empty,
            .. Missing(group.Reason, "reason", "Say why. It stands in the minutes."),
            .. Missing(group.Equality, "equality", "Say what bore on it, or that nothing was seen, and why."),
            .. Missing(group.ToTheReferrer, "referrertold", "Say what the referrer is told."),
            .. group.DecidedOn > context.Today
                ? [new Refusal("future", "This day is still to come.", "date")]
                : ImmutableList<Refusal>.Empty,
            .. new[]
            {
                TooLong(group.Considered, "considered", LongestLine),
                TooLong(group.Reason, "reason"),
                TooLong(group.Equality, "equality"),
                TooLong(group.Participation, "participation"),
                TooLong(group.ToTheReferrer, "referrertold"),
                themed.Wrong,
            }.OfType<Refusal>(),
        ];
        return wrong.IsEmpty
            ? new Decision.Accepted([
                .. themed.Changes,
                new(file.Ref, new LearningDecided(group, context.Pin(file, Timescales.LearningReferrerTold, group.DecidedOn))),
                .. CourseFollowed.Of(joined, LearningStage.Decided, group.ToTheReferrer, follows =>
                    context.Pin(follows, Timescales.LearningReferrerTold, group.DecidedOn)
                ),
            ])
            : new Decision.Refused(wrong);
    }

    private static Refusal? TooLong(string text, string field, int longest = LongestText) =>
        text.Trim().Length > longest ? new("too-long", $"Shorten it to {longest} characters or fewer.", field) : null;

    private static IEnumerable<Refusal> Missing(string text, string field, string message) =>
        string.IsNullOrWhiteSpace(text) ? [new("answer-needed", message, field)] : [];
}

/// <summary>The group decided, or what it decided was put right.</summary>
/// <param name="Tell">By when the referrer is told.</param>
public sealed record LearningDecided(GroupsDecision Group, Deadline Tell) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningDecided.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At).Start(Tell).TellsOf(recorded) with
        {
            Decision = Group,
            Stage = LearningStage.Decided,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.ToReferrer(after), .. LearningCards.Again(after)];
}
