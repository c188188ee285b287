using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Steps.GroupSession;

namespace SafeguardingTeams.App.Indexes;

/// <summary>The index rows of a meeting of the group: tasks, due times, that it is open, and what stands on its agenda.</summary>
internal static class MeetingRows
{
    private static readonly Assignment AsInTheFile = new([], false, "");

    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Of(MeetingFile file)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (file.Plan is not { } plan)
        {
            return rows;
        }

        Dictionary<string, string> line = new()
        {
            ["case"] = file.Ref.ToString(),
            ["stage"] = file.StageName,
            ["since"] = file.PlannedAt.ToString("O", CultureInfo.InvariantCulture),
        };
        if (!file.IsOver)
        {
            rows[Keys.OpenLine(file.Ref)] = new()
            {
                ["record"] = file.Ref.ToString(),
                ["stage"] = file.StageName,
                ["day"] = GroupRows.Iso(plan.Day),
            };
        }

        foreach (var task in MeetingTask.Of(file).Select(one => one.Task).Concat(MeetingTask.OfCoOpted(file)))
        {
            var (key, fields) = RowProjection.Task(task, file.Ref, line, AsInTheFile, file.PlannedAt);
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

        // What has no outcome yet is waited for here; put off or dropped, it waits for another meeting again.
        foreach (var item in file.IsOver ? [] : file.Undecided.Where(item => item.Subject is not null))
        {
            rows[Keys.AgendaLine(file.Ref.ToString(), item.Subject!.Value)] = new()
            {
                ["record"] = item.Subject!.Value.ToString(),
                ["asked"] = item.Asked.ToString(),
            };
        }

        // Whether it was put off before is asked whenever it is put on an agenda (E18); nothing is written to it. The day says whether that
        // was while it waited as it does then, or before it was decided, withdrawn or ended in another way.
        foreach (var item in file.Agenda.Where(item => item is { Subject: not null, Outcome.End: ItemEnd.Deferred }))
        {
            rows[Keys.PutOffLine(file.Ref, item.Subject!.Value)] = new()
            {
                ["record"] = item.Subject!.Value.ToString(),
                ["on"] = GroupRows.Iso(plan.Day),
            };
        }

        // The meeting after it is compared with this one, and the year is counted (E15).
        if (file.Attendance is { } came)
        {
            rows[Keys.MissedLine(plan.Day, file.Ref)] = new()
            {
                ["seats"] = string.Join('|', came.Seats.Where(seat => seat.IsEmpty).Select(seat => seat.SeatId)),
                ["meeting"] = file.Ref.ToString(),
                ["day"] = GroupRows.Iso(plan.Day),
                ["came"] = string.Join('|', came.Seats.Select(seat => $"{seat.SeatId}:{seat.Presence}")),
            };
        }

        return rows;
    }

    /// <summary>A meeting that was held, from its row; null where the row is of before and is to be rebuilt.</summary>
    internal static HeldMeeting? Held(Row row) =>
        RecordRef.TryParse(row["meeting"]) is not { } meeting
            ? null
            : new(
                meeting,
                DateOnly.Parse(row["day"], CultureInfo.InvariantCulture),
                row["came"]
                    .Split('|', StringSplitOptions.RemoveEmptyEntries)
                    .Select(one => one.Split(':', 2))
                    .ToDictionary(one => one[0], one => Enum.Parse<Presence>(one[1]), StringComparer.Ordinal)
            );
}
