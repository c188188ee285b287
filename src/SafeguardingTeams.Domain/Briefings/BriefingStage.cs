namespace SafeguardingTeams.Domain.Briefings;

/// <summary>Where a briefing stands.</summary>
public enum BriefingStage
{
    /// <summary>Nothing has been begun under this reference.</summary>
    NotStarted,

    /// <summary>It is being written, or written again.</summary>
    Writing,

    /// <summary>Somebody who did not write it checks it (E26).</summary>
    Checking,

    /// <summary>It was checked, and is before the Chair (E20).</summary>
    WithChair,

    /// <summary>The Chair has approved it.</summary>
    Approved,

    /// <summary>It was sent, and agencies say how they used it (E20).</summary>
    Sent,

    /// <summary>Nothing more is asked of anybody.</summary>
    Closed,

    /// <summary>It was withdrawn, with a reason.</summary>
    Withdrawn,
}
