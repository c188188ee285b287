namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Where a review stands.</summary>
public enum ReviewStage
{
    /// <summary>Nothing has been proposed under this reference.</summary>
    NotStarted,

    /// <summary>The three leads are asked whether there is to be one (C8).</summary>
    Proposed,

    /// <summary>It was decided on, or begun, and is being done.</summary>
    UnderWay,

    /// <summary>Its final report is before the three leads (C14).</summary>
    ReportWithLeads,

    /// <summary>Its report, or what was found, is accepted (C14).</summary>
    Accepted,

    /// <summary>It is published, or it was decided why it is not (C16).</summary>
    Concluded,

    /// <summary>Nothing more is done with it.</summary>
    Closed,

    /// <summary>The leads decided that there is to be none.</summary>
    Declined,

    /// <summary>It was ended before it was done, with a reason.</summary>
    Ended,
}
