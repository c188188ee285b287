using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Indexes;

/// <summary>The rows of the group's record, with what waits for somebody in it.</summary>
internal static class GroupTaskRows
{
    private static readonly Assignment AsTheyHold = new([], false, "");

    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Of(GroupFile group)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(
            GroupRows.Of(group).ToDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        foreach (var (task, since) in GroupTasks.Of(group))
        {
            Dictionary<string, string> line = new()
            {
                ["case"] = group.Ref.ToString(),
                ["stage"] = group.StageName,
                ["since"] = since.ToString("O", CultureInfo.InvariantCulture),
            };
            var (key, fields) = RowProjection.Task(task, group.Ref, line, AsTheyHold, since);
            rows[key] = fields;
        }

        return rows;
    }
}
