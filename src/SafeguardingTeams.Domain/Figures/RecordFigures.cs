using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Figures;

/// <summary>
/// What reports count of a record, coded: days, codes and numbers, never a text that somebody typed, nor a name (E24, E25). It follows from
/// the record alone, as its index rows do.
/// </summary>
public abstract record RecordFigures(RecordRef Record);

/// <summary>A record that says itself what is counted of it.</summary>
public interface ICounted
{
    /// <summary>Its figures; null where it is not counted.</summary>
    RecordFigures? Figures { get; }
}

/// <summary>What is counted of a serious-incident referral. One that was joined to another or withdrawn is not counted.</summary>
/// <param name="ReferredOn">The day it reached the MASH.</param>
/// <param name="AgencyId">The referrer's agency by its id in the partnership's file; empty where it is not in it.</param>
/// <param name="ReachedOn">The day the MASH decided that the threshold is reached; null where it has not.</param>
/// <param name="Notified">The statutory notification, counted from when the authority became aware (A12); null where none is due.</param>
/// <param name="Report">The report to the Panel, counted from the notification (B1); null where none is due.</param>
/// <param name="Returns">The agencies' returns (B5).</param>
/// <param name="Outcome">The letter of the recommendation, a to j (B17); empty before it is agreed.</param>
/// <param name="AgreedOn">The day it was agreed.</param>
/// <param name="PanelConcurs">What the Panel answered (B25); null before.</param>
/// <param name="AnsweredOn">The day its answer came.</param>
/// <param name="Themes">Ids of the partnership's list.</param>
public sealed record IncidentFigures(
    RecordRef Record,
    DateOnly ReferredOn,
    string AgencyId,
    ImmutableList<ChildFigures> Children,
    DateOnly? ReachedOn,
    Timed? Notified,
    Timed? Report,
    ImmutableList<Timed> Returns,
    string Outcome,
    DateOnly? AgreedOn,
    bool? PanelConcurs,
    DateOnly? AnsweredOn,
    ImmutableList<string> Themes
) : RecordFigures(Record);

/// <summary>A child of a referral, by codes of the form.</summary>
/// <param name="Age">Its age at the death or incident, in bands (<see cref="AgeBands"/>).</param>
public sealed record ChildFigures(ChildOutcome Outcome, string Age, string Gender, string Ethnic, string Care);

/// <summary>Something that has a limit.</summary>
/// <param name="Due">The last day of it.</param>
/// <param name="DoneOn">The day it was done; null while it is not.</param>
public sealed record Timed(DateOnly Due, DateOnly? DoneOn);

/// <summary>What is counted of a referral for practice learning. One that was joined to another or withdrawn is not counted.</summary>
/// <param name="Kinds">Codes of the form.</param>
/// <param name="Told">That the referrer is told (D5, D8); null where nothing is due.</param>
public sealed record LearningFigures(
    RecordRef Record,
    DateOnly ReferredOn,
    string AgencyId,
    ImmutableList<string> Kinds,
    DateOnly? DecidedOn,
    ImmutableList<LearningOutcome> Outcomes,
    Timed? Told,
    ImmutableList<string> Themes
) : RecordFigures(Record);

/// <summary>What is counted of a review or an audit.</summary>
/// <param name="BegunOn">The day it was decided on, or begun; null where it was not.</param>
/// <param name="Done">Published, or done, within its limit (C2); null before it was decided on.</param>
/// <param name="OverSince">The day on which nothing more was done with it; null while something is.</param>
/// <param name="Declined">Whether the leads decided that there is to be none.</param>
/// <param name="Delays">Why it was expected later, each time (C17).</param>
public sealed record ReviewFigures(
    RecordRef Record,
    ReviewKind Kind,
    DateOnly ProposedOn,
    DateOnly? BegunOn,
    Timed? Done,
    DateOnly? AcceptedOn,
    DateOnly? OverSince,
    bool Declined,
    ImmutableList<DelayReason> Delays,
    ImmutableList<AnswerFigures> Answers,
    ImmutableList<string> Themes
) : RecordFigures(Record)
{
    /// <summary>The part of child, family and practitioners (C13), each person or group once; none in rows of before.</summary>
    public ImmutableList<PartFigures> Parts { get; init; } = [];
}

/// <summary>Whether a person or a group took part in a review (C13): neither relation nor day.</summary>
public sealed record PartFigures(ParticipantKind Kind, ParticipationAnswer Answer);

/// <summary>What one body answers to one recommendation (C18).</summary>
/// <param name="Reply">What it answered; null while it has not.</param>
public sealed record AnswerFigures(string AgencyId, RecommendationReply? Reply, DateOnly? On);

/// <summary>What is counted of an action (C5, C19).</summary>
/// <param name="From">What kind of record it comes from.</param>
/// <param name="Due">The day it is due now; more time that was agreed is in it (C20).</param>
/// <param name="DoneOn">The day it was reported as done and not returned since; null before.</param>
/// <param name="EndedOn">The day the group ended it, or it was withdrawn; null else.</param>
/// <param name="Impact">What is known of what it changed; null while nothing is.</param>
public sealed record ActionFigures(
    RecordRef Record,
    RecordKind From,
    string AgencyId,
    DateOnly AgreedOn,
    DateOnly Due,
    DateOnly? DoneOn,
    DateOnly? AcceptedOn,
    DateOnly? EndedOn,
    ImpactFound? Impact,
    DateOnly? ImpactOn
) : RecordFigures(Record);

/// <summary>What is counted of a meeting of the group that was held (E15).</summary>
/// <param name="Decided">How many items got a decision.</param>
/// <param name="Seats">Who came, by seat.</param>
public sealed record MeetingFigures(RecordRef Record, DateOnly Day, bool Special, int Decided, ImmutableList<SeatFigures> Seats)
    : RecordFigures(Record);

/// <summary>A seat at a meeting.</summary>
public sealed record SeatFigures(string SeatId, Presence Presence);

/// <summary>What is counted of the group: its learning events (E21), newest first.</summary>
public sealed record GroupFigures(RecordRef Record, ImmutableList<EventFigures> Events) : RecordFigures(Record)
{
    /// <summary>So many of them are in the row.</summary>
    public const int Most = 250;
}

/// <summary>A learning event that was not called off.</summary>
/// <param name="On">Its day.</param>
/// <param name="People">How many came; null while that is not recorded.</param>
/// <param name="FollowedUp">That it is followed up, or that it is said why not.</param>
/// <param name="NobodyAsked">Whether it is said why it was not followed up.</param>
public sealed record EventFigures(DateOnly On, int? People, Timed FollowedUp, bool NobodyAsked);

/// <summary>What is counted of a briefing that was sent and not withdrawn (E20).</summary>
/// <param name="SentOn">The day it was first sent.</param>
/// <param name="Asked">The agencies that answered, are waited for, or had not answered when it was closed.</param>
public sealed record BriefingFigures(RecordRef Record, BriefingPurpose Purpose, DateOnly SentOn, ImmutableList<AskedFigures> Asked)
    : RecordFigures(Record);

/// <summary>An agency that is asked how it used a briefing.</summary>
/// <param name="Answered">Its first answer, or that it was closed without one.</param>
/// <param name="People">How many people it reached, by its last answer; null where that is not known, or it was not used.</param>
/// <param name="Unanswered">Whether it was closed without its answer.</param>
public sealed record AskedFigures(Timed Answered, int? People, bool Unanswered);
