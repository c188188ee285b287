using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Home and the lists: each a range read of index rows, no case is opened for them.</summary>
public sealed class HomeHandlers(IRows rows, CurrentRules currentRules) : ICardHandlers
{
    /// <inheritdoc/>
    IEnumerable<CardHandler> ICardHandlers.Handlers =>
        [
            new(Verbs.Home, HomeAsync),
            new(Verbs.PickAgency, HomeAsync),
            new(Verbs.MyReferrals, MyReferralsAsync),
            new(Verbs.MyTasks, MyTasksAsync),
        ];

    private async Task<AdaptiveCard> HomeAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var papers = await PapersAsync(invocation.Actor, cancellationToken);
        if (invocation.Actor.ReadsPapersOnly)
        {
            return PapersHomeCard.Draw(papers, invocation.Context);
        }

        var roles = invocation.Actor.Roles;
        var tasks = await TasksAsync(invocation, cancellationToken);
        var deadLettered = roles.Contains(Role.Operations)
            ? (await rows.ReadAsync(Keys.DeadLetteredMessages, cancellationToken)).Count
                + (await rows.ReadAsync(Keys.DeadLetteredJobs, cancellationToken)).Count
                + (await rows.ReadAsync(Keys.DeadLetteredFlows, cancellationToken)).Count
            : 0;
        return HomeCard.Draw(
            new(
                [.. await DraftsAsync(invocation.Actor, cancellationToken)],
                tasks.Count,
                deadLettered,
                HasTasks: tasks.Count > 0 || GroupPermissions.Sees(invocation.Actor),
                MayFind: FindHandlers.May(invocation.Actor),
                EndOfTheList(invocation),
                MayAmend: GroupPermissions.IsTheirs(Step.AmendBankHolidays, invocation.Actor),
                SeesGroup: GroupPermissions.Sees(invocation.Actor),
                Actions: await ActionsAsync(invocation.Actor, cancellationToken),
                Oversees: OversightLists.May(invocation.Actor)
            )
            {
                Papers = papers,
                ToReview = RetainedDesk.WaitingFor(invocation.Actor, currentRules.Group),
            },
            invocation.Context
        );
    }

    /// <summary>The reviews whose agreed papers the person reads (C9).</summary>
    private async Task<ImmutableList<PapersLine>> PapersAsync(Actor actor, CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.Papers(actor.PersonId), cancellationToken)).Select(row => new PapersLine(
                RecordRef.Parse(row["record"]),
                Enum.Parse<ReviewKind>(row["kind"]),
                [.. row["parts"].Split(',').Select(Enum.Parse<ReviewPersonRole>)]
            )),
        ];

    /// <summary>How many open actions the person has a part in; null where there are none.</summary>
    private async Task<int?> ActionsAsync(Actor actor, CancellationToken cancellationToken) =>
        ActionRows
            .Lists(await rows.ReadAsync(Keys.OpenOf(RecordKind.Action), cancellationToken), actor)
            .Values.Select(list => list.Count)
            .DefaultIfEmpty()
            .Max()
            is > 0
                and var open
            ? open
            : null;

    /// <summary>Operations are warned a year before the known bank holidays end.</summary>
    private Notice? EndOfTheList(CardInvocation invocation) =>
        invocation.Actor.Roles.Contains(Role.Operations) && invocation.Context.Today > currentRules.Calendar.LastDay.AddYears(-1)
            ? new(
                NoticeKind.Information,
                "The list of bank holidays ends in less than a year. Ask whoever looks after this system to extend it; "
                    + "deadlines cannot be counted past its end."
            )
            : null;

    private async Task<AdaptiveCard> MyReferralsAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var mine = await rows.ReadAsync(Keys.Mine(invocation.Actor.PersonId), cancellationToken);
        return ListCards.MyReferrals(
            [.. (await DraftsAsync(invocation.Actor, cancellationToken)).Where(draft => draft.Slot.Length == 0)],
            [.. mine.Where(IsOfACase).Select(Line).OrderByDescending(line => line.Since)],
            [.. mine.Where(row => !IsOfACase(row)).Select(Learning).OrderByDescending(line => line.Since)],
            invocation.Context
        );
    }

    private static bool IsOfACase(Row row) => RecordRef.Parse(row["case"]).Kind == RecordKind.Case;

    private static LearningLine Learning(Row row) =>
        new(
            RecordRef.Parse(row["case"]),
            Enum.Parse<LearningStage>(row["stage"]),
            DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture)
        );

    private async Task<AdaptiveCard> MyTasksAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        ListCards.MyTasks(await TasksAsync(invocation, cancellationToken), invocation.Context);

    internal static CaseLine Line(Row row) =>
        new(CaseId.Parse(row["case"]), Enum.Parse<Stage>(row["stage"]), DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture));

    private async Task<IReadOnlyList<TaskLine>> TasksAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var tasks = ImmutableList.CreateBuilder<Row>();
        tasks.AddRange(await rows.ReadAsync(Keys.Tasks(invocation.Actor.PersonId), cancellationToken));
        foreach (
            var role in invocation.Actor.MayHold.Where(role =>
                role is not (Role.Practitioner or Role.AgencyRepresentative or Role.GroupMember or Role.DesignatedSafeguardingLead)
            )
        )
        {
            tasks.AddRange(
                (await rows.ReadAsync(Keys.Tasks(role.ToString()), cancellationToken)).Where(row =>
                    invocation.Actor.Holds(role, RowProjection.AssignedIn(row)) && IsStillOne(row, invocation)
                )
            );
        }

        // What waits for one agency waits for its members of the group; some of it for who leads or represents it as well.
        var actor = invocation.Actor;
        var isMember = ReviewPermissions.IsMemberOf(actor, actor.AgencyId);
        if (isMember || ReviewPermissions.Leads(actor, actor.AgencyId))
        {
            tasks.AddRange(
                (await rows.ReadAsync(Keys.Tasks(Keys.OfAgency(Role.GroupMember, actor.AgencyId)), cancellationToken)).Where(row =>
                    isMember || ReviewTask.IsOfWhoLeads(Enum.Parse<TaskKind>(row["task"]))
                )
            );
        }

        return
        [
            .. tasks
                .OrderBy(row => row["dueAt"], StringComparer.Ordinal)
                .Select(row => new TaskLine(
                    RecordRef.Parse(row["case"]),
                    Enum.Parse<TaskKind>(row["task"]),
                    DateOnly.TryParseExact(row["due"], "yyyy-MM-dd", out var due) ? due : null,
                    DateTimeOffset.TryParse(row["dueAt"], CultureInfo.InvariantCulture, out var at) && at <= invocation.Context.Now
                )),
        ];
    }

    /// <summary>What waits only because somebody is away is no task any more once they are back.</summary>
    private bool IsStillOne(Row row, CardInvocation invocation) =>
        row["whileAway"] is not { Length: > 0 } away
        || away.Split(',').Any(person => currentRules.IsAway(person, invocation.Context.Today));

    private async Task<IReadOnlyList<DraftLine>> DraftsAsync(Actor actor, CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.Drafts(actor.PersonId), cancellationToken))
                .Select(row => new DraftLine(
                    RecordRef.Parse(row["case"]),
                    Enum.Parse<DraftPurpose>(row["purpose"]),
                    DateTimeOffset.Parse(row["saved"], CultureInfo.InvariantCulture)
                )
                {
                    Slot = Draft.SlotOf(Enum.Parse<DraftPurpose>(row["purpose"]), row["about"]),
                })
                .OrderByDescending(line => line.SavedAt),
        ];
}
