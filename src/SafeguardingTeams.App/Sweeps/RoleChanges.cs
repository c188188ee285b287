using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Reassigning;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// What follows when a role, or a seat of the group, changes hands by its from and to dates: the new holder gets what waits in every case,
/// and the invitations (PD17, E2). Costs nothing where nothing has changed. One case that fails keeps none of the others waiting: it is
/// tried again, with all of them, by the next sweep.
/// </summary>
public sealed class RoleChanges(
    IRows rows,
    CurrentRules currentRules,
    IPeople people,
    LondonClock clock,
    CommandRunner commands,
    GroupRecord group,
    ILogger<RoleChanges> logger
)
{
    /// <summary>Does what is outstanding. The group's record has begun.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var (before, now) = (currentRules.Group.Holders ?? [], people.Holders(clock.Today));
        if (!(before.Count == now.Count && before.All(now.Contains)))
        {
            await PassRolesAsync(before, now, cancellationToken);
        }

        if (currentRules.SeatsAreToBeFollowed)
        {
            await FollowSeatsAsync(currentRules.SeatsVersion, cancellationToken);
        }
    }

    private async Task PassRolesAsync(IReadOnlyList<RoleHolder> before, IReadOnlyList<RoleHolder> now, CancellationToken cancellationToken)
    {
        // The same change is the same wish, however often it has to be tried; the next one is another, even back to how it was.
        var change = currentRules.Group.HoldersNotedAt;
        var ended = before.Except(now).ToLookup(holder => holder.Role, holder => holder.PersonId);
        var all = true;
        var tasks = await rows.ReadAsync(Keys.AllTasks, cancellationToken);
        var watched = await rows.ReadAsync(Keys.Watched, cancellationToken);
        foreach (var (role, personId) in now.Except(before).Select(holder => (holder.Role, holder.PersonId)))
        {
            // Who chairs or scrutinises is invited to meetings too, where no task may wait for them.
            var waiting = tasks.Where(row => Keys.TaskFor(row.Key) == role).Concat(role is Role.Chair or Role.Scrutineer ? watched : []);
            all &= await EachCase.OfAsync(
                waiting.DistinctBy(row => row["case"]),
                logger,
                (_, id) =>
                    commands.RunAsync(
                        new TakeOverRole(id, role, personId, [.. ended[role]], change),
                        $"take-over-{role}-{personId}-{change}",
                        SystemActor.Instance,
                        cancellationToken
                    ),
                cancellationToken
            );
        }

        if (all)
        {
            await group.RunAsync(new NoteRoleHolders([.. now]), $"holders-{Guid.NewGuid():N}", SystemActor.Instance, cancellationToken);
        }
    }

    private async Task FollowSeatsAsync(string version, CancellationToken cancellationToken)
    {
        // A case says itself that who is invited is who holds the seats, so each look is a wish of its own.
        var all = await EachCase.OfAsync(
            await rows.ReadAsync(Keys.Watched, cancellationToken),
            logger,
            (_, id) => commands.RunAsync(new FollowSeats(id), $"seats-{Guid.NewGuid():N}", SystemActor.Instance, cancellationToken),
            cancellationToken
        );
        if (all && version == currentRules.SeatsVersion)
        {
            await rows.CommitAsync(
                [new RowWrite.Put(Keys.Followed, new Dictionary<string, string> { ["version"] = version })],
                cancellationToken
            );
        }
    }
}
