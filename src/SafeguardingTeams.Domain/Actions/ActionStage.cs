namespace SafeguardingTeams.Domain.Actions;

/// <summary>Where an action stands (C19): done, accepted and changed are three facts.</summary>
public enum ActionStage
{
    /// <summary>Nothing has been agreed under this reference.</summary>
    NotStarted,

    /// <summary>Agreed: its owner does it.</summary>
    Agreed,

    /// <summary>Its owner says that it is done; the Chair or the group accepts it, or returns it.</summary>
    Done,

    /// <summary>Accepted as done; what it changes is looked at later.</summary>
    Accepted,

    /// <summary>It has changed what it was to change.</summary>
    Changed,

    /// <summary>The group has ended it, with a reason.</summary>
    Ended,

    /// <summary>Withdrawn, with a reason.</summary>
    Withdrawn,
}
