using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// The index rows of a record, as a pure function of it; of a case: tasks, due times, the referrer's list, the ways to find it. What a
/// commit writes is the difference between the rows before and after; the rebuild command compares all of them.
/// </summary>
public sealed class RowProjection(FindTokens tokens)
{
    /// <summary>The rows of one state beside those of the next.</summary>
    internal RowDifference Between(RecordFile before, RecordFile after) => new(Of(before), Of(after));

    /// <summary>All index rows of a record.</summary>
    internal IReadOnlyDictionary<string, Dictionary<string, string>> Of(RecordFile record)
    {
        var rows = new Dictionary<string, Dictionary<string, string>>(OfKind(record), StringComparer.Ordinal);
        foreach (var row in new[] { FigureRows.Of(record), ClosedRows.Of(record, rows) })
        {
            if (row is var (key, fields))
            {
                rows[key] = fields;
            }
        }

        return rows;
    }

    private IReadOnlyDictionary<string, Dictionary<string, string>> OfKind(RecordFile record) =>
        record switch
        {
            CaseFile file => OfCase(file),
            GroupFile group => GroupTaskRows.Of(group),
            LearningFile learning => LearningRows.Of(learning, tokens),
            ActionFile action => ActionRows.Of(action),
            MeetingFile meeting => MeetingRows.Of(meeting),
            ReviewFile review => ReviewRecordRows.Of(review),
            BriefingFile briefing => BriefingRows.Of(briefing),
            _ => throw new InvalidOperationException($"No index rows are known for the {record.Ref.Kind} record."),
        };

    private SortedDictionary<string, Dictionary<string, string>> OfCase(CaseFile file)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (file.Stage == Stage.NotStarted)
        {
            return rows;
        }

        var line = Line(file);
        rows[Keys.MineLine(file.Referral!.Referrer.PersonId, file.Id)] = line;
        if (CasesUnderWay.Row(file) is { } underWay)
        {
            rows[Keys.OpenLine(file.Ref)] = underWay;
        }

        foreach (var task in CaseTask.Of(file))
        {
            var (key, fields) = Task(task, file.Id, line, file.AssignmentOf(task.For), file.Referral.SentAt);
            rows[key] = fields;
        }

        foreach (
            var clock in file.Clocks.Where(clock => clock.NextChase is not null && file.Stage is not (Stage.Joined or Stage.Withdrawn))
        )
        {
            rows[Keys.DueLine(clock.NextChase!.At, file.Id, clock.Deadline.TimescaleId)] = new()
            {
                ["case"] = file.Id.Value,
                ["timescale"] = clock.Deadline.TimescaleId,
            };
        }

        if (
            file.Stage is not (Stage.Joined or Stage.Withdrawn)
            && (
                file.Review.SentAt is not null || file is { Stage: Stage.PreparingRapidReview or Stage.Notified, Review.AccessEnded: false }
            )
        )
        {
            rows[Keys.WatchLine(file.Id)] = new() { ["case"] = file.Id.Value, ["ended"] = file.Review.AccessEnded ? "yes" : "no" };
        }

        if (file.Review.Agreed is not null && new ReportAnswers(file.Review.Record).Themes is { Length: > 0 } themes)
        {
            rows[Keys.ThemeLine(file.Id)] = new()
            {
                ["case"] = file.Id.Value,
                ["themes"] = themes,
                ["agreed"] = Day(London.DateOf(file.Review.Agreed.At)),
            };
        }

        if (file is { Stage: Stage.AwaitingGroupMeeting, Considered: null })
        {
            var meeting = file.GoesToSpecialMeeting ? Keys.SpecialMeeting : Keys.NextMeeting;
            rows[Keys.AgendaLine(meeting, file.Id)] = new()
            {
                ["record"] = file.Id.Value,
                ["asked"] = "case",
                ["since"] = GroupRows.Iso(file.WaitsSince),
            };
        }

        foreach (var theme in file.Themes.Select(mapped => mapped.Theme.Id).Distinct())
        {
            rows[Keys.ThemedLine(theme, file.Id)] = Themed(file);
        }

        foreach (var token in tokens.Of(file))
        {
            rows[Keys.FindLine(token.Value, file.Id)] = new(line) { ["by"] = token.By.ToString() };
        }

        return rows;
    }

    /// <summary>The row of a task of a record.</summary>
    /// <param name="line">What every row of the record says.</param>
    /// <param name="since">Since when it waits, where no clock runs.</param>
    internal static (string Key, Dictionary<string, string> Fields) Task(
        CaseTask task,
        RecordRef record,
        Dictionary<string, string> line,
        Assignment assigned,
        DateTimeOffset since
    )
    {
        var fields = new Dictionary<string, string>(line)
        {
            ["aside"] = string.Join(',', assigned.StoodAside.Order(StringComparer.Ordinal)),
            ["deputy"] = assigned.DeputyAsked ? "yes" : "no",
            ["handed"] = assigned.HandedTo,
            ["task"] = task.Kind.ToString(),
            ["due"] = Day(task.Due?.DueDay),
            ["dueAt"] = task.Due?.DueAt.ToString("O", CultureInfo.InvariantCulture) ?? "",
        };
        if (!task.WhileAway.IsEmpty)
        {
            fields["whileAway"] = string.Join(',', task.WhileAway);
        }

        return (
            Keys.TaskLine(Keys.HolderOf(task.PersonId, task.For, task.AgencyId), task.Due?.DueAt ?? since, record, task.Kind.ToString()),
            fields
        );
    }

    /// <summary>The row of a record that carries a theme of the list.</summary>
    internal static Dictionary<string, string> Themed(RecordFile record) => new() { ["record"] = record.Ref.ToString() };

    /// <summary>How a task's role is assigned in its case, as its row has it.</summary>
    internal static Assignment AssignedIn(Row row) =>
        new([.. row["aside"].Split(',', StringSplitOptions.RemoveEmptyEntries)], row["deputy"] == "yes", row["handed"]);

    private static Dictionary<string, string> Line(CaseFile file) =>
        new()
        {
            ["case"] = file.Id.Value,
            ["stage"] = file.Stage.ToString(),
            ["since"] = file.Referral!.SentAt.ToString("O", CultureInfo.InvariantCulture),
        };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
