using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Connector;

/// <summary>A record on a list: codes and dates only (F2).</summary>
/// <param name="Step">Where it stands, by its kind's list of stages.</param>
/// <param name="Detail">What kind of review it is; empty for other kinds.</param>
/// <param name="Agency">The id of the owner's agency, of an action; empty for other kinds.</param>
/// <param name="Since">The day it was received or sent; null where the list does not say.</param>
/// <param name="Due">The next date the caller is to know of; null where there is none.</param>
public sealed record CodedRecord(RecordRef Record, string Step, string Detail, string Agency, DateOnly? Since, DateOnly? Due, bool IsLate);

/// <summary>Something that waits for somebody: codes and dates only (F2).</summary>
/// <param name="WaitsFor">The role; null where it waits for one person.</param>
/// <param name="Agency">The id of the agency whose holders of the role it waits for; empty where it is all of them.</param>
/// <param name="IsMine">Whether it waits for the caller.</param>
public sealed record CodedTask(RecordRef Record, TaskKind Task, Role? WaitsFor, string Agency, DateOnly? Due, bool IsLate, bool IsMine);

/// <summary>
/// The lists of the connector: range reads of index rows, and no record is opened. Somebody is shown what they oversee, what they
/// referred or own, and what something waits for them in; an application every open record (F2).
/// </summary>
public sealed class CodedLists(IRows rows, CurrentRules currentRules, LondonClock clock)
{
    /// <summary>The open records of some kinds, and what the caller referred, in the order of their references.</summary>
    public async Task<IReadOnlyList<CodedRecord>> RecordsAsync(
        Caller caller,
        IReadOnlyCollection<RecordKind> kinds,
        CancellationToken cancellationToken
    )
    {
        await currentRules.RefreshAsync(always: false, cancellationToken);
        var actor = (caller as Caller.Person)?.Actor;
        var tasks = (await rows.ReadAsync(Keys.AllTasks, cancellationToken)).Where(Waits).ToLookup(row => row["case"]);
        var listed = new SortedDictionary<string, CodedRecord>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            foreach (var row in Seen(actor, kind, await rows.ReadAsync(Keys.OpenOf(kind), cancellationToken)))
            {
                listed[row["record"]] = Dated(Of(row, row["record"]), tasks[row["record"]]);
            }
        }

        if (actor is not null)
        {
            // Of what they only referred, or only something waits for them in, no date but their own.
            foreach (
                var of in (await rows.ReadAsync(Keys.Mine(actor.PersonId), cancellationToken))
                    .Concat(tasks.SelectMany(of => of).Where(row => OversightLists.IsTheirs(row, actor)))
                    .GroupBy(row => row["case"], StringComparer.Ordinal)
                    .Where(of => kinds.Contains(RecordRef.Parse(of.Key).Kind) && !listed.ContainsKey(of.Key))
            )
            {
                listed[of.Key] = Dated(Of(of.First(), of.Key) with { Due = null, IsLate = false }, of);
            }
        }

        return [.. listed.Values];
    }

    /// <summary>What waits: for the caller, or in every record they oversee; in the order of the dates.</summary>
    /// <param name="onlyMine">Whether only what waits for the caller.</param>
    public async Task<IReadOnlyList<CodedTask>> TasksAsync(Caller caller, bool onlyMine, CancellationToken cancellationToken)
    {
        await currentRules.RefreshAsync(always: false, cancellationToken);
        var actor = (caller as Caller.Person)?.Actor;
        var reviews = Seen(actor, RecordKind.Review, await rows.ReadAsync(Keys.OpenOf(RecordKind.Review), cancellationToken))
            .Select(row => row["record"])
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await rows.ReadAsync(Keys.AllTasks, cancellationToken))
                .Where(row => Waits(row) && RecordRef.Parse(row["case"]).Kind is not (RecordKind.Group or RecordKind.Briefing))
                .Where(row => IsMine(row) || (!onlyMine && Sees(actor, row["case"], row["stage"], reviews)))
                .OrderBy(row => row["dueAt"].Length == 0)
                .ThenBy(row => row["dueAt"], StringComparer.Ordinal)
                .ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => Of(row, IsMine(row))),
        ];

        bool IsMine(Row row) => actor is not null && OversightLists.IsTheirs(row, actor);
    }

    private static bool Sees(Actor? actor, string record, string stage, HashSet<string> reviews) =>
        actor is null
        || (
            OversightLists.Sees(actor, record, stage, reviews)
            && (RecordRef.Parse(record).Kind != RecordKind.Case || MayOpen(actor, Enum.Parse<Stage>(stage)))
        );

    /// <summary>
    /// Whether somebody who oversees cases may open one at a stage, and not only see that it is under way: the Scrutineer from the Rapid
    /// Review on, or in the group's meeting (RO7).
    /// </summary>
    private static bool MayOpen(Actor actor, Stage stage) =>
        actor.Roles.Overlaps([Role.Operations, Role.Chair])
        || stage
            is Stage.PreparingRapidReview
                or Stage.Notified
                or Stage.UnderReview
                or Stage.AwaitingApproval
                or Stage.AwaitingSubmission
                or Stage.AwaitingPanel
                or Stage.PanelAnswered
                or Stage.AwaitingGroupMeeting;

    /// <summary>Of the open records of a kind those the caller oversees or owns.</summary>
    private static IEnumerable<Row> Seen(Actor? actor, RecordKind kind, IReadOnlyList<Row> open) =>
        actor is null ? open
        : kind == RecordKind.Review ? ReviewRecordRows.Seen(open, actor)
        : kind == RecordKind.Action ? ActionRows.Lists(open, actor).Values.SelectMany(list => list).Distinct()
        : open.Where(row => Sees(actor, row["record"], row["stage"], []));

    private CodedTask Of(Row row, bool isMine)
    {
        var holder = row.Key.Split('|')[1].Split('~');
        return new(
            RecordRef.Parse(row["case"]),
            Enum.Parse<TaskKind>(row["task"]),
            Enum.TryParse<Role>(holder[0], out var role) ? role : null,
            holder is [_, var agency] ? agency : "",
            DayOf(row, "due"),
            OversightLists.IsLate(row, clock.Now),
            isMine
        );
    }

    private CodedRecord Of(Row row, string record) =>
        new(
            RecordRef.Parse(record),
            row["stage"],
            row["kind"],
            row["agency"],
            DayOf(row, "received")
                ?? (row["since"].Length > 0 ? London.DateOf(DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture)) : null),
            DayOf(row, "due") ?? DayOf(row, "day"),
            OversightLists.IsLate(row, clock.Now)
        );

    /// <summary>With the first date of what waits, where the row itself has none.</summary>
    private CodedRecord Dated(CodedRecord record, IEnumerable<Row> waiting) =>
        record.Due is null && waiting.Where(row => row["due"].Length > 0).MinBy(row => row["dueAt"], StringComparer.Ordinal) is { } first
            ? record with
            {
                Due = DayOf(first, "due"),
                IsLate = OversightLists.IsLate(first, clock.Now),
            }
            : record;

    private bool Waits(Row row) => OversightLists.StillWaits(row, clock.Today, currentRules);

    private static DateOnly? DayOf(Row row, string field) =>
        row[field].Length > 0 ? DateOnly.ParseExact(row[field], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
