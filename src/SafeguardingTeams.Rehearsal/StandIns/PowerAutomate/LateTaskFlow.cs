using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>A late task to the partnership's own channel: turned on, it is told, and posts a line.</summary>
public sealed class LateTaskFlow(FlowMaker maker) : Flow(maker)
{
    private const string Trigger = "WhenATaskIsLate";
    private readonly List<string> _channel = [];
    private readonly Connection _operations = maker.As("operations-officer");
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (Uri Registration, Uri Waits)? _on;

    /// <inheritdoc/>
    public override string Key => "late";

    /// <inheritdoc/>
    public override string Title => "A late task, to our channel";

    /// <inheritdoc/>
    public override string Purpose =>
        "When a task is late, a line is posted in the channel of the operational team. It runs in the name of an operations officer. "
        + "Turn it on, then move the clock past a date.";

    /// <summary>Whether it is on.</summary>
    public bool IsOn => _on is not null;

    /// <summary>What was posted in the channel, newest first.</summary>
    public IReadOnlyList<string> Channel
    {
        get
        {
            lock (_channel)
            {
                return [.. _channel.AsEnumerable().Reverse()];
            }
        }
    }

    /// <summary>Turns it on: it registers where it waits. Or off: it takes the registration back.</summary>
    public async Task TurnAsync(bool on)
    {
        await _turn.WaitAsync();
        try
        {
            if (on && _on is null)
            {
                var waits = Maker.WaitAt(ComesAsync);
                _on = (await _operations.SubscribeAsync(Trigger, [], waits), waits);
            }
            else if (!on && _on is { } was)
            {
                await _operations.UnsubscribeAsync(was.Registration);
                Maker.Leave(was.Waits);
                _on = null;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task ComesAsync(JsonObject notice) =>
        RunAsync(async steps =>
        {
            if (_operations.CheckNotification(Trigger, notice) is [var wrong, ..])
            {
                throw new DefinitionException(wrong);
            }

            steps.Other("When a task is late", null, notice.DeepClone());
            var record = notice["record"]!.GetValue<string>();
            var timetable = await steps.CallAsync(_operations, "Get a timetable", "GetTimetable", new JsonObject { ["record"] = record });
            var late = timetable["value"]!.AsArray().Count(clock => clock!["late"]!.GetValue<bool>());
            var line =
                $"{record}: {notice["task"] ?? "a date"} is late"
                + (notice["waitsFor"] is { } role ? $", and waits for {role}" : "")
                + (notice["due"] is { } due ? $". It was due on {due}" : "")
                + $". Late in this record: {late}. {notice["link"]}";
            lock (_channel)
            {
                _channel.Add(line);
            }

            steps.Other("Post message in a channel", new JsonObject { ["message"] = line });
        });
}
