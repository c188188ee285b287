using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>The Rapid Review meeting as planned (B11, B26).</summary>
/// <param name="Number">Goes up with each new plan after a cancellation: names the invitation.</param>
/// <param name="Start">When it begins.</param>
/// <param name="How">Face to face by preference; by telephone or online if time is short.</param>
/// <param name="Place">Where, or the number to ring; may be empty online.</param>
/// <param name="EarlyBecause">Why it does not wait for working day 9, where it does not; else empty (PD5).</param>
public sealed record PlannedMeeting(
    int Number,
    DateTimeOffset Start,
    DateTimeOffset End,
    MeetingKind How,
    string Place,
    string EarlyBecause
);

/// <summary>What is doubtful about the day a meeting is planned on, since bank holidays or notification were amended (B11, PD16).</summary>
public enum MeetingDoubt
{
    None,

    /// <summary>Nobody works that day.</summary>
    NoWorkingDay,

    /// <summary>It is before the first day of the window, and the Chair has given no reason.</summary>
    TooEarly,

    /// <summary>It was within the window, and is after its last day now.</summary>
    TooLate,
}

/// <summary>How a meeting is held (B26).</summary>
public enum MeetingKind
{
    /// <summary>In one room.</summary>
    FaceToFace,

    Telephone,

    /// <summary>Online, in Teams.</summary>
    Online,
}

/// <summary>Somebody invited to the meeting (RO10, B12).</summary>
/// <param name="Key">Names them in the case.</param>
/// <param name="AgencyName">As people say it.</param>
/// <param name="JobTitle">For the list of participants.</param>
/// <param name="Partner">The safeguarding partner they stand for in the quorum; null for none (B14).</param>
public sealed record Attendee(string Key, Contact Contact, string AgencyKey, string AgencyName, string JobTitle, Role? Partner)
{
    /// <summary>The two declarations, once made; until then they count towards nothing and read no other agency's return.</summary>
    public Declaration? Declared { get; init; }

    /// <summary>How they answered the invitation.</summary>
    public Answered Answer { get; init; }

    /// <summary>Whether they were at the meeting.</summary>
    public bool Present { get; init; }

    /// <summary>Whether they count: senior, and without direct involvement in the case (B12).</summary>
    public bool IsEligible => Declared is { Senior: true, NotInvolved: true };
}

/// <summary>What an attendee declared (B12).</summary>
/// <param name="Senior">That they are a senior representative of their agency.</param>
/// <param name="NotInvolved">That they had no direct involvement in the case.</param>
/// <param name="By">Who recorded it.</param>
public sealed record Declaration(bool Senior, bool NotInvolved, DateTimeOffset At, string By);

/// <summary>How somebody answered the invitation.</summary>
public enum Answered
{
    NotYet,

    /// <summary>They come.</summary>
    Accepted,

    /// <summary>Perhaps.</summary>
    Tentative,

    /// <summary>They do not come.</summary>
    Declined,
}
