using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Steps.Chasing;

/// <summary>
/// This system reminds of a deadline, or says that it is late, and to whom (clock table, footnote). After an outage only
/// the latest reminder is sent; those missed before it are recorded.
/// </summary>
public sealed record ChaseDeadline(CaseId CaseId, string TimescaleId) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChaseDeadline;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        if (file.Clock(TimescaleId) is not { NextChase: not null } clock || file.Stage is Stage.Joined or Stage.Withdrawn)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var chases = clock.Deadline.Chases;
        var latest = chases.FindLastIndex(chase => chase.At <= context.At);
        return latest < clock.Chased ? Decision.Refuse(Refusal.Overtaken)
            : Decision.Accept(CaseId, new DeadlineChased(TimescaleId, latest, latest - clock.Chased, chases[latest].Kind, Whom(file, chases, latest)));
    }

    /// <summary>Of the leads only those who have not decided; where all have, whoever comes next (A10).</summary>
    private ImmutableList<ChaseTo> Whom(CaseFile file, ImmutableList<Calendar.Chase> chases, int at)
    {
        var round = TimescaleId == Timescales.LeadsDecision.Id ? file.Round : TimescaleId == Timescales.Approval.Id ? file.Review.Approval?.Round : null;
        if (round is null)
        {
            return chases[at].To;
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
    /// <param name="file">The case.</param>
    /// <param name="about">Which: the clock, a dot, and which event of the case recorded it, as its message says.</param>
    public static bool IsOver(CaseFile file, string about)
    {
        var (dot, sequence) = (about.LastIndexOf('.'), 0);
        return dot < 0 || !int.TryParse(about.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out sequence) || IsOver(file, about[..dot], sequence);
    }

    private static bool IsOver(CaseFile file, string timescaleId, int sequence) =>
        file.Stage is Stage.Joined or Stage.Withdrawn
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
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with
    {
        Clocks = [.. file.Clocks.Select(clock => clock.Deadline.TimescaleId == TimescaleId ? clock with { Chased = Index + 1 } : clock)],
        Escalated = file.Escalated.Union(To.Select(to => to.Role)),
        Review = Timescales.About(TimescaleId) is { Length: > 0 } agency && To.Any(to => to.Role == Role.GroupMember) ? file.Review.With(agency, one => one with { MemberAsked = true }) : file.Review,
        DeputiesAsked = file.DeputiesAsked.Union(To.Where(to => to.Deputy).Select(to => to.Role)),
    };
}
