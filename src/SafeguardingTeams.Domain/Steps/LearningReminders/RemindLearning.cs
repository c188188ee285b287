using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningReminders;

/// <summary>
/// This system reminds of a deadline of a referral for practice learning, or says that it is late (clock table, footnote; D5, D7, D9).
/// After an outage only the latest reminder is sent; those missed before it are recorded.
/// </summary>
public sealed record RemindLearning(RecordRef Learning, string TimescaleId) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.RemindLearning;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context) =>
        files.This.Clock(TimescaleId) is { } clock && clock.DueReminder(context.At) is { } latest
            ? Decision.Accept(
                Learning,
                new LearningReminded(
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
public sealed record LearningReminded(string TimescaleId, int Index, int Missed, ChaseKind Kind, ImmutableList<ChaseTo> To)
    : LearningEvent,
        IReminder
{
    /// <inheritdoc/>
    public override string StoredName => "LearningReminded.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = file.Clocks.Reminded(TimescaleId, Index),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) =>
        To.Select(to => new Effect.ShowCard(after.Ref, CardKind.Reminder, Whom(to.Role, after))
            {
                About = Topic.Reminder(TimescaleId, after.Version),
            })
            .Distinct();

    /// <summary>The safeguarding lead by name; where they have no account here, operations, who ask them (D9).</summary>
    private static Recipient Whom(Role role, LearningFile after) =>
        role != Role.DesignatedSafeguardingLead ? new Recipient.HoldersOf(role)
        : after.Lead is { PersonId.Length: > 0 } lead ? new Recipient.ThePerson(lead.PersonId)
        : new Recipient.HoldersOf(Role.Operations);

    /// <summary>
    /// Whether there is no point in delivering a reminder any more: what it reminds of is done, or a later one has taken its place.
    /// </summary>
    public static bool IsOver(LearningFile file, Topic about) => file.ReminderIsOver(about) || file.Rests(about.Name);
}
