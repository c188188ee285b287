using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Calendar;

/// <content>
/// Limits that no clock of their own runs by: from when something is planned, when it is due at the latest, at what time of day. They are
/// pinned to a case like all others; a case that was begun before there was one of them goes by the figure given here (PD9).
/// </content>
public static partial class Timescales
{
    private const int FivePm = 17;

    /// <summary>The first working day on which returns are expected; a plan and no prohibition (B5, PD5).</summary>
    public static Timescale ReturnsFrom { get; } = Bound("scoping-return-from", "Scoping forms returned, from", 3, "B5");

    /// <summary>A return is never due later (B5, PD5).</summary>
    public static Timescale ReturnsLatest { get; } = Bound("scoping-return-latest", "Scoping form returned, at the latest", 9, "B5");

    /// <summary>The time of day in London at which a return is due (B5).</summary>
    public static Timescale ReturnsHour { get; } =
        new(
            "scoping-return-hour",
            "Scoping form returned, by the hour",
            FivePm,
            TimescaleUnit.HourOfTheDay,
            ClockAnchor.ScopingSent,
            "B5",
            []
        );

    /// <summary>The first working day on which the pack is shared; a plan and no prohibition (B13, PD5).</summary>
    public static Timescale PackFrom { get; } = Bound("pack-from", "Documents shared with those attending, from", 3, "B13");

    /// <summary>The first working day of the meeting: earlier only with the Chair's reason (B11, PD5).</summary>
    public static Timescale MeetingFrom { get; } = Bound("meeting-from", "Rapid Review meeting, from", 9, "B11");

    /// <summary>The first working day on which the report goes; a plan and no prohibition (B21, PD5).</summary>
    public static Timescale ReportFrom { get; } = Bound("report-from", "Report and letter to the national Panel, from", 12, "B21");

    /// <summary>A recommendation that was opened again is agreed anew (B11).</summary>
    public static Timescale AgreedAnew { get; } =
        new(
            "recommendation-agreed-anew",
            "Recommendation agreed anew, where it was opened again",
            1,
            TimescaleUnit.WorkingDays,
            ClockAnchor.RecommendationReopened,
            "B11",
            []
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>All of them.</summary>
    public static ImmutableArray<Timescale> Bounds { get; } =
    [ReturnsFrom, ReturnsLatest, ReturnsHour, PackFrom, MeetingFrom, ReportFrom, AgreedAnew];

    private static Timescale Bound(string id, string title, int day, string source) =>
        new(id, title, day, TimescaleUnit.WorkingDays, ClockAnchor.NotificationSent, source, []);
}
