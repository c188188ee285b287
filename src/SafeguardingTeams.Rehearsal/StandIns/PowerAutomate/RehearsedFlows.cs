namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>The flows of the rehearsal: those a partnership would build first.</summary>
public sealed class RehearsedFlows : IDisposable
{
    internal RehearsedFlows(RehearsalHost host)
    {
        Maker = new(host);
        (Late, Form, Actions) = (new(Maker), new(Maker), new(Maker));
    }

    /// <summary>Power Automate round them.</summary>
    public FlowMaker Maker { get; }

    public LateTaskFlow Late { get; }

    public FormFlow Form { get; }

    public OpenActionsFlow Actions { get; }

    /// <inheritdoc/>
    public void Dispose() => Maker.Dispose();
}
