using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Absences;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.TermsOfReference;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// What follows for open cases when people change the rules: an absence that has begun puts what waits before the deputy
/// (PD17); a role or a seat changes hands (<see cref="RoleChanges"/>); an amended calendar has deadlines recalculated. And each year
/// that has ended asks the group for its report (E24), each quarter operations for a look at who can get in (F2). Costs nothing where
/// nothing has changed. One case that fails keeps none of the others waiting: it is tried again, with all of them, by the next sweep.
/// </summary>
public sealed partial class Handovers(
    IRows rows,
    CurrentRules currentRules,
    IPeople people,
    LondonClock clock,
    CommandRunner commands,
    GroupRecord group,
    RoleChanges roleChanges,
    ILogger<Handovers> logger
)
{
    /// <summary>Does what is outstanding. A repeat changes nothing: each case says itself that it is done.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        await group.OpenAsync(cancellationToken);
        foreach (var absence in currentRules.Group.Absences.Where(absence => !absence.PutBeforeDeputies && absence.From <= clock.Today))
        {
            if (absence.To < clock.Today || await CoverAsync(absence, cancellationToken))
            {
                // Taken back or changed meanwhile: then it is refused, and looked at again as it is now, or not at all.
                await group.RunAsync(
                    new NoteAbsenceCovered(absence.PersonId, absence.From, absence.To),
                    $"covered-{absence.PersonId}-{GroupRows.Iso(absence.From)}-{Guid.NewGuid():N}",
                    SystemActor.Instance,
                    cancellationToken
                );
            }
        }

        await roleChanges.RunAsync(cancellationToken);
        await EndYearsAsync(cancellationToken);
        await BeginAccessReviewAsync(cancellationToken);
        if (currentRules.RecalculationWaits)
        {
            await RecalculateAsync(cancellationToken);
        }
    }

    /// <summary>Each year that has ended since the last that was noted asks for its report (E24).</summary>
    private async Task EndYearsAsync(CancellationToken cancellationToken)
    {
        var ended = ReportPeriod.YearOf(clock.Today) - 1;
        for (var year = (currentRules.Group.LastYearEnded ?? ended - 1) + 1; year <= ended; year++)
        {
            await group.RunAsync(new EndReportYear(year), $"year-{year}", SystemActor.Instance, cancellationToken);
        }
    }

    /// <summary>Each quarter asks operations to look at who can get in (F2); one that still runs is finished first.</summary>
    private async Task BeginAccessReviewAsync(CancellationToken cancellationToken)
    {
        var quarter = BeginAccessReview.QuarterOf(clock.Today);
        if (!(currentRules.Group.AccessAskedFor >= quarter))
        {
            await group.RunAsync(
                new BeginAccessReview(quarter),
                $"access-{GroupRows.Iso(quarter)}-{Guid.NewGuid():N}",
                SystemActor.Instance,
                cancellationToken
            );
        }
    }

    /// <summary>
    /// Every role the person acts in, in every case where something waits for it: their own, handed to them, or as the deputy of
    /// somebody who stood aside.
    /// </summary>
    private async Task<bool> CoverAsync(RecordedAbsence absence, CancellationToken cancellationToken)
    {
        if (people.Actors(clock.Today).Find(actor => actor.PersonId == absence.PersonId) is not { } person)
        {
            return true;
        }

        var tasks = await rows.ReadAsync(Keys.AllTasks, cancellationToken);
        var roles = await EachCase.OfAsync(
            tasks,
            logger,
            async (row, id) =>
            {
                // What waits for one person and no role at large has no deputies. Where a deputy was asked because the holder
                // had not answered, the holder is still there.
                if (Keys.TaskFor(row.Key) is { } role && person.Holds(role, RowProjection.AssignedIn(row) with { DeputyAsked = false }))
                {
                    await CoverAsync(id, role, absence, cancellationToken);
                }
            },
            cancellationToken
        );

        // A part they have in the one case alone stands in no list of roles: the case says it.
        var parts = await EachCase.OfAsync(
            tasks.DistinctBy(row => row["case"]),
            logger,
            async (_, id) =>
            {
                var file = (await StoredCase.LoadAsync(rows, id, cancellationToken)).File;
                foreach (var role in person.RolesFor(file).Where(CountedOn.IsFor).Order())
                {
                    await CoverAsync(id, role, absence, cancellationToken);
                }
            },
            cancellationToken
        );
        return roles && parts;
    }

    private Task CoverAsync(CaseId id, Role role, RecordedAbsence absence, CancellationToken cancellationToken) =>
        commands.RunAsync(
            new CoverAbsence(id, role, absence.PersonId, absence.To),
            $"cover-{role}-{absence.PersonId}-{GroupRows.Iso(absence.From)}-{GroupRows.Iso(absence.To)}",
            SystemActor.Instance,
            cancellationToken
        );

    private async Task RecalculateAsync(CancellationToken cancellationToken)
    {
        var calendar = currentRules.Calendar;
        var open = (await rows.ReadAsync(Keys.AllTasks, cancellationToken))
            .Concat(await rows.ReadAsync(Keys.Due, cancellationToken))
            .ToList();
        var all = await EachCase.OfAsync(
            open.DistinctBy(row => row["case"]),
            logger,
            async (_, id) =>
            {
                var outcome = await commands.RunAsync(
                    new RecalculateDeadlines(id),
                    $"recount-{Guid.NewGuid():N}",
                    SystemActor.Instance,
                    cancellationToken
                );
                if (outcome is Outcome.Refused { Reasons: [{ Code: "outside-calendar" }] })
                {
                    LogOutside(logger, id);
                }
            },
            cancellationToken
        );

        foreach (
            var (kind, recalculates) in new (RecordKind, Func<RecordRef, Command>)[]
            {
                (RecordKind.Learning, record => new RecalculateLearning(record)),
                (RecordKind.Action, record => new RecalculateAction(record)),
                (RecordKind.Meeting, record => new RecalculateMeeting(record)),
                (RecordKind.Review, record => new RecountReview(record)),
                (RecordKind.Briefing, record => new RecountBriefing(record)),
            }
        )
        {
            all &= await EachCase.OfAsync(
                open.DistinctBy(row => row["case"]),
                kind,
                logger,
                (_, record) =>
                    commands.RunAsync(recalculates(record), $"recount-{Guid.NewGuid():N}", SystemActor.Instance, cancellationToken),
                cancellationToken
            );
        }

        await group.RunAsync(new RecalculateReview(), $"recount-{Guid.NewGuid():N}", SystemActor.Instance, cancellationToken);

        // Only where every open case was counted by this very calendar, and no other process starts one by the last.
        if (all && ReferenceEquals(calendar, currentRules.Calendar) && currentRules.EverybodyHasTheCalendar)
        {
            await rows.CommitAsync(
                [new RowWrite.Put(Keys.Counted, new Dictionary<string, string> { ["version"] = calendar.Version })],
                cancellationToken
            );
        }
    }

    [LoggerMessage(
        EventId = 3102,
        Level = LogLevel.Warning,
        Message = "Case {CaseId}: its deadlines cannot be counted again, the known bank holidays end before"
    )]
    private static partial void LogOutside(ILogger logger, CaseId caseId);
}
