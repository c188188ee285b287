using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>A rule: so much time, counted from what.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Title">What must be done, as a heading.</param>
/// <param name="Number">How many units.</param>
/// <param name="Anchor">What it counts from; the day of that is day 0.</param>
/// <param name="Source">Where the rule stands.</param>
/// <param name="LateGoesTo">Who is told when it is late: the first also before, then the next on each working day after.</param>
public sealed record Timescale(
    string Id,
    string Title,
    int Number,
    TimescaleUnit Unit,
    ClockAnchor Anchor,
    string Source,
    ImmutableList<ImmutableList<ChaseTo>> LateGoesTo
)
{
    /// <summary>The time of day it ends, in London; null for the end of the day.</summary>
    public TimeOnly? EndsAt { get; init; }

    /// <summary>Whether the figure is ours, where the document gives none; it can be configured like all the others.</summary>
    public bool FigureIsOurs { get; init; }

    /// <summary>
    /// Whether the figure is not from the document and has to be checked by a person: until then operations read that it is not.
    /// </summary>
    public bool IsToBeChecked { get; init; }

    /// <summary>Whether it is counted back: so many working days before what it counts from.</summary>
    public bool CountsBack { get; init; }
}

/// <summary>What a timescale is counted in.</summary>
public enum TimescaleUnit
{
    WorkingDays,

    CalendarMonths,

    /// <summary>Days, worked or not: of reminders ahead of a date that was given.</summary>
    CalendarDays,

    /// <summary>Hours in which the partnership's offices are staffed.</summary>
    OfficeHours,

    /// <summary>Scheduled meetings of the group that are still ahead.</summary>
    MeetingsAhead,

    /// <summary>No count, but the hour of the day in London at which something is due.</summary>
    HourOfTheDay,
}

/// <summary>The events that clocks count from.</summary>
public enum ClockAnchor
{
    /// <summary>The referral reached the MASH.</summary>
    ReferralReachedMash,

    /// <summary>Operations received it: the threshold was decided as reached.</summary>
    ReceiptByOperations,

    /// <summary>The local authority became aware.</summary>
    AuthorityAware,

    /// <summary>The decision the referrer is to be told of.</summary>
    Decision,

    /// <summary>The Chair's recommendation was sent to the leads, or fresh cards after mediation.</summary>
    RecommendationSent,

    /// <summary>Mediation was asked for.</summary>
    MediationAskedFor,

    /// <summary>The notification was sent to the national Panel.</summary>
    NotificationSent,

    /// <summary>Letter and form were sent to the agency.</summary>
    ScopingSent,

    /// <summary>The meeting agreed its recommendation, after it had been opened again.</summary>
    RecommendationAgreed,

    /// <summary>The report was sent to the Panel, which is taken as the day it received it.</summary>
    ReportSent,

    /// <summary>The Rapid Review meeting was held.</summary>
    MeetingHeld,

    /// <summary>The mediation was recorded, and the leads are asked again.</summary>
    MediationRecorded,

    /// <summary>The recommendation was opened again.</summary>
    RecommendationReopened,

    /// <summary>The group's terms of reference were agreed, or last reviewed.</summary>
    TermsOfReferenceAgreed,

    /// <summary>A meeting was put into the group's year, or taken out of it.</summary>
    MeetingsOfTheYear,

    /// <summary>The safeguarding lead was asked to agree to a referral for practice learning.</summary>
    SafeguardingLeadAsked,

    /// <summary>A referral for practice learning was received: the safeguarding lead had agreed.</summary>
    LearningReceived,

    /// <summary>The group decided on a referral for practice learning.</summary>
    GroupDecided,

    /// <summary>The action was agreed, or opened again.</summary>
    ActionAgreed,

    /// <summary>Back from the date the action is due.</summary>
    ActionIsDue,

    /// <summary>The action was reported as done.</summary>
    ActionReportedDone,

    /// <summary>The action was accepted as done, or what it changed was last looked at.</summary>
    ActionAccepted,

    /// <summary>The owner said what the action has changed.</summary>
    ActionImpactSaid,

    /// <summary>The group meets.</summary>
    GroupMeeting,

    /// <summary>The leads were asked whether there is to be a review.</summary>
    ReviewProposed,

    /// <summary>A review was decided on, or begun.</summary>
    ReviewDecided,

    /// <summary>A reviewer or an independent Chair was appointed, or an appointment ended.</summary>
    ReviewerAppointed,

    /// <summary>Somebody looked at how a review goes; before that, it was decided on.</summary>
    ReviewLookedAt,

    /// <summary>A review is expected after its limit.</summary>
    ReviewForecast,

    /// <summary>The bodies that recommendations of a review address were asked; later ones move it.</summary>
    RecommendationsAsked,

    /// <summary>A review is published.</summary>
    ReviewPublication,

    /// <summary>The next date of proceedings elsewhere was recorded.</summary>
    ReviewProceeding,

    /// <summary>A review asked an agency for detail, or asked again.</summary>
    ReviewDetailAsked,

    /// <summary>Something was asked in writing of reviewer or independent Chair.</summary>
    ReviewWritten,

    /// <summary>A briefing was sent to the agencies of its audience.</summary>
    BriefingSent,

    /// <summary>The last day of a year from April to March.</summary>
    YearEnded,

    /// <summary>A learning event took place, or is to.</summary>
    LearningEventDay,

    /// <summary>The first day of a quarter.</summary>
    QuarterBegan,
}
