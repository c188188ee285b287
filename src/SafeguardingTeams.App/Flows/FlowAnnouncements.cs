using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.Chasing;
using ProjectedRows = System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.Dictionary<string, string>>;

namespace SafeguardingTeams.App.Flows;

/// <summary>
/// What flows are told of a commit: a pure function of the record and its index rows before and after. Of the group and of briefings they
/// are told nothing.
/// </summary>
internal static class FlowAnnouncements
{
    /// <summary>The one row of a commit that has anything to announce; none for any other.</summary>
    internal static IEnumerable<RowWrite> Rows(
        RecordFile before,
        RecordFile after,
        ProjectedRows rowsBefore,
        ProjectedRows rowsAfter,
        DateTimeOffset at
    ) =>
        Of(before, after, rowsBefore, rowsAfter) is { IsEmpty: false } said
            ?
            [
                new RowWrite.Insert(
                    Keys.AnnouncementLine(at, after.Ref, after.Version),
                    new Dictionary<string, string>([LongText.Field("said", Announcement.Write(said))])
                    {
                        ["record"] = after.Ref.ToString(),
                        ["version"] = after.Version.ToString(CultureInfo.InvariantCulture),
                        ["at"] = at.ToString("O", CultureInfo.InvariantCulture),
                    }
                ),
            ]
            : [];

    internal static ImmutableList<Announcement> Of(RecordFile before, RecordFile after, ProjectedRows rowsBefore, ProjectedRows rowsAfter)
    {
        if (after.Version == before.Version || after.Ref.Kind is RecordKind.Group or RecordKind.Briefing)
        {
            return [];
        }

        var step = after.StageName;
        return
        [
            .. before.Version == 0 ? [new(FlowTrigger.RecordOpened, step)] : Array.Empty<Announcement>(),
            .. before.StageName != step ? [new(FlowTrigger.StepReached, step)] : Array.Empty<Announcement>(),
            .. Tasks(FlowTrigger.TaskCompleted, before, rowsBefore, rowsAfter, step),
            .. Tasks(FlowTrigger.TaskAssigned, after, rowsAfter, rowsBefore, step),
            .. Late(before, after),
            .. Documents(before, after),
            .. IsOver(after, rowsAfter) && !IsOver(before, rowsBefore)
                ? [new(FlowTrigger.RecordClosed, step)]
                : Array.Empty<Announcement>(),
        ];
    }

    /// <summary>
    /// The tasks that are here and not there, by who is waited for and what for: where one of a kind has another date, nothing is new.
    /// </summary>
    private static IEnumerable<Announcement> Tasks(
        FlowTrigger trigger,
        RecordFile file,
        ProjectedRows here,
        ProjectedRows there,
        string step
    ) =>
        from rows in here.Where(row => row.Key.StartsWith(Keys.AllTasks, StringComparison.Ordinal))
            .GroupBy(row => (Holder: row.Key.Split('|')[1], Kind: row.Value["task"]))
        let only = rows.Where(row => !there.ContainsKey(row.Key)).ToList()
        let moved = there.Keys.Count(key =>
            key.StartsWith(Keys.Tasks(rows.Key.Holder), StringComparison.Ordinal)
            && !here.ContainsKey(key)
            && there[key]["task"] == rows.Key.Kind
        )
        from row in only.Take(only.Count - moved)
        let task = TasksOf(file).FirstOrDefault(one => (one.Holder, one.Task.Kind.ToString()) == rows.Key).Task
        select new Announcement(trigger, step)
        {
            Task = rows.Key.Kind,
            Holder = rows.Key.Holder,
            WaitsFor = task?.For.ToString() ?? "",
            Agency = task?.AgencyId ?? "",
            Due = DateOnly.TryParseExact(row.Value["due"], "yyyy-MM-dd", out var due) ? due : null,
        };

    /// <summary>
    /// The first reminder of a clock that says it is late; a clock on nobody's list is told of by whoever hears that it is late.
    /// </summary>
    private static IEnumerable<Announcement> Late(RecordFile before, RecordFile after) =>
        from recorded in after.History.Skip(before.Version)
        let reminded = Reminder(recorded.Event)
        where reminded is not null && IsFirstOfLate(before.Clock(reminded.Value.Clock), reminded.Value.Index)
        let clock = before.Clock(reminded.Value.Clock)!.Deadline
        let tasks = TasksOf(after).Where(one => one.Task.Due?.TimescaleId == clock.TimescaleId).ToList()
        from late in tasks.Count > 0
            ? tasks.Select(one => (Task: one.Task.Kind.ToString(), one.Holder, For: one.Task.For.ToString(), one.Task.AgencyId)).Distinct()
            : [("", "", clock.Chases[reminded.Value.Index].To is [var first, ..] ? first.Role.ToString() : "", "")]
        select new Announcement(FlowTrigger.TaskLate, after.StageName)
        {
            Task = late.Item1,
            Holder = late.Item2,
            WaitsFor = late.Item3,
            Agency = late.Item4,
            Due = clock.DueDay,
        };

    private static (string Clock, int Index)? Reminder(RecordEvent happened) =>
        happened switch
        {
            DeadlineChased chased => (chased.TimescaleId, chased.Index),
            IReminder reminder => (reminder.TimescaleId, reminder.Index),
            _ => null,
        };

    private static bool IsFirstOfLate(Clock? clock, int index) =>
        clock is not null
        && clock.Deadline.Chases.Take(index + 1).LastOrDefault() is { Kind: ChaseKind.Late }
        && clock.Deadline.Chases.Take(clock.Chased).All(past => past.Kind != ChaseKind.Late);

    private static IEnumerable<Announcement> Documents(RecordFile before, RecordFile after) =>
        from recorded in after.History.Skip(before.Version)
        where recorded.Event is IKeepsDocument
        let document = ((IKeepsDocument)recorded.Event).Document
        select new Announcement(FlowTrigger.DocumentReady, after.StageName)
        {
            Document = recorded.Sequence,
            DocumentKind = document.Kind.ToString(),
            Agency = document.Kind is KeptKind.ScopingLetter or KeptKind.ScopingForm ? document.About : "",
        };

    /// <summary>A case is over once it can only be opened again; any other record once it is on no list of open ones.</summary>
    private static bool IsOver(RecordFile file, ProjectedRows rows) =>
        file is CaseFile incident
            ? incident.Stage is Stage.Closed or Stage.Joined or Stage.Withdrawn
            : file.Version > 0 && !rows.ContainsKey(Keys.OpenLine(file.Ref));

    /// <summary>What waits in a record, with whom it waits for as its row has it.</summary>
    private static IEnumerable<(string Holder, CaseTask Task)> TasksOf(RecordFile record) =>
        from task in record switch
        {
            { Version: 0 } => [],
            CaseFile file => CaseTask.Of(file),
            LearningFile file => LearningTask.Of(file).Select(one => one.Task),
            ActionFile file => ActionTask.Of(file).Select(one => one.Task),
            MeetingFile file => MeetingTask.Of(file).Select(one => one.Task).Concat(MeetingTask.OfCoOpted(file)),
            ReviewFile file => ReviewTask.Of(file).Select(one => one.Task).Concat(ReviewTask.OfAgencies(file)),
            _ => Enumerable.Empty<CaseTask>(),
        }
        select (Keys.HolderOf(task.PersonId, task.For, task.AgencyId), task);
}
