using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Considered;

/// <summary>
/// Operations record that the Learning from Practice Group has considered a case that went to its meeting, and what it decided, in words
/// (A14). Recorded again it is corrected, with a reason (PD16).
/// </summary>
/// <param name="On">The day of the meeting.</param>
/// <param name="What">What the group decided.</param>
/// <param name="Reason">Why it is corrected; empty the first time.</param>
/// <param name="Again">Whether something was recorded already when the card was drawn.</param>
public sealed record RecordConsidered(CaseId CaseId, DateOnly On, string What, string Reason, bool Again = false) : CaseCommand(CaseId)
{
    /// <summary>What it recommended to the partners (E12); may be empty.</summary>
    public ImmutableList<GroupsMethod> Recommends { get; init; } = [];

    /// <inheritdoc/>
    public override Step Step => Step.RecordConsidered;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var before = files.This.Considered;
        var recommended = GroupRecommended.Of(files.This, Recommends, What.Trim(), On, context).ToList();
        return Again != before is not null ? Decision.Refuse(Refusal.Overtaken)
            : On > context.Today
                ? Decision.Refuse(new("in-future", "This date is in the future. Enter today's date or an earlier one.", "date"))
            : What.Trim().Length == 0 ? Decision.Refuse(new("answer-needed", "Enter what the group decided.", "decided"))
            : Reasons.TooLong(What, "decided") is { } tooLong ? Decision.Refuse(tooLong)
            : GroupRecommended.Wrong(files.This, Recommends) is { } wrong ? Decision.Refuse(wrong)
            : before == new Cases.Deciding.Considered(On, What.Trim()) && recommended.Count == 0
                ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
            : before is not null && Reason.Trim().Length == 0
                ? Decision.Refuse(Reasons.Needed("This is recorded already. Say why it is corrected."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(CaseId, [new ConsideredByGroup(On, What.Trim(), before is null ? "" : Reason.Trim()), .. recommended]);
    }
}

/// <summary>The group has considered the case (A14); with a reason, what was recorded of it was corrected.</summary>
public sealed record ConsideredByGroup(DateOnly On, string Decided, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ConsideredByGroup.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { Considered = new(On, Decided) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        Tell.Again([.. DecidedCards.GroupMeeting(after), .. GroupMeeting.SpecialMeetingAskedFor.AllAsking(after)]);
}
