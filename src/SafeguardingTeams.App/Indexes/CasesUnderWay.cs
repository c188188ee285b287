using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Steps.GroupAgenda;

namespace SafeguardingTeams.App.Indexes;

/// <summary>Every case under way, and how many actions are open: range reads of index rows, without any text of a record (E5).</summary>
public sealed class CasesUnderWay(IRows rows, LondonClock clock)
{
    /// <summary>The row of a case that operations have received and that is not over; null for any other.</summary>
    internal static Dictionary<string, string>? Row(CaseFile file) =>
        file.ReceivedByOperationsAt is not { } received
        || file.Stage is Stage.Closed or Stage.Joined or Stage.Withdrawn or Stage.BelowThreshold
            ? null
            : new()
            {
                ["record"] = file.Id.Value,
                ["stage"] = file.StageName,
                ["received"] = GroupRows.Iso(London.DateOf(received)),
            };

    /// <summary>The cases.</summary>
    internal async Task<IReadOnlyList<CaseUnderWay>> ListAsync(CancellationToken cancellationToken)
    {
        var held = (await rows.ReadAsync(Keys.Missed, cancellationToken))
            .Select(MeetingRows.Held)
            .LastOrDefault(one => one is not null)
            ?.Day;
        return
        [
            .. (await rows.ReadAsync(Keys.OpenOf(RecordKind.Case), cancellationToken)).Select(row =>
            {
                var received = DateOnly.ParseExact(row["received"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                return new CaseUnderWay(
                    CaseId.Parse(row["record"]),
                    Enum.Parse<Stage>(row["stage"]),
                    received,
                    held is not { } last || received > last
                );
            }),
        ];
    }

    /// <summary>How many actions are open, late, or accepted between meetings.</summary>
    internal async Task<ActionCounts> ActionsAsync(CancellationToken cancellationToken)
    {
        var open = await rows.ReadAsync(Keys.OpenOf(RecordKind.Action), cancellationToken);
        return new(
            open.Count,
            open.Count(row => DateTimeOffset.TryParse(row["dueAt"], CultureInfo.InvariantCulture, out var due) && due <= clock.Now),
            open.Count(row => row["listed"] == "yes")
        );
    }
}
