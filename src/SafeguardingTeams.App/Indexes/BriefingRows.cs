using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// The index rows of a briefing: tasks, due times, what it comes from, what is open, whom it was sent to; without any text of it.
/// </summary>
internal static class BriefingRows
{
    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Of(BriefingFile file)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (file.Stage == BriefingStage.NotStarted)
        {
            return rows;
        }

        Dictionary<string, string> line = new()
        {
            ["case"] = file.Ref.ToString(),
            ["stage"] = file.StageName,
            ["since"] = file.BegunAt.ToString("O", CultureInfo.InvariantCulture),
        };
        Dictionary<string, string> listed = new()
        {
            ["record"] = file.Ref.ToString(),
            ["purpose"] = file.Plan!.Purpose.ToString(),
            ["stage"] = file.StageName,
            ["due"] = file.Clock(Timescales.BriefingAnswers.Id) is { Runs: true } answers ? GroupRows.Iso(answers.Deadline.DueDay) : "",
        };
        if (file.Stage is not (BriefingStage.Closed or BriefingStage.Withdrawn))
        {
            rows[Keys.OpenLine(file.Ref)] = listed;
        }

        if (!file.Sent.IsEmpty && file.Stage != BriefingStage.Withdrawn)
        {
            foreach (var agency in file.Plan.Agencies)
            {
                // Of an agency nothing more is asked that has answered; where it stands inside the partnership is not theirs to see.
                rows[Keys.BriefedLine(agency.AgencyId, file.Ref)] = new(listed)
                {
                    ["stage"] = (file.Stage == BriefingStage.Closed ? BriefingStage.Closed : BriefingStage.Sent).ToString(),
                    ["due"] = file.HasAnswered(agency.AgencyId) ? "" : listed["due"],
                };
            }
        }

        foreach (var task in BriefingTask.Of(file).Select(one => one.Task).Concat(BriefingTask.OfAgencies(file)))
        {
            var (key, fields) = RowProjection.Task(task, file.Ref, line, file.AssignmentOf(task.For), file.BegunAt);
            rows[key] = fields;
        }

        foreach (var clock in file.Clocks.Where(clock => clock.NextChase is not null))
        {
            rows[Keys.DueLine(clock.NextChase!.At, file.Ref, clock.Deadline.TimescaleId)] = new()
            {
                ["case"] = file.Ref.ToString(),
                ["timescale"] = clock.Deadline.TimescaleId,
            };
        }

        if (file.Plan.Source is { } source)
        {
            rows[Keys.LinkLine(file.Ref, source)] = new() { ["record"] = source.ToString() };
            rows[Keys.LinkLine(source, file.Ref)] = new() { ["record"] = file.Ref.ToString() };
        }

        return rows;
    }
}
