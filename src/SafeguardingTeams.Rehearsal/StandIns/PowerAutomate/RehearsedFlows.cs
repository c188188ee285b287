namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>The flows of the rehearsal: those a partnership would build first.</summary>
public sealed class RehearsedFlows : IDisposable
{
    internal RehearsedFlows(FlowMaker maker)
    {
        Maker = maker;
        (Late, Form, Actions, Ask) = (new(Maker), new(Maker), new(Maker), new(Maker));
    }

    /// <summary>Power Automate round them.</summary>
    public FlowMaker Maker { get; }

    public LateTaskFlow Late { get; }

    public FormFlow Form { get; }

    public OpenActionsFlow Actions { get; }

    public AskLeadsFlow Ask { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Late.Dispose();
        Maker.Dispose();
    }
}
