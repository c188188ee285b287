using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>A flow that asks the three leads and waits until each has answered on a card.</summary>
public sealed class AskLeadsFlow(FlowMaker maker) : Flow(maker)
{
    private const string Ask = "AskTheLeadsAndWait";
    private readonly Connection _operations = maker.As("operations-officer");

    /// <inheritdoc/>
    public override string Key => "ask";

    /// <inheritdoc/>
    public override string Title => "Ask the leads, and wait";

    /// <inheritdoc/>
    public override string Purpose =>
        "The press office asks for a line. The three leads are asked whether it may go out; the flow waits until each has answered on a "
        + "card, and no flow answers for a person. It runs in the name of an operations officer.";

    /// <summary>The cases it can be about.</summary>
    public async Task<IReadOnlyList<string>> CasesAsync() =>
        [
            .. (await _operations.AllAsync("ListCases", new JsonObject { ["kind"] = "SeriousIncident" })).Select(one =>
                one["record"]!.GetValue<string>()
            ),
        ];

    /// <summary>Asks about a case.</summary>
    public Task AskAsync(string record) =>
        RunAsync(async steps =>
        {
            var answered = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
            var waits = Maker.WaitAt(posted =>
            {
                answered.TrySetResult(posted);
                return Task.CompletedTask;
            });
            var body = new JsonObject
            {
                ["record"] = record,
                ["question"] = "The press office asks for a line. May the agreed line go out today?",
                ["options"] = new JsonArray("Yes", "Not yet", "No"),
            };
            await _operations.SubscribeAsync(Ask, new JsonObject { ["body"] = body.DeepClone() }, waits);
            steps.Other("Ask the leads and wait: asked", body);
            steps.Waits(true);
            _ = GoOnAsync(steps, answered.Task, waits);
        });

    private async Task GoOnAsync(FlowSteps steps, Task<JsonObject> answered, Uri waits)
    {
        var posted = await answered;
        Maker.Leave(waits);
        var wrong = _operations.CheckNotification(Ask, posted);
        steps.Other("Ask the leads and wait: answered", null, posted.DeepClone());
        var isYes = posted["complete"]!.GetValue<bool>() && posted["answers"]!.AsArray().All(one => one!["answer"]!.GetValue<int>() == 1);
        steps.Other(
            wrong is [var first, ..] ? $"Not as described: {first}"
                : isYes ? "All three say yes: tell the press office"
                : "Not all three say yes: tell the Chair",
            null
        );
        steps.Waits(false);
    }
}
