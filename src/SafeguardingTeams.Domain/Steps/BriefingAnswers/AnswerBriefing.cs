using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.BriefingAnswers;

/// <summary>
/// An agency says how it used a briefing, or why not (E20): its member of the group, who sees what was sent and nothing else; or operations
/// record it, and how they made sure. An answer may be replaced by another; the earlier one stays on the timeline.
/// </summary>
public sealed record AnswerBriefing(RecordRef Briefing, BriefingUsed Used) : BriefingCommand(Briefing)
{
    /// <summary>The most people a briefing can have reached in one agency.</summary>
    public const int MostPeople = 100_000;

    /// <summary>Which state the card was drawn for (<see cref="BriefingFile.SeenOf"/>); null where there was no card.</summary>
    public int? Seen { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.AnswerBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context)
    {
        var (file, actor) = (files.This, context.Actor);
        var isOwn = ReviewPermissions.IsMemberOf(actor, Used.AgencyId);
        if (!isOwn && !file.RolesOf(actor).Contains(Role.Operations))
        {
            return Decision.Refuse(BriefingPermissions.Sees(file, actor) ? Refusal.NotYours : Refusal.NotFound);
        }

        if (!file.IsFor(Used.AgencyId))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var used = Trimmed(isOwn);
        // Of a text that was put right the same may be said again.
        if (file.HasAnswered(Used.AgencyId) && file.AnswerOf(Used.AgencyId) is { } before && IsSame(before.Used, used))
        {
            return Decision.Refuse(new Refusal("nothing-changed", "This is what is recorded already."));
        }

        return Seen is { } seen && seen != file.SeenOf(Used.AgencyId)
            ? Decision.Refuse(BriefingRules.DrawnBefore)
            : Unless(
                [
                    .. used.IsUsed ? UsedBy(used) : [Said.TooLong(used.WhyNot, "because", BriefingUsed.LongestText)],
                    isOwn
                        ? null
                        : Said.Needed(used.Verified, "verified", "Say how you made sure that it came from the agency.", Said.LongestLine),
                ],
                () => new BriefingAnswered(used, context.Today)
            );
    }

    private static IEnumerable<Refusal?> UsedBy(BriefingUsed used) =>
        [
            Said.Needed(used.Teams, "teams", "Say which teams it reached, or below why it was not used.", Said.LongestLine),
            used.People is < 1 or > MostPeople ? new("number-needed", "Enter how many people, as a number above 0.", "people") : null,
            used.Uses.IsEmpty ? new("choice-needed", "Choose how it was talked about.", "uses") : null,
            Said.Needed(used.CameUp, "cameup", "Say what came up.", BriefingUsed.LongestText),
            Said.Needed(used.WillChange, "change", "Say what will be different, or why nothing will.", BriefingUsed.LongestText),
            Said.TooLong(used.Asks, "asks", BriefingUsed.LongestText),
        ];

    private static bool IsSame(BriefingUsed before, BriefingUsed now) =>
        before with { Uses = [] } == now with { Uses = [] } && before.Uses.SequenceEqual(now.Uses);

    /// <summary>As it is kept: of what was not used, why, and nothing else.</summary>
    private BriefingUsed Trimmed(bool isOwn)
    {
        var verified = isOwn ? "" : Used.Verified.Trim();
        return Used.WhyNot.Trim() is { Length: > 0 } whyNot
            ? new(Used.AgencyId, "", null, [], "", "", "", whyNot, verified)
            : new(
                Used.AgencyId,
                Used.Teams.Trim(),
                Used.People,
                [.. Used.Uses.Distinct().Order()],
                Used.CameUp.Trim(),
                Used.WillChange.Trim(),
                Used.Asks.Trim(),
                "",
                verified
            );
    }
}

/// <summary>An agency has said how it used a briefing, or says it otherwise.</summary>
public sealed record BriefingAnswered(BriefingUsed Used, DateOnly On) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingAnswered.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded)
    {
        var after = file with { Answers = file.Answers.Add(new(Used, On, recorded.By.Display, file.Sent.Count)) };
        return after.Missing.Any() ? after : after.StopAll(recorded.At);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => BriefingCards.Again(after);
}
