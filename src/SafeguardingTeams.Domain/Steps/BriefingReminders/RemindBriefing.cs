using System.Collections.Immutable;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BriefingReminders;

/// <summary>
/// This system reminds those agencies that have not said how they used a briefing, or says that it is late: to the member of the group,
/// then to operations (clock table; E20). After an outage only the latest reminder is sent.
/// </summary>
public sealed record RemindBriefing(RecordRef Briefing, string TimescaleId) : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.RemindBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context) =>
        files.This.Clock(TimescaleId) is { } clock && clock.DueReminder(context.At) is { } latest
            ? Decision.Accept(
                Briefing,
                new BriefingReminded(
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
public sealed record BriefingReminded(string TimescaleId, int Index, int Missed, ChaseKind Kind, ImmutableList<ChaseTo> To)
    : BriefingEvent,
        IReminder
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingReminded.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = file.Clocks.Reminded(TimescaleId, Index),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) =>
        To.SelectMany(to => Whom(to.Role, after))
            .Select(whom => new Effect.ShowCard(after.Ref, CardKind.Reminder, whom) { About = Topic.Reminder(TimescaleId, after.Version) })
            .Distinct();

    private static IEnumerable<Recipient> Whom(Role role, BriefingFile after) =>
        role == Role.GroupMember
            ? after.Missing.Select(agency => new Recipient.MemberOf(agency.AgencyId))
            : [new Recipient.HoldersOf(role)];

    /// <summary>
    /// Whether there is no point in delivering a reminder any more: what it reminds of is done, or a later one has taken its place.
    /// </summary>
    public static bool IsOver(BriefingFile file, Topic about) => file.ReminderIsOver(about);
}
