using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Group;

/// <summary>
/// A learning event of the group (E21): planned, then who came and what they said, then what they do differently. Numbers of people by
/// agency, never a person.
/// </summary>
/// <param name="Number">From 1, in the order they were entered.</param>
/// <param name="Plan">What it is, as it stands now.</param>
/// <param name="FollowUpBy">The last day on which its follow-up is in time.</param>
public sealed record GroupLearningEvent(int Number, LearningEventPlan Plan, DateOnly FollowUpBy)
{
    /// <summary>Who came and what they said, as it stands now; null before.</summary>
    public LearningEventRecord? Record { get; init; }

    /// <summary>What came of it, as it stands now; null before.</summary>
    public LearningEventFollowUp? FollowUp { get; init; }

    /// <summary>The day the follow-up was first recorded; null before.</summary>
    public DateOnly? FollowedUpOn { get; init; }

    /// <summary>Why it was called off; empty where it was not.</summary>
    public string CalledOff { get; init; } = "";

    /// <summary>How often something was recorded of it: a card that was drawn before is told.</summary>
    public int Changes { get; init; } = 1;

    /// <summary>Whether it was not called off.</summary>
    public bool Stands => CalledOff.Length == 0;

    /// <summary>How many people came, of all agencies; 0 before it is recorded.</summary>
    public int People => Record?.Attendance.Sum(one => one.People) ?? 0;
}

/// <summary>What a learning event is.</summary>
/// <param name="Title">What it is called, without a name.</param>
/// <param name="On">The day.</param>
/// <param name="Audience">Who it is for.</param>
/// <param name="Briefings">The briefings it shares; none where it shares none.</param>
public sealed record LearningEventPlan(
    string Title,
    LearningEventKind Kind,
    DateOnly On,
    string Audience,
    ImmutableList<RecordRef> Briefings
)
{
    /// <summary>The longest title or audience, in characters.</summary>
    public const int LongestLine = 200;

    /// <summary>How many briefings it may share.</summary>
    public const int MostBriefings = 12;

    /// <summary>How far from today it may lie, in years, either way.</summary>
    public const int MostYears = 2;

    /// <summary>Whether it says the same.</summary>
    public bool IsSame(LearningEventPlan other) =>
        this with { Briefings = [] } == other with { Briefings = [] } && Briefings.SequenceEqual(other.Briefings);

    /// <summary>It, without spaces around what was typed.</summary>
    internal LearningEventPlan Trimmed() => this with { Title = Title.Trim(), Audience = Audience.Trim() };

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    internal ImmutableList<Refusal> Wrong(DateOnly today)
    {
        Refusal?[] wrong =
        [
            Line(Title, "title", "Say what the event is called, without a name."),
            On > today.AddYears(MostYears) ? new("too-far", "Enter a day within two years.", "date")
            : On < today.AddYears(-MostYears) ? new("past", "This is more than two years ago. Enter a later day.", "date")
            : null,
            Line(Audience, "audience", "Say who the event is for."),
            Briefings.Count > MostBriefings ? new("too-many", $"Choose {MostBriefings} briefings or fewer.", "shares")
            : Briefings.Exists(one => one.Kind != RecordKind.Briefing) ? new("answer-needed", "Choose briefings that were sent.", "shares")
            : null,
        ];
        return [.. wrong.OfType<Refusal>()];
    }

    private static Refusal? Line(string text, string field, string message) =>
        text.Length == 0 ? new("answer-needed", message, field)
        : text.Length > LongestLine ? new("too-long", $"Shorten it to {LongestLine} characters or fewer.", field)
        : null;
}

/// <summary>What kind of learning event it is (E21).</summary>
public enum LearningEventKind
{
    /// <summary>People work on something together.</summary>
    Workshop,

    /// <summary>Online, for many.</summary>
    Webinar,

    /// <summary>In the meeting of a team.</summary>
    TeamSession,

    /// <summary>A conference.</summary>
    Conference,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Who came to a learning event and what they said.</summary>
/// <param name="Evaluation">What people said, and how it went; no name.</param>
public sealed record LearningEventRecord(ImmutableList<AgencyAttendance> Attendance, string Evaluation)
{
    /// <summary>The most people of one agency.</summary>
    public const int MostPeople = 10_000;

    /// <summary>Whether it says the same.</summary>
    public bool IsSame(LearningEventRecord other) => Evaluation == other.Evaluation && Attendance.SequenceEqual(other.Attendance);
}

/// <summary>How many people of an agency came.</summary>
/// <param name="AgencyId">By its id in the partnership's file; empty for any other.</param>
/// <param name="AgencyName">What it was called then; empty for any other.</param>
/// <param name="People">How many.</param>
public sealed record AgencyAttendance(string AgencyId, string AgencyName, int People);

/// <summary>What came of a learning event, three calendar months later; or why nobody asked (E21).</summary>
/// <param name="Differently">What people do differently; empty where it was not followed up.</param>
/// <param name="HowKnown">How that is known; empty where it was not followed up.</param>
/// <param name="NotBecause">Why it was not followed up; empty where it was.</param>
public sealed record LearningEventFollowUp(string Differently, string HowKnown, string NotBecause)
{
    /// <summary>Whether somebody asked what came of it.</summary>
    public bool WasDone => NotBecause.Length == 0;
}
