using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>The month's open actions as a table, page after page.</summary>
public sealed class OpenActionsFlow(FlowMaker maker) : Flow(maker)
{
    private static readonly string[] Columns = ["record", "step", "agency", "due", "late"];
    private readonly Connection _operations = maker.As("operations-officer");

    /// <inheritdoc/>
    public override string Key => "actions";

    /// <inheritdoc/>
    public override string Title => "The month’s open actions, as a table";

    /// <inheritdoc/>
    public override string Purpose =>
        "On the first of each month the open actions are put into a table for the agenda: references, steps, agencies and dates, and no "
        + "word of what they are about. It runs in the name of an operations officer.";

    /// <summary>The columns of the table, and its lines.</summary>
    public (IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Lines) Table { get; private set; } = (Columns, []);

    /// <summary>Runs it now.</summary>
    public Task NowAsync() =>
        RunAsync(async steps =>
        {
            steps.Other("Recurrence", null);
            var actions = await _operations.AllAsync("ListActions", new JsonObject { ["top"] = 5 });
            steps.Other("List actions", new JsonObject { ["top"] = 5 }, new JsonArray([.. actions.Select(one => one.DeepClone())]));
            Table = (Columns, [.. actions.Select(one => Columns.Select(column => one[column]?.ToString() ?? "").ToList())]);
            steps.Other("Create an HTML table", new JsonObject { ["lines"] = actions.Count });
        });
}
