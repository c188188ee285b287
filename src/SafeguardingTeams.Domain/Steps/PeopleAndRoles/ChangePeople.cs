using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Seats;

namespace SafeguardingTeams.Domain.Steps.PeopleAndRoles;

/// <summary>
/// Operations change who the partnership's people are and what they hold (PD17). Where it touches who chairs, leads for a partner or is of
/// operations, it waits for a second person; anything else holds at once, and is undone by a further change.
/// </summary>
public sealed record ChangePeople(PersonChange Change, string Reason) : GroupCommand
{
    /// <summary>The longest name of a role and agency, or address, in characters.</summary>
    public const int LongestText = 200;

    /// <summary>How far ahead a day may be, in days.</summary>
    public const int FarthestInDays = 400;

    /// <summary>The most accounts or deputies.</summary>
    public const int MostOfEach = 6;

    /// <inheritdoc/>
    public override Step Step => Step.KeepPeople;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var (group, before) = (files.This, files.This.Roster(context));
        var reason = Reason.Trim();
        var wrong = new[]
        {
            reason.Length == 0 && Change.Kind != PersonChangeKind.Add ? Reasons.Needed("Say why, without the name of a child.") : null,
            Reasons.TooLong(reason),
            TooLong(Change.Display, "who"),
            TooLong(Change.Email, "email"),
            Change.Accounts?.Count > MostOfEach ? new("too-many", $"There can be at most {MostOfEach} accounts.", "accounts") : null,
            Change.Deputies?.Count > MostOfEach ? new("too-many", $"There can be at most {MostOfEach} deputies.", "deputies") : null,
            Day(context.Today),
        }
            .OfType<Refusal>()
            .ToImmutableList();
        if (!wrong.IsEmpty)
        {
            return new Decision.Refused(wrong);
        }

        var outcome = RosterChange.Of(Change, before, context.Today);
        if (outcome.After is not { } after)
        {
            return new Decision.Refused(outcome.Wrong);
        }

        if (!SecondPerson.IsNeeded(before, after, context.Today))
        {
            return RosterChange.Accept(group, outcome.Changed, Change, reason, null);
        }

        if (group.Proposals.Exists(one => one.Answer is null && one.Change.IsSame(Change)))
        {
            return Decision.Refuse(new("nothing-changed", "This waits for a second person already."));
        }

        var not = SecondPerson.WhoGains(before, after, context.Today).Add(context.Actor.PersonId);
        var roles = SecondPerson.Asked(before, context.Today, not);
        ImmutableList<string> asked =
        [
            .. context.People.Where(person => person.Roles.Overlaps(roles) && !not.Contains(person.PersonId)).Select(one => one.PersonId),
        ];
        return asked.IsEmpty
            ? Decision.Refuse(new("no-second", "Nobody is there who could confirm this as a second person. Nothing has been changed."))
            : Decision.Accept(group.Ref, new PeopleChangeProposed(group.Proposals.Count + 1, Change, reason, roles, asked));
    }

    private Refusal? Day(DateOnly today) =>
        Change.Kind is not (PersonChangeKind.GiveRole or PersonChangeKind.HandOver or PersonChangeKind.EndRole or PersonChangeKind.Leave)
            ? null
        : Change.Day is not { } day ? new("answer-needed", "Enter a day.", "day")
        : day < (Change.Begins ? today : today.AddDays(-1)) ? new("past", "This day is past. Enter today or a later day.", "day")
        : day > today.AddDays(FarthestInDays) ? new("too-far", "This is more than a year ahead. Enter an earlier day.", "day")
        : null;

    private static Refusal? TooLong(string? text, string field) =>
        text?.Length > LongestText ? new("too-long", $"Shorten it to {LongestText} characters or fewer.", field) : null;
}

/// <summary>People of the partnership were changed: from now on the record counts for them, and no longer the partnership's file.</summary>
/// <param name="People">Each whom it changed, whole, as they are after it.</param>
/// <param name="Change">What was asked for.</param>
/// <param name="Proposal">The proposal that a second person confirmed; null where none was needed.</param>
public sealed record PeopleChanged(ImmutableList<RosterPerson> People, PersonChange Change, string Reason, int? Proposal) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PeopleChanged.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded)
    {
        var after = group with { People = group.People.SetItems(People.Select(person => KeyValuePair.Create(person.Id, person))) };
        return Proposal is { } number ? after.Answered(number, ProposalEnd.Confirmed, recorded, "") : after;
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) =>
        Proposal is { } number ? PeopleChangeProposed.Again(after, number) : [];
}

/// <summary>A change waits for a second person.</summary>
/// <param name="Number">From 1, in the order they were proposed.</param>
/// <param name="Roles">The roles whose holders may confirm it.</param>
/// <param name="Asked">Who holds one of them and is asked.</param>
public sealed record PeopleChangeProposed(
    int Number,
    PersonChange Change,
    string Reason,
    ImmutableList<Role> Roles,
    ImmutableList<string> Asked
) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PeopleChangeProposed.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Proposals = group.Proposals.Add(
                new(Number, Change, Reason, Roles, Asked, recorded.By.PersonId, recorded.By.Display, recorded.At)
            ),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => Asked.Select(id => Ask(after, Number, id));

    /// <summary>What was asked is drawn anew for everybody who was asked: it waits no more.</summary>
    internal static IEnumerable<Effect> Again(GroupFile after, int number) =>
        after.Proposal(number)!.Asked.Select(id => Ask(after, number, id) with { OnlyIfShown = true });

    private static Effect.ShowCard Ask(GroupFile group, int number, string personId) =>
        new(group.Ref, CardKind.PeopleChangeToConfirm, new Recipient.ThePerson(personId)) { About = Topic.PeopleChange(number) };
}
