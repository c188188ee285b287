using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Absences;

/// <summary>
/// Somebody is away, first and last day included (PD17): everybody records their own absence, operations anybody's. Recorded again for
/// the same first day it takes the place of what was recorded before.
/// </summary>
public sealed record RecordAbsence(string PersonId, DateOnly From, DateOnly To) : GroupCommand
{
    /// <summary>How far ahead the last day may be, in days: a longer absence is a change of the role's holder.</summary>
    public const int FarthestInDays = 400;

    /// <inheritdoc/>
    public override Step Step => Step.RecordAbsence;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        Ownership.Refuse(PersonId, context) is { } notTheirs ? Decision.Refuse(notTheirs)
        : !context.People.Exists(person => person.PersonId == PersonId)
            ? Decision.Refuse(new("answer-needed", "Choose who is away.", "person"))
        : To < context.Today ? Decision.Refuse(new("past", "This day is past.", "to"))
        : To < From ? Decision.Refuse(new("order", "The last day is before the first.", "to"))
        : To > context.Today.AddDays(FarthestInDays)
            ? Decision.Refuse(new("too-long", "This is more than a year ahead. Have the role given to somebody else instead.", "to"))
        : files.This.Absence(PersonId, From) is { } there && there.To == To
            ? Decision.Refuse(new("nothing-changed", "This is recorded already.", "to"))
        : Decision.Accept(files.This.Ref, new AbsenceRecorded(PersonId, From, To));
}

/// <summary>It was recorded that somebody is away.</summary>
public sealed record AbsenceRecorded(string PersonId, DateOnly From, DateOnly To) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AbsenceRecorded.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Absences = group
                .Absences.RemoveAll(absence => absence.PersonId == PersonId && absence.From == From)
                .Add(new(PersonId, From, To, recorded.By.PersonId, PutBeforeDeputies: false)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>An absence is taken back: by whoever is away, or by operations.</summary>
public sealed record TakeBackAbsence(string PersonId, DateOnly From) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordAbsence;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        Ownership.Refuse(PersonId, context) is { } notTheirs ? Decision.Refuse(notTheirs)
        : files.This.Absence(PersonId, From) is null ? Decision.Refuse(Refusal.Overtaken)
        : Decision.Accept(files.This.Ref, new AbsenceTakenBack(PersonId, From));
}

/// <summary>An absence was taken back.</summary>
public sealed record AbsenceTakenBack(string PersonId, DateOnly From) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AbsenceTakenBack.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Absences = group.Absences.RemoveAll(absence => absence.PersonId == PersonId && absence.From == From),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>This system records that what waits for somebody who is away was put before whoever stands in, in every case (PD17).</summary>
public sealed record NoteAbsenceCovered(string PersonId, DateOnly From, DateOnly To) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.NoteHandOvers;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Absence(PersonId, From) is { PutBeforeDeputies: false } there && there.To == To
            ? Decision.Accept(files.This.Ref, new AbsenceCovered(PersonId, From))
            : Decision.Refuse(Refusal.Overtaken);
}

/// <summary>What waits for somebody who is away was put before whoever stands in.</summary>
public sealed record AbsenceCovered(string PersonId, DateOnly From) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AbsenceCovered.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Absences =
            [
                .. group.Absences.Select(absence =>
                    absence.PersonId == PersonId && absence.From == From ? absence with { PutBeforeDeputies = true } : absence
                ),
            ],
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>Whose absence somebody may record or take back.</summary>
internal static class Ownership
{
    internal static Refusal? Refuse(string personId, DecisionContext context) =>
        personId == context.Actor.PersonId || context.Actor.Roles.Contains(Role.Operations) ? null : Refusal.NotYours;
}
