using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BriefingChecking;

/// <summary>
/// Somebody who did not write it checks a briefing against a list, and says what may have been missed; or sends it back with the reason
/// (E26).
/// </summary>
/// <param name="Passes">Whether it may go on to the Chair.</param>
/// <param name="Looked">What of the list was looked at; all of it, where it passes.</param>
/// <param name="Missed">What may have been missed.</param>
/// <param name="Reason">Why it goes back; empty where it passes.</param>
public sealed record CheckBriefing(RecordRef Briefing, bool Passes, ImmutableList<CheckedFor> Looked, string Missed, string Reason)
    : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.CheckBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context) =>
        Passes
            ? Unless(
                [
                    Enum.GetValues<CheckedFor>().All(Looked.Contains)
                        ? null
                        : new("list-needed", "Look for each of the list, and say so.", "looked"),
                    Said.Needed(
                        Missed,
                        "missed",
                        "Say what may have been missed, or could be put together with other things. It is never nothing.",
                        Said.LongestLine * 2
                    ),
                ],
                () => new BriefingChecked(new(new(context.Actor.PersonId, context.Actor.Display), context.Today, Missed.Trim()))
            )
            : Unless([Said.Needed(Reason, "reason", "Say what should change. Whoever wrote it reads it.")], () =>
                new BriefingCheckReturned(Reason.Trim())
            );
}

/// <summary>A briefing was checked by somebody who did not write it.</summary>
public sealed record BriefingChecked(BriefingCheck Check) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingChecked.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file.To(BriefingStage.WithChair) with
        {
            Check = Check,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => [BriefingCards.ToApprove(after), .. BriefingCards.Again(after)];
}

/// <summary>The check sent a briefing back.</summary>
public sealed record BriefingCheckReturned(string Reason) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingCheckReturned.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) => file.Again(Reason);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => [BriefingCards.Returned(after), .. BriefingCards.Again(after)];
}
