namespace SafeguardingTeams.App.Flows;

/// <summary>What a flow can wait for.</summary>
public enum FlowTrigger
{
    /// <summary>A record has begun.</summary>
    RecordOpened,

    /// <summary>A record is at another step.</summary>
    StepReached,

    /// <summary>Something waits for somebody.</summary>
    TaskAssigned,

    /// <summary>It waits no more: it was done, or nothing is left to do.</summary>
    TaskCompleted,

    /// <summary>It was not done by its date.</summary>
    TaskLate,

    /// <summary>A document was made and kept.</summary>
    DocumentReady,

    /// <summary>A record has ended.</summary>
    RecordClosed,
}
