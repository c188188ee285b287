using System.Text.Json;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// What reports count: one coded row a record, without any text or name of it, so that no report reads events (E24, E25). One range read
/// gives all of them.
/// </summary>
public static class FigureRows
{
    private const string Field = "figures";

    /// <summary>The row of a record; null where it is not counted.</summary>
    internal static (string Key, Dictionary<string, string> Fields)? Of(RecordFile record) =>
        FiguresOf.Of(record) is { } figures
            ? (Keys.FigureLine(record.Ref), new() { [Field] = JsonSerializer.Serialize(figures, figures.GetType(), StoredJson.Options) })
            : null;

    /// <summary>The figures of all records, by their rows.</summary>
    public static async Task<IReadOnlyList<RecordFigures>> AllAsync(IRows rows, CancellationToken cancellationToken) =>
        [.. (await rows.ReadAsync(Keys.AllFigures, cancellationToken)).Select(Read)];

    /// <summary>What a row says.</summary>
    private static RecordFigures Read(Row row)
    {
        var type = Enum.Parse<RecordKind>(row.Key.Split('|')[1]) switch
        {
            RecordKind.Case => typeof(IncidentFigures),
            RecordKind.Learning => typeof(LearningFigures),
            RecordKind.Review => typeof(ReviewFigures),
            RecordKind.Action => typeof(ActionFigures),
            RecordKind.Meeting => typeof(MeetingFigures),
            RecordKind.Group => typeof(GroupFigures),
            RecordKind.Briefing => typeof(BriefingFigures),
        };
        return (RecordFigures)JsonSerializer.Deserialize(row[Field], type, StoredJson.Options)!;
    }
}
