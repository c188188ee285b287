using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BriefingApproval;

/// <summary>The Chair approves a briefing that was checked, or sends it back with the reason (E20).</summary>
public sealed record ApproveBriefing(RecordRef Briefing, bool Approves, string Reason) : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.ApproveBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context) =>
        Unless(
            [
                Approves
                    ? Said.TooLong(Reason, "reason")
                    : Said.Needed(Reason, "reason", "Say what should change. Whoever wrote it reads it."),
            ],
            () =>
                Approves
                    ? new BriefingApproved(new(context.Actor.PersonId, context.Actor.Display), context.Today)
                    : new BriefingNotApproved(Reason.Trim())
        );
}

/// <summary>The Chair approved a briefing.</summary>
public sealed record BriefingApproved(BriefingPerson By, DateOnly On) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingApproved.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file.To(BriefingStage.Approved) with
        {
            Approval = (By, On),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => [BriefingCards.ToSend(after), .. BriefingCards.Again(after)];
}

/// <summary>The Chair sent a briefing back.</summary>
public sealed record BriefingNotApproved(string Reason) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingNotApproved.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) => file.Again(Reason);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => [BriefingCards.Returned(after), .. BriefingCards.Again(after)];
}
