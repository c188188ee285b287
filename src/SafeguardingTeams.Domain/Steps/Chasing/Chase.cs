using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Chasing;

/// <summary>
/// This system reminds of a deadline, or says that it is late, and to whom (clock table, footnote). After an outage only
/// the latest reminder is sent; those missed before it are recorded.
/// </summary>
public sealed record ChaseDeadline(CaseId CaseId, string TimescaleId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChaseDeadline;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        if (file.Clock(TimescaleId) is not { } clock || file.Stage is Stage.Joined or Stage.Withdrawn or Stage.Closed)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var chases = clock.Deadline.Chases;
        return clock.DueReminder(context.At) is { } latest
            ? Decision.Accept(
                CaseId,
                new DeadlineChased(TimescaleId, latest, latest - clock.Chased, chases[latest].Kind, Whom(file, chases, latest))
            )
            : Decision.Refuse(Refusal.Overtaken);
    }

    /// <summary>Of the leads only those who have not decided; where all have, whoever comes next (A10).</summary>
    private ImmutableList<ChaseTo> Whom(CaseFile file, ImmutableList<Calendar.Chase> chases, int at)
    {
        var round =
            TimescaleId == Timescales.LeadsDecision.Id ? file.Round
            : TimescaleId == Timescales.Approval.Id ? file.Review.Approval?.Round
            : null;
        if (round is null)
        {
            return WhoCanAct.Of(file, chases[at].To);
        }

        var asked = chases[at].To.RemoveAll(to => Partners.Leads.Contains(to.Role) && !round.Missing.Contains(to.Role));
        return asked.IsEmpty ? [new(Role.Chair)] : asked;
    }
}

/// <summary>What has become of a reminder that was recorded.</summary>
public static class Reminders
{
    /// <summary>
    /// Whether there is no point in delivering it any more: what it reminds of is done, the clock was started or counted
    /// anew, or a later reminder of the same clock has taken its place (clock table, footnote: the latest only).
    /// </summary>
    /// <param name="about">Which: the clock, and which event of the case recorded it. One that says neither is over.</param>
    public static bool IsOver(CaseFile file, Topic about) => about.Number is not { } version || IsOver(file, about.Name, version);

    private static bool IsOver(CaseFile file, string timescaleId, int sequence) =>
        file.Stage is Stage.Joined or Stage.Withdrawn or Stage.Closed
        || file.Clock(timescaleId) is not { Runs: true, Chased: > 0 }
        || file.History.Skip(sequence).Any(later => later.Event is DeadlineChased chased && chased.TimescaleId == timescaleId);
}

/// <summary>A reminder went, or was replaced by a later one after an outage.</summary>
/// <param name="TimescaleId">Of which clock.</param>
/// <param name="Index">Which of its reminders, from 0.</param>
/// <param name="Missed">How many before it were missed.</param>
/// <param name="Kind">Before, on the day, or late.</param>
/// <param name="To">To whom. Who is asked because something is late has a part in the case from then on.</param>
public sealed record DeadlineChased(string TimescaleId, int Index, int Missed, ChaseKind Kind, ImmutableList<ChaseTo> To) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "DeadlineChased.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = file.Clocks.Reminded(TimescaleId, Index),
            Escalated = file.Escalated.Union(To.Select(to => to.Role)),
            Review =
                Timescales.About(TimescaleId) is { Length: > 0 } agency && To.Any(to => to.Role == Role.GroupMember)
                    ? file.Review.With(agency, one => one with { MemberAsked = true })
                    : file.Review,
            DeputiesAsked = file.DeputiesAsked.Union(To.Where(to => to.Deputy).Select(to => to.Role)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. To.SelectMany(to => Reminder(to, after)),
            .. To.Any(to => to.Deputy) ? [.. RoundCards.OnCriteria(after), .. LeadsQuestionCards.Open(after)] : Array.Empty<Effect>(),
        ];

    /// <summary>
    /// A reminder to a role; of a clock that is an agency's, to its own people: by mail where no message in Teams reaches them. It is
    /// named by the clock and the event: unique among a case's reminders, whatever becomes of the clock.
    /// </summary>
    private IEnumerable<Effect> Reminder(ChaseTo to, CaseFile after)
    {
        var agency = Timescales.About(TimescaleId);
        var card = new Effect.ShowCard(
            after.Id,
            CardKind.Reminder,
            to switch
            {
                { Role: Role.AgencyRepresentative } => new Recipient.RepresentativeOf(agency),
                { Role: Role.GroupMember } => new Recipient.MemberOf(agency),
                { Deputy: true } => new Recipient.DeputiesOf(to.Role),
                _ => new Recipient.HoldersOf(to.Role),
            }
        )
        {
            About = Topic.Reminder(TimescaleId, after.Version),
        };
        return to.Role == Role.AgencyRepresentative && after.Review.Agency(agency)?.Representative is { PersonId.Length: 0 }
            ? [new Effect.SendMail(after.Id, MailKind.Reminder, Topic.Agency(agency, after.Version))]
            : [card];
    }
}
