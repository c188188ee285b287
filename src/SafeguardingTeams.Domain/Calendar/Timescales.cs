using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>The rows of the clock table whose clocks this version starts (requirements, "Clocks, in one table").</summary>
public static partial class Timescales
{
    private static ImmutableList<ChaseTo> Operations => [new(Role.Operations)];
    private static ImmutableList<ChaseTo> Chair => [new(Role.Chair)];
    private static ImmutableList<ChaseTo> Leads => [.. Partners.Leads.Select(lead => new ChaseTo(lead))];

    /// <summary>The MASH decides the threshold (A3).</summary>
    public static Timescale ThresholdDecision { get; } =
        new(
            "threshold-decision",
            "Threshold decision",
            1,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReferralReachedMash,
            "A3",
            [
                [new(Role.MashOfficer)],
                Operations,
            ]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The Chair opens the alert within an hour of office time; else operations ring (A7).</summary>
    public static Timescale AlertRead { get; } =
        new("alert-read", "Alert read by the Chair", 1, TimescaleUnit.OfficeHours, ClockAnchor.ReceiptByOperations, "A7", [Operations])
        {
            FigureIsOurs = true,
        };

    /// <summary>The Chair informs the three leads (A8).</summary>
    public static Timescale InformLeads { get; } =
        new(
            "inform-leads",
            "Three lead representatives informed",
            1,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReceiptByOperations,
            "A8",
            [Chair, Operations]
        );

    /// <summary>The Chair's recommendation (A9).</summary>
    public static Timescale Recommendation { get; } =
        new(
            "recommendation",
            "Chair's recommendation",
            5,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReceiptByOperations,
            "A9",
            [Chair, Leads]
        );

    /// <summary>The three leads decide (A10).</summary>
    public static Timescale LeadsDecision { get; } =
        new(
            "leads-decision",
            "Decision of the three lead representatives",
            1,
            TimescaleUnit.WorkingDays,
            ClockAnchor.RecommendationSent,
            "A10",
            [Leads, [.. Partners.Leads.Select(lead => new ChaseTo(lead, Deputy: true))], Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The Scrutineer mediates (A11).</summary>
    public static Timescale Mediation { get; } =
        new(
            "mediation",
            "Mediation by the Independent Scrutineer",
            1,
            TimescaleUnit.WorkingDays,
            ClockAnchor.MediationAskedFor,
            "A11",
            [
                [new(Role.Scrutineer)],
                Chair,
            ]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The local authority's own statutory limit for notifying (A12, PD3).</summary>
    public static Timescale AuthorityNotification { get; } =
        new(
            "authority-notification",
            "Local authority's notification to the national Panel",
            5,
            TimescaleUnit.WorkingDays,
            ClockAnchor.AuthorityAware,
            "A12",
            [
                [new(Role.AuthorityNotifier)],
                [.. Chair, .. Leads],
            ]
        );

    /// <summary>The referrer is told of the decision (A4, A15).</summary>
    public static Timescale ReferrerTold { get; } =
        new("referrer-told", "Referrer told of the decision", 1, TimescaleUnit.WorkingDays, ClockAnchor.Decision, "A4, A15", [Operations])
        {
            FigureIsOurs = true,
        };

    /// <summary>Letters, forms and meeting date (B2).</summary>
    public static Timescale Letters { get; } =
        new(
            "letters",
            "Letters and forms to the agencies",
            2,
            TimescaleUnit.WorkingDays,
            ClockAnchor.NotificationSent,
            "B2",
            [Operations, Chair]
        );

    /// <summary>
    /// An agency's return: a clock for each agency (B5); its member of the group is chased beside the representative (RO11).
    /// </summary>
    public static Timescale ScopingReturn { get; } =
        new(
            "scoping-return",
            "Scoping form returned",
            5,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ScopingSent,
            "B5",
            [
                [new(Role.AgencyRepresentative), new(Role.GroupMember)],
                Operations,
                Chair,
            ]
        )
        {
            EndsAt = new(FivePm, 0),
        };

    /// <summary>
    /// An agency has secured its records: a clock for each (B9). The document gives no day; the return's figure is taken, and who does not
    /// confirm it is asked by operations.
    /// </summary>
    public static Timescale Securing { get; } =
        new(
            "securing",
            "Records secured",
            5,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ScopingSent,
            "B9",
            [
                [new(Role.AgencyRepresentative)],
                Operations,
            ]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The document pack is shared (B13).</summary>
    public static Timescale Pack { get; } =
        new(
            "pack",
            "Documents shared with those attending",
            9,
            TimescaleUnit.WorkingDays,
            ClockAnchor.NotificationSent,
            "B13",
            [Operations]
        );

    /// <summary>The Rapid Review meeting is held and agrees a recommendation (B11).</summary>
    public static Timescale Meeting { get; } =
        new("meeting", "Rapid Review meeting", 11, TimescaleUnit.WorkingDays, ClockAnchor.NotificationSent, "B11", [Operations, Chair]);

    /// <summary>The three leads approve (B20).</summary>
    public static Timescale Approval { get; } =
        new(
            "approval",
            "Approval by the three lead representatives",
            2,
            TimescaleUnit.WorkingDays,
            ClockAnchor.MeetingHeld,
            "B20",
            [Leads, Chair]
        );

    /// <summary>The Scrutineer mediates the approval (B20).</summary>
    public static Timescale ApprovalMediation { get; } =
        new(
            "approval-mediation",
            "Mediation of the approval by the Independent Scrutineer",
            1,
            TimescaleUnit.WorkingDays,
            ClockAnchor.MediationAskedFor,
            "B20",
            [
                [new(Role.Scrutineer)],
                Chair,
            ]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Report and letter go to the national Panel (B21).</summary>
    public static Timescale Report { get; } =
        new(
            "report",
            "Report and letter to the national Panel",
            15,
            TimescaleUnit.WorkingDays,
            ClockAnchor.NotificationSent,
            "B1, B21",
            [Operations, [.. Chair, .. Leads]]
        );

    /// <summary>The agencies are told the outcome (B23).</summary>
    public static Timescale AgenciesTold { get; } =
        new("agencies-told", "Agencies told the outcome", 15, TimescaleUnit.WorkingDays, ClockAnchor.NotificationSent, "B23", [Operations]);

    /// <summary>The national Panel answers (B25).</summary>
    public static Timescale PanelsAnswer { get; } =
        new("panel-answer", "Answer of the national Panel", 15, TimescaleUnit.WorkingDays, ClockAnchor.ReportSent, "B25", [Operations]);

    /// <summary>All whose limits a partnership can set.</summary>
    public static IEnumerable<Timescale> Configurable =>
        All.Concat(Bounds)
            .Concat([MeetingsAhead, EventFollowedUp, YearlyReport, YearlyPublication, AccessReview])
            .Concat(OfLearning)
            .Concat(OfActions)
            .Concat(OfMeetings)
            .Concat(OfReviews)
            .Concat(OfBriefings);

    /// <summary>All of a case.</summary>
    public static ImmutableArray<Timescale> All { get; } =
    [
        ThresholdDecision,
        AlertRead,
        InformLeads,
        Recommendation,
        LeadsDecision,
        Mediation,
        AuthorityNotification,
        ReferrerTold,
        Letters,
        ScopingReturn,
        Securing,
        Pack,
        Meeting,
        Approval,
        ApprovalMediation,
        Report,
        AgenciesTold,
        PanelsAnswer,
    ];

    /// <summary>Those of the Rapid Review that count from the notification (B1): they start when it is recorded.</summary>
    public static ImmutableArray<Timescale> FromTheNotification { get; } = [Letters, Pack, Meeting, Report, AgenciesTold];

    /// <summary>The id of a clock that runs once for each of several, such as agencies.</summary>
    public static string Of(Timescale timescale, string about) => $"{timescale.Id}~{about}";

    /// <summary>What a clock of that id is about: an agency; empty where it runs once a case.</summary>
    public static string About(string clockId) => clockId.Split('~', 2) is [_, var about] ? about : "";

    /// <summary>The rule of a clock; null for an id of no rule.</summary>
    public static Timescale? Rule(string clockId)
    {
        var id = clockId.Split('~', 2)[0];
        return All.Concat(Bounds)
            .Concat(OfTheGroup)
            .Concat(OfLearning)
            .Concat(OfActions)
            .Concat(OfMeetings)
            .Concat(OfReviews)
            .Concat(OfBriefings)
            .Concat(GivenDays)
            .FirstOrDefault(timescale => timescale.Id == id);
    }
}
