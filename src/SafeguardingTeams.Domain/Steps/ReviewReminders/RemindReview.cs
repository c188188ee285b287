using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewReminders;

/// <summary>
/// This system reminds of a deadline of a review, or says that it is late (clock table; C2, C8, C11, C17). After an outage only the latest
/// reminder is sent.
/// </summary>
public sealed record RemindReview(RecordRef Review, string TimescaleId) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.RemindReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        files.This.Clock(TimescaleId) is { } clock && clock.DueReminder(context.At) is { } latest
            ? Decision.Accept(
                Review,
                new ReviewReminded(
                    TimescaleId,
                    latest,
                    latest - clock.Chased,
                    clock.Deadline.Chases[latest].Kind,
                    To(files.This, clock.Deadline.Chases[latest])
                )
            )
            : Decision.Refuse(Refusal.Overtaken);

    /// <summary>Once its report is accepted, publishing it is for operations: they are reminded with who sees to it.</summary>
    private ImmutableList<ChaseTo> To(ReviewFile file, Chase chase) =>
        file.Stage == ReviewStage.Accepted && TimescaleId == Timescales.ReviewPublished.Id ? chase.To.Add(new(Role.Operations)) : chase.To;
}

/// <summary>A reminder went, or was replaced by a later one after an outage.</summary>
/// <param name="TimescaleId">Of which clock.</param>
/// <param name="Index">Which of its reminders, from 0.</param>
/// <param name="Missed">How many before it were missed.</param>
/// <param name="Kind">Before, on the day, or late.</param>
public sealed record ReviewReminded(string TimescaleId, int Index, int Missed, ChaseKind Kind, ImmutableList<ChaseTo> To)
    : ReviewEvent,
        IReminder
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewReminded.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = file.Clocks.Reminded(TimescaleId, Index),
            AgenciesLeadsTold =
                file.AgenciesLeadsTold
                || TimescaleId == Timescales.ReviewRecommendations.Id && To.Exists(to => to.Role == Role.AgencyRepresentative),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        // A lead who has answered has nothing to do; that it is late everybody is told whom the table names.
        To.Where(to => TimescaleId != Timescales.ReviewLeads.Id || !Partners.Leads.Contains(to.Role) || after.Missing.Contains(to.Role))
            .SelectMany(to => Whom(to.Role, after, TimescaleId))
            .Select(whom => new Effect.ShowCard(after.Ref, CardKind.Reminder, whom) { About = Topic.Reminder(TimescaleId, after.Version) })
            .Distinct();

    private static IEnumerable<Recipient> Whom(Role role, ReviewFile after, string clock) =>
        role switch
        {
            // Of the agency that was asked for detail (C23).
            Role.GroupMember when after.DetailOf(clock) is { } asked => [new Recipient.MemberOf(asked.Body.AgencyId)],
            Role.AgencyRepresentative when after.DetailOf(clock) is { } asked => [new Recipient.RepresentativeOf(asked.Body.AgencyId)],
            Role.ReviewOwner => [ReviewRecordCards.Owner(after)],
            // Of the agencies whose answer is missing (C18).
            Role.GroupMember => after.NotAnswered.Select(body => new Recipient.MemberOf(body.AgencyId)),
            Role.AgencyRepresentative => after.NotAnswered.Select(body => new Recipient.RepresentativeOf(body.AgencyId)),
            _ => [new Recipient.HoldersOf(role)],
        };

    /// <summary>
    /// Whether there is no point in delivering a reminder any more: what it reminds of is done, or a later one has taken its place.
    /// </summary>
    public static bool IsOver(ReviewFile file, Topic about) => file.ReminderIsOver(about);
}
