using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionReminders;

/// <summary>
/// This system reminds of a deadline of an action, or says that it is late: to its owner, then the member of the group, the Chair, the
/// lead of the owner's agency (clock table; C5, C19). After an outage only the latest reminder is sent.
/// </summary>
public sealed record RemindAction(RecordRef Action, string TimescaleId) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.RemindAction;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        files.This.Clock(TimescaleId) is { } clock && clock.DueReminder(context.At) is { } latest
            ? Decision.Accept(
                Action,
                new ActionReminded(
                    TimescaleId,
                    latest,
                    latest - clock.Chased,
                    clock.Deadline.Chases[latest].Kind,
                    clock.Deadline.Chases[latest].To
                )
            )
            : Decision.Refuse(Refusal.Overtaken);
}

/// <summary>A reminder went, or was replaced by a later one after an outage.</summary>
/// <param name="TimescaleId">Of which clock.</param>
/// <param name="Index">Which of its reminders, from 0.</param>
/// <param name="Missed">How many before it were missed.</param>
/// <param name="Kind">Before, on the day, or late.</param>
public sealed record ActionReminded(string TimescaleId, int Index, int Missed, ChaseKind Kind, ImmutableList<ChaseTo> To)
    : ActionEvent,
        IReminder
{
    /// <inheritdoc/>
    public override string StoredName => "ActionReminded.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = file.Clocks.Reminded(TimescaleId, Index),
            LeadWasTold = file.LeadWasTold || To.Exists(to => to.Role == Role.AgencyRepresentative),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) =>
        To.Select(to => new Effect.ShowCard(after.Ref, CardKind.Reminder, Whom(to.Role, TimescaleId, after))
            {
                About = Topic.Reminder(TimescaleId, after.Version),
            })
            .Distinct();

    private static Recipient Whom(Role role, string timescale, ActionFile after) =>
        role switch
        {
            // Nobody records what their own action has changed.
            Role.Operations when timescale == Timescales.ActionImpactCheck.Id => new Recipient.HoldersOf(ActionCards.WhoChecks(after)),
            Role.ActionOwner when after.Owner is { HasAccount: true } owner => new Recipient.ThePerson(owner.PersonId),
            Role.ActionOwner => new Recipient.HoldersOf(Role.Operations),
            Role.GroupMember => new Recipient.MemberOf(after.Owner!.AgencyId),
            Role.AgencyRepresentative => new Recipient.RepresentativeOf(after.Owner!.AgencyId),
            _ => new Recipient.HoldersOf(role),
        };

    /// <summary>
    /// Whether there is no point in delivering a reminder any more: what it reminds of is done, or a later one has taken its place.
    /// </summary>
    public static bool IsOver(ActionFile file, Topic about) => file.ReminderIsOver(about);
}
