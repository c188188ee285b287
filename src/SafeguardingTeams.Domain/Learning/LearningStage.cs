namespace SafeguardingTeams.Domain.Learning;

/// <summary>Where a referral for practice learning stands.</summary>
public enum LearningStage
{
    /// <summary>Nothing has been submitted under this reference.</summary>
    NotStarted,

    /// <summary>The safeguarding lead's agreement is asked for (D1, D9).</summary>
    AwaitingSafeguardingLead,

    /// <summary>Received: the Chair chooses the way (D3, D7).</summary>
    AwaitingTriage,

    /// <summary>It waits for a meeting of the group, the next or a special one (D3).</summary>
    AwaitingMeeting,

    /// <summary>The group has decided (D4); the referrer is told (D5).</summary>
    Decided,

    /// <summary>The safeguarding lead did not agree. It is final (PD22).</summary>
    NotAgreed,

    /// <summary>The Chair decided that it is not for the group, with a reason (D7).</summary>
    NotForTheGroup,

    /// <summary>It looked serious: it went to the MASH with its answers (D7).</summary>
    WithTheMash,

    /// <summary>The referrer took it back.</summary>
    Withdrawn,

    /// <summary>It was joined to another about the same incident or child, and follows it (D11).</summary>
    Joined,
}
