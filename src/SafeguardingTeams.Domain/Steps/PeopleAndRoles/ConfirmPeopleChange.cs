using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.PeopleAndRoles;

/// <summary>
/// A second person confirms a change, which holds from then on: its day, or today where that has passed meanwhile. It is looked at anew
/// (PD17).
/// </summary>
/// <param name="Number">Which proposal.</param>
public sealed record ConfirmPeopleChange(int Number) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.ConfirmPeopleChange;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        if (Proposals.Refuse(files.This, Number, context) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var proposal = files.This.Proposal(Number)!;
        var outcome = RosterChange.Of(proposal.Change, files.This.Roster(context), context.Today);
        return outcome.After is null
            ? new Decision.Refused(outcome.Wrong)
            : RosterChange.Accept(files.This, outcome.Changed, proposal.Change, proposal.Reason, Number);
    }
}

/// <summary>A second person declines a change, with the reason: nothing is changed (PD17).</summary>
public sealed record DeclinePeopleChange(int Number, string Reason) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.ConfirmPeopleChange;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        Proposals.Refuse(files.This, Number, context) is { } refusal ? Decision.Refuse(refusal)
        : Reason.Trim().Length == 0 ? Decision.Refuse(Reasons.Needed("Say why not."))
        : Reasons.TooLong(Reason) is { } tooLong ? Decision.Refuse(tooLong)
        : Decision.Accept(files.This.Ref, new PeopleChangeDeclined(Number, Reason.Trim()));
}

/// <summary>Whoever proposed a change takes it back (PD17).</summary>
public sealed record TakeBackPeopleChange(int Number) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepPeople;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Proposal(Number) is not { Answer: null } proposal ? Decision.Refuse(Proposals.Over)
        : proposal.ByPersonId != context.Actor.PersonId ? Decision.Refuse(Refusal.NotYours)
        : Decision.Accept(files.This.Ref, new PeopleChangeTakenBack(Number));
}

/// <summary>A second person declined a change.</summary>
public sealed record PeopleChangeDeclined(int Number, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PeopleChangeDeclined.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Answered(Number, ProposalEnd.Declined, recorded, Reason);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => PeopleChangeProposed.Again(after, Number);
}

/// <summary>A change was taken back before a second person answered.</summary>
public sealed record PeopleChangeTakenBack(int Number) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PeopleChangeTakenBack.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Answered(Number, ProposalEnd.TakenBack, recorded, "");

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => PeopleChangeProposed.Again(after, Number);
}

/// <summary>Who may answer a proposal.</summary>
internal static class Proposals
{
    internal static Refusal Over { get; } = new("overtaken", "This was answered or taken back meanwhile. Nothing has been changed.");

    internal static Refusal? Refuse(GroupFile group, int number, DecisionContext context)
    {
        if (group.Proposal(number) is not { Answer: null } proposal)
        {
            return Over;
        }

        var before = group.Roster(context);
        var after = before.With(Changing.Apply(proposal.Change, before, context.Today).Changed);
        return proposal.ByPersonId == context.Actor.PersonId
            || SecondPerson.WhoGains(before, after, context.Today).Contains(context.Actor.PersonId)
                ? new("not-the-second", "Somebody else confirms this: not who proposed it, and not who gains by it.")
            : context.Actor.Roles.Overlaps(proposal.Roles) ? null
            : Refusal.NotYours;
    }
}
