using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recounting;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// What follows for open cases when people change the rules: an absence that has begun puts what waits before the deputy
/// (decision 17); an amended calendar has deadlines counted again. Costs nothing where nothing has changed.
/// </summary>
public sealed class Handovers(IRows rows, InForce inForce, IPeople people, LondonClock clock, CommandRunner commands)
{
    /// <summary>Does what is outstanding. Each case by a command with an id of its own, so that a repeat changes nothing.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var absence in inForce.Absences.Where(absence => !absence.Told && absence.From <= clock.Today))
        {
            if (absence.To >= clock.Today)
            {
                await CoverAsync(absence, cancellationToken);
            }

            await rows.CommitAsync([new RowWrite.Put(Keys.AwayLine(absence.PersonId, absence.From), (absence with { Told = true }).Fields())], cancellationToken);
        }

        if (inForce.RecountWaits)
        {
            foreach (var id in await OpenCasesAsync(cancellationToken))
            {
                await commands.RunAsync(new RecountDeadlines(id), $"recount-{inForce.Calendar.Version}", SystemActor.Instance, cancellationToken);
            }

            await rows.CommitAsync([new RowWrite.Put(Keys.Counted, new Dictionary<string, string> { ["version"] = inForce.Calendar.Version })], cancellationToken);
        }
    }

    private async Task CoverAsync(Absence absence, CancellationToken cancellationToken)
    {
        var person = people.Actors(clock.Today).Find(actor => actor.PersonId == absence.PersonId);
        foreach (var role in person?.Roles.Where(role => role is not Role.Practitioner) ?? [])
        {
            foreach (var row in await rows.ReadAsync(Keys.Tasks(role.ToString()), cancellationToken))
            {
                await commands.RunAsync(
                    new CoverAbsence(CaseId.Parse(row["case"]), role, absence.PersonId, absence.To), $"cover-{role}-{absence.PersonId}-{Amendment.Iso(absence.From)}", SystemActor.Instance, cancellationToken);
            }
        }
    }

    /// <summary>Every case with something waiting or due.</summary>
    private async Task<IEnumerable<CaseId>> OpenCasesAsync(CancellationToken cancellationToken) =>
        (await rows.ReadAsync("task|", cancellationToken)).Concat(await rows.ReadAsync(Keys.Due, cancellationToken)).Select(row => CaseId.Parse(row["case"])).Distinct();
}
