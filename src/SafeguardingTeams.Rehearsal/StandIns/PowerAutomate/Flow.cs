using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>A run of a flow, as Power Automate keeps it in the history of the flow, which everybody who owns the flow reads.</summary>
/// <param name="At">When it began, by the rehearsal's clock.</param>
public sealed record FlowRun(DateTimeOffset At, ImmutableList<FlowStep> Steps)
{
    /// <summary>Whether it waits for an answer.</summary>
    public bool Waits { get; init; }

    /// <summary>What went wrong; empty where nothing did.</summary>
    public string Failed { get; init; } = "";
}

/// <summary>A step of a run.</summary>
/// <param name="Title">What it is called in the flow.</param>
/// <param name="Inputs">What it was given; null where it was given nothing, or its inputs are secured.</param>
/// <param name="Outputs">What it gave.</param>
public sealed record FlowStep(string Title, JsonNode? Inputs, JsonNode? Outputs)
{
    /// <summary>Whether what it was given is hidden, by the setting "Secure inputs".</summary>
    public bool IsSecured { get; init; }
}

/// <summary>A flow that a partnership would build.</summary>
public abstract class Flow(FlowMaker maker)
{
    private readonly List<FlowRun> _runs = [];
    private readonly Lock _lock = new();

    /// <summary>Its name in addresses.</summary>
    public abstract string Key { get; }

    public abstract string Title { get; }

    /// <summary>What it is for, and in whose name it runs.</summary>
    public abstract string Purpose { get; }

    /// <summary>Its runs, newest first.</summary>
    public IReadOnlyList<FlowRun> Runs
    {
        get
        {
            lock (_lock)
            {
                return [.. _runs.AsEnumerable().Reverse()];
            }
        }
    }

    /// <summary>Who built it.</summary>
    protected FlowMaker Maker { get; } = maker;

    /// <summary>Does its steps one after the other, and keeps what passes.</summary>
    protected async Task RunAsync(Func<FlowSteps, Task> steps)
    {
        var run = new FlowRun(Maker.Now(), []);
        lock (_lock)
        {
            _runs.Add(run);
        }

        void Keep(FlowRun next)
        {
            lock (_lock)
            {
                _runs[_runs.IndexOf(run)] = next;
                run = next;
            }
        }

        var kept = new FlowSteps(step => Keep(run with { Steps = run.Steps.Add(step) }), waits => Keep(run with { Waits = waits }));
        try
        {
            await steps(kept);
        }
        catch (Exception e) when (e is InvalidOperationException or DefinitionException or HttpRequestException)
        {
            Keep(run with { Failed = e.Message, Waits = false });
        }
    }
}

/// <summary>What a run keeps of its steps.</summary>
public sealed class FlowSteps(Action<FlowStep> keep, Action<bool> waits)
{
    /// <summary>Calls an operation of the connector, and keeps it.</summary>
    /// <param name="secured">Whether its inputs are secured.</param>
    public async Task<JsonObject> CallAsync(Connection connection, string title, string operation, JsonObject inputs, bool secured = false)
    {
        var answer = await connection.CallAsync(operation, inputs.DeepClone().AsObject());
        keep(new(title, secured ? null : inputs, answer.Json?.DeepClone()) { IsSecured = secured });
        return answer.Good();
    }

    /// <summary>Keeps a step of another connector.</summary>
    public void Other(string title, JsonNode? inputs, JsonNode? outputs = null, bool secured = false) =>
        keep(new(title, secured ? null : inputs, outputs) { IsSecured = secured });

    /// <summary>Says that the run waits, or goes on.</summary>
    public void Waits(bool yes) => waits(yes);
}
