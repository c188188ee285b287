using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.BriefingSending;

/// <summary>
/// Operations or the Chair send an approved briefing to the agencies of its audience, whose answers are due from then (E11, E20), also of
/// those that answered a text before that was put right. It is kept as it went.
/// </summary>
public sealed record SendBriefing(RecordRef Briefing) : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.SendBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context) =>
        Decision.Accept(
            Briefing,
            new BriefingDispatched(
                context.Today,
                !files.This.Plan!.Agencies.IsEmpty ? context.Pin(files.This.Rules!, Timescales.BriefingAnswers, context.Today) : null
            )
        );
}

/// <summary>A briefing was sent.</summary>
/// <param name="Answers">By when the agencies answer; null where nobody is asked.</param>
public sealed record BriefingDispatched(DateOnly On, Deadline? Answers) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingDispatched.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file.To(BriefingStage.Sent).Start(Answers) with
        {
            Sent = file.Sent.Add(new(file.Text!, file.Check!, On, recorded.Sequence)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) =>
        [.. BriefingCards.ToAgencies(after), new Effect.KeepPapers(after.Ref), .. BriefingCards.Again(after)];
}
