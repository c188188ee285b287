using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;

namespace SafeguardingTeams.App.Carriers;

/// <summary>Home and the lists: each a range read of index rows, no case is opened for them.</summary>
public sealed class HomeVerbs(IRows rows, InForce inForce)
{
    internal async Task<AdaptiveCard> HomeAsync(Press press, Notice? notice, CancellationToken cancellationToken)
    {
        var roles = press.Actor.Roles;
        var tasks = await TasksAsync(press, cancellationToken);
        var parked = roles.Contains(Role.Operations) ? (await rows.ReadAsync(Keys.Parked, cancellationToken)).Count + (await rows.ReadAsync(Keys.Stuck, cancellationToken)).Count : 0;
        return HomeCard.Draw(new(
            [.. await DraftsAsync(press.Actor, cancellationToken)], tasks.Count, parked,
            HasTasks: tasks.Count > 0 || press.Actor.MayHold.Any(role => role != Role.Practitioner), MayFind: FindVerbs.May(press.Actor), notice ?? EndOfTheList(press), MayAmend: roles.Contains(Role.Operations)), press.Context);
    }

    /// <summary>Operations are warned a year before the known bank holidays end.</summary>
    private Notice? EndOfTheList(Press press) => press.Actor.Roles.Contains(Role.Operations) && press.Context.Today > inForce.Calendar.LastDay.AddYears(-1)
        ? new(NoticeKind.Information, "The list of bank holidays ends in less than a year. Ask whoever looks after this system to extend it; deadlines cannot be counted past its end.") : null;

    internal async Task<AdaptiveCard> MyReferralsAsync(Press press, CancellationToken cancellationToken) => ListCards.MyReferrals(
        [.. (await DraftsAsync(press.Actor, cancellationToken)).Where(draft => draft.Slot.Length == 0)],
        [.. (await rows.ReadAsync(Keys.Mine(press.Actor.PersonId), cancellationToken)).Select(Line).OrderByDescending(line => line.Since)], press.Context);

    internal async Task<AdaptiveCard> MyTasksAsync(Press press, CancellationToken cancellationToken) =>
        ListCards.MyTasks(await TasksAsync(press, cancellationToken), press.Context);

    internal static CaseLine Line(Row row) =>
        new(CaseId.Parse(row["case"]), Enum.Parse<Stage>(row["stage"]), DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture));

    private async Task<IReadOnlyList<TaskLine>> TasksAsync(Press press, CancellationToken cancellationToken)
    {
        var tasks = ImmutableList.CreateBuilder<Row>();
        tasks.AddRange(await rows.ReadAsync(Keys.Tasks(press.Actor.PersonId), cancellationToken));
        foreach (var role in press.Actor.MayHold.Where(role => role is not (Role.Practitioner or Role.AgencyRepresentative or Role.GroupMember)))
        {
            tasks.AddRange((await rows.ReadAsync(Keys.Tasks(role.ToString()), cancellationToken)).Where(row => press.Actor.Holds(role, RowProjection.AssignedIn(row)) && IsStillOne(row, press)));
        }

        return [.. tasks.OrderBy(row => row["dueAt"], StringComparer.Ordinal).Select(row => new TaskLine(
            CaseId.Parse(row["case"]), Enum.Parse<TaskKind>(row["task"]),
            DateOnly.TryParseExact(row["due"], "yyyy-MM-dd", out var due) ? due : null,
            DateTimeOffset.TryParse(row["dueAt"], CultureInfo.InvariantCulture, out var at) && at <= press.Context.Now))];
    }

    /// <summary>What waits only because somebody is away is no task any more once they are back.</summary>
    private bool IsStillOne(Row row, Press press) => row["whileAway"] is not { Length: > 0 } away || away.Split(',').Any(person => inForce.IsAway(person, press.Context.Today));

    private async Task<IReadOnlyList<DraftLine>> DraftsAsync(Actor actor, CancellationToken cancellationToken) =>
        [.. (await rows.ReadAsync(Keys.Drafts(actor.PersonId), cancellationToken))
            .Select(row => new DraftLine(CaseId.Parse(row["case"]), Enum.Parse<DraftPurpose>(row["purpose"]), DateTimeOffset.Parse(row["saved"], CultureInfo.InvariantCulture)) { Slot = Draft.SlotOf(Enum.Parse<DraftPurpose>(row["purpose"]), row["about"]) })
            .OrderByDescending(line => line.SavedAt)];
}
