using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Calendar;

/// <content>The rows of the group's record.</content>
public static partial class Timescales
{
    /// <summary>
    /// The group reviews its terms of reference: twelve months after they were agreed, or by an earlier day it has set (E8).
    /// </summary>
    public static Timescale TermsOfReference { get; } =
        new(
            "terms-of-reference",
            "Review of the group's terms of reference",
            12,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.TermsOfReferenceAgreed,
            "E8",
            [Operations]
        );

    /// <summary>
    /// So many meetings of the group are always ahead (E19): another is put into its year before fewer are, on the last day they are not.
    /// </summary>
    public static Timescale MeetingsAhead { get; } =
        new(
            "meetings-ahead",
            "Next date of the group's meetings",
            2,
            TimescaleUnit.MeetingsAhead,
            ClockAnchor.MeetingsOfTheYear,
            "E19",
            [Operations]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>A learning event is followed up: what people do differently, and how that is known (E21); a clock for each.</summary>
    public static Timescale EventFollowedUp { get; } =
        new(
            "event-followed-up",
            "Follow-up of a learning event",
            3,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.LearningEventDay,
            "E21",
            [Operations]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The group's part of the yearly report is issued, by 30 June as usual (E24); a clock for each year.</summary>
    public static Timescale YearlyReport { get; } =
        new(
            "yearly-report",
            "Group's part of the yearly report",
            3,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.YearEnded,
            "E24",
            [Operations, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The yearly report is published, by 30 September as usual (E24); a clock for each year.</summary>
    public static Timescale YearlyPublication { get; } =
        new(
            "yearly-publication",
            "Publication of the yearly report",
            6,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.YearEnded,
            "E24",
            [Operations, Chair]
        )
        {
            IsToBeChecked = true,
        };

    /// <summary>Operations look each quarter at who can get in (F2).</summary>
    public static Timescale AccessReview { get; } =
        new(
            "access-review",
            "Quarterly review of who can get in",
            20,
            TimescaleUnit.WorkingDays,
            ClockAnchor.QuarterBegan,
            "F2",
            [Operations, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Those of the group's record.</summary>
    public static ImmutableArray<Timescale> OfTheGroup { get; } =
    [TermsOfReference, MeetingsAhead, EventFollowedUp, YearlyReport, YearlyPublication, AccessReview];
}
