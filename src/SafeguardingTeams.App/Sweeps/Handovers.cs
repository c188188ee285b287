using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recounting;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// What follows for open cases when people change the rules: an absence that has begun puts what waits before the deputy
/// (decision 17); an amended calendar has deadlines counted again. Costs nothing where nothing has changed. One case that
/// fails keeps none of the others waiting: it is tried again, with all of them, by the next sweep.
/// </summary>
public sealed partial class Handovers(IRows rows, InForce inForce, IPeople people, LondonClock clock, CommandRunner commands, ILogger<Handovers> logger)
{
    /// <summary>Does what is outstanding. A repeat changes nothing: each case says itself that it is done.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var absence in inForce.Absences.Where(absence => !absence.Told && absence.From <= clock.Today))
        {
            if (absence.To < clock.Today || await CoverAsync(absence, cancellationToken))
            {
                // Taken back or changed meanwhile: then it is looked at again as it is now, or not at all.
                await rows.CommitAsync([new RowWrite.Replace(Keys.AwayLine(absence.PersonId, absence.From), (absence with { Told = true }).Fields(), absence.ETag)], cancellationToken);
            }
        }

        if (inForce.RecountWaits)
        {
            await RecountAsync(cancellationToken);
        }
    }

    /// <summary>Every role the person acts in, in every case where something waits for it: their own, handed to them, or as the deputy of somebody who stood aside.</summary>
    private async Task<bool> CoverAsync(Absence absence, CancellationToken cancellationToken)
    {
        if (people.Actors(clock.Today).Find(actor => actor.PersonId == absence.PersonId) is not { } person)
        {
            return true;
        }

        var (all, tasks) = (true, await rows.ReadAsync(Keys.AllTasks, cancellationToken));
        foreach (var row in tasks)
        {
            all &= await TryAsync(row, async id =>
            {
                // What waits for one person and no role at large has no deputies. Where a deputy was asked because the holder had not answered, the holder is still there.
                if (Keys.TaskFor(row.Key) is { } role && person.Holds(role, RowProjection.AssignedIn(row) with { DeputyAsked = false }))
                {
                    await CoverAsync(id, role, absence, cancellationToken);
                }
            }, cancellationToken);
        }

        foreach (var row in tasks.DistinctBy(row => row["case"]))
        {
            // A part they have in the one case alone stands in no list of roles: the case says it.
            all &= await TryAsync(row, async id =>
            {
                foreach (var role in person.RolesFor((await StoredCase.LoadAsync(rows, id, cancellationToken)).File).Where(CountedOn.IsFor).Order())
                {
                    await CoverAsync(id, role, absence, cancellationToken);
                }
            }, cancellationToken);
        }

        return all;
    }

    private Task CoverAsync(CaseId id, Role role, Absence absence, CancellationToken cancellationToken) => commands.RunAsync(
        new CoverAbsence(id, role, absence.PersonId, absence.To), $"cover-{role}-{absence.PersonId}-{Amendment.Iso(absence.From)}-{Amendment.Iso(absence.To)}", SystemActor.Instance, cancellationToken);

    private async Task RecountAsync(CancellationToken cancellationToken)
    {
        var (calendar, all) = (inForce.Calendar, true);
        var open = (await rows.ReadAsync(Keys.AllTasks, cancellationToken)).Concat(await rows.ReadAsync(Keys.Due, cancellationToken));
        foreach (var row in open.DistinctBy(row => row["case"]))
        {
            all &= await TryAsync(row, async id =>
            {
                var outcome = await commands.RunAsync(new RecountDeadlines(id), $"recount-{Guid.NewGuid():N}", SystemActor.Instance, cancellationToken);
                if (outcome is Outcome.Refused { Reasons: [{ Code: "outside-calendar" }] })
                {
                    LogOutside(logger, id);
                }
            }, cancellationToken);
        }

        // Only where every open case was counted by this very calendar, and no other process starts one by the last.
        if (all && ReferenceEquals(calendar, inForce.Calendar) && inForce.EverybodyHasTheCalendar)
        {
            await rows.CommitAsync([new RowWrite.Put(Keys.Counted, new Dictionary<string, string> { ["version"] = calendar.Version })], cancellationToken);
        }
    }

    private async Task<bool> TryAsync(Row row, Func<CaseId, Task> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await change(CaseId.Parse(row["case"]));
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, CaseId.TryParse(row["case"])?.Value ?? "unknown", e.GetType().Name, e.StackTrace);
            return false;
        }
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "Case {CaseId}: an absence or an amended calendar could not be taken in and is tried again: {Fault} {Stack}")]
    private static partial void LogFailed(ILogger logger, string caseId, string fault, string? stack);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "Case {CaseId}: its deadlines cannot be counted again, the known bank holidays end before")]
    private static partial void LogOutside(ILogger logger, CaseId caseId);
}
