using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Calendar;

/// <content>The rows of reviews.</content>
public static partial class Timescales
{
    private static ImmutableList<ChaseTo> OwnerOfReview => [new(Role.ReviewOwner)];

    /// <summary>The three leads say whether there is to be a review (C8).</summary>
    public static Timescale ReviewLeads { get; } =
        new(
            "review-leads",
            "Three lead representatives decide on a review",
            5,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReviewProposed,
            "C8",
            [Leads, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>A review is published, or it was decided why it is not: six months from the leads' decision (C2, C8).</summary>
    public static Timescale ReviewPublished { get; } =
        new(
            "review-published",
            "Review published",
            6,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.ReviewDecided,
            "C2, C8",
            [OwnerOfReview, [.. Chair, .. Leads]]
        );

    /// <summary>What the leads do not decide is done by its date (C3); the date is given with each.</summary>
    public static Timescale ReviewDue { get; } =
        new("review-due", "Review or audit done", 0, TimescaleUnit.CalendarDays, ClockAnchor.ReviewDecided, "C3", [OwnerOfReview, Chair]);

    /// <summary>Panel, Ofsted and DfE are told that a review was decided on (C8).</summary>
    public static Timescale ReviewTold { get; } =
        new(
            "review-told",
            "Panel, Ofsted and DfE told of the decision",
            1,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReviewDecided,
            "C8",
            [Operations, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The three leads have approved the terms of reference of a review (C10).</summary>
    public static Timescale ReviewTerms { get; } =
        new(
            "review-terms",
            "Terms of reference of a review approved",
            20,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReviewDecided,
            "C10",
            [Operations, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Panel, Ofsted and DfE are told who reviews, each time that changes (C8, C9).</summary>
    public static Timescale ReviewPersonTold { get; } =
        new(
            "review-person-told",
            "Panel, Ofsted and DfE told of the reviewer",
            1,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReviewerAppointed,
            "C8, C9",
            [Operations, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Somebody looks at how a review goes, and how good it is (C11).</summary>
    public static Timescale ReviewLook { get; } =
        new(
            "review-look",
            "Progress of a review looked at",
            1,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.ReviewLookedAt,
            "C11",
            [OwnerOfReview, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Panel and Secretary of State are told why a review will be late (C17).</summary>
    public static Timescale ReviewDelayTold { get; } =
        new(
            "review-delay-told",
            "Panel and DfE told of a delay",
            2,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReviewForecast,
            "C17",
            [Operations, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Panel, Secretary of State and Ofsted have the report before it is published (C15).</summary>
    public static Timescale ReviewReportSent { get; } =
        new(
            "review-report-sent",
            "Report of a review to Panel, DfE and Ofsted",
            7,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReviewPublication,
            "C15",
            [Operations, Chair]
        )
        {
            CountsBack = true,
        };

    /// <summary>A published review may be taken down: this reminds, and nothing is late (C16).</summary>
    public static Timescale ReviewTakenDown { get; } =
        new(
            "review-taken-down",
            "A published review may be taken down",
            12,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.ReviewPublication,
            "C16",
            [Operations]
        );

    /// <summary>It is asked again how proceedings elsewhere stand, when their next date has passed (C22); a clock for each.</summary>
    public static Timescale ReviewProceeding { get; } =
        new(
            "review-proceeding",
            "Proceedings beside a review asked after",
            0,
            TimescaleUnit.CalendarDays,
            ClockAnchor.ReviewProceeding,
            "C22",
            [OwnerOfReview, Operations]
        );

    /// <summary>What was asked of reviewer or independent Chair in writing came back (C11); a clock for each, its day is given.</summary>
    public static Timescale ReviewWritten { get; } =
        new(
            "review-written",
            "What was asked of the reviewer came back",
            0,
            TimescaleUnit.CalendarDays,
            ClockAnchor.ReviewWritten,
            "C11",
            [OwnerOfReview, Operations]
        );

    /// <summary>Every body that a recommendation addresses has answered it: two months from when they were asked (C18).</summary>
    public static Timescale ReviewRecommendations { get; } =
        new(
            "review-recommendations",
            "Recommendations of a review answered",
            2,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.RecommendationsAsked,
            "C18",
            [Member, Chair, [new(Role.AgencyRepresentative)]]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>
    /// An agency has answered what a review asks of it (C23): a clock for each request, on a day that is given or after the usual number of
    /// working days; its member of the group is chased beside who represents it, as with the scoping form (B5).
    /// </summary>
    public static Timescale ReviewDetail { get; } =
        new(
            "review-detail",
            "Agency's answer to a review's request",
            10,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ReviewDetailAsked,
            "C23",
            [
                [new(Role.AgencyRepresentative), new(Role.GroupMember)],
                Operations,
            ]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Those of a review.</summary>
    public static ImmutableArray<Timescale> OfReviews { get; } =
    [
        ReviewLeads,
        ReviewPublished,
        ReviewTold,
        ReviewPersonTold,
        ReviewTerms,
        ReviewLook,
        ReviewDelayTold,
        ReviewReportSent,
        ReviewTakenDown,
        ReviewRecommendations,
        ReviewDetail,
    ];

    /// <summary>Those whose day is given with each, so that there is nothing to configure.</summary>
    public static ImmutableArray<Timescale> GivenDays { get; } = [ActionDue, ReviewDue, ReviewProceeding, ReviewWritten];
}
