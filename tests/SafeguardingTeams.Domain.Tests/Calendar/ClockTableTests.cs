using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using static SafeguardingTeams.Domain.Calendar.ClockAnchor;
using static SafeguardingTeams.Domain.Calendar.TimescaleUnit;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <summary>
/// The clock table of the requirements, typed by hand from them and not from the code: how long, of what, from when, until what time of
/// day, who hears that it is late, one after the other, and whether the figure is ours.
/// </summary>
public class ClockTableTests
{
    private const string Leads = "LeadLocalAuthority+LeadPolice+LeadHealth";
    private const string Deputies = "deputy LeadLocalAuthority+deputy LeadPolice+deputy LeadHealth";

    public static TheoryData<string, int, TimescaleUnit, ClockAnchor, string, string> Table =>
        new()
        {
            { "threshold-decision", 1, WorkingDays, ReferralReachedMash, "MashOfficer, Operations", "ours" },
            { "alert-read", 1, TimescaleUnit.OfficeHours, ReceiptByOperations, "Operations", "ours" },
            { "inform-leads", 1, WorkingDays, ReceiptByOperations, "Chair, Operations", "" },
            { "recommendation", 5, WorkingDays, ReceiptByOperations, $"Chair, {Leads}", "" },
            { "leads-decision", 1, WorkingDays, RecommendationSent, $"{Leads}, {Deputies}, Chair", "ours" },
            { "mediation", 1, WorkingDays, MediationAskedFor, "Scrutineer, Chair", "ours" },
            { "referrer-told", 1, WorkingDays, ClockAnchor.Decision, "Operations", "ours" },
            { "authority-notification", 5, WorkingDays, AuthorityAware, $"AuthorityNotifier, Chair+{Leads}", "" },
            { "letters", 2, WorkingDays, NotificationSent, "Operations, Chair", "" },
            { "scoping-return", 5, WorkingDays, ScopingSent, "AgencyRepresentative+GroupMember, Operations, Chair", "17:00" },
            { "securing", 5, WorkingDays, ScopingSent, "AgencyRepresentative, Operations", "ours" },
            { "pack", 9, WorkingDays, NotificationSent, "Operations", "" },
            { "meeting", 11, WorkingDays, NotificationSent, "Operations, Chair", "" },
            { "approval", 2, WorkingDays, MeetingHeld, $"{Leads}, Chair", "" },
            { "approval-mediation", 1, WorkingDays, MediationAskedFor, "Scrutineer, Chair", "ours" },
            { "report", 15, WorkingDays, NotificationSent, $"Operations, Chair+{Leads}", "" },
            { "agencies-told", 15, WorkingDays, NotificationSent, "Operations", "" },
            { "panel-answer", 15, WorkingDays, ReportSent, "Operations", "" },
            { "review-published", 6, CalendarMonths, ReviewDecided, $"ReviewOwner, Chair+{Leads}", "" },
            { "review-told", 1, WorkingDays, ReviewDecided, "Operations, Chair", "ours" },
            { "review-person-told", 1, WorkingDays, ReviewerAppointed, "Operations, Chair", "ours" },
            { "review-terms", 20, WorkingDays, ReviewDecided, "Operations, Chair", "ours" },
            { "review-look", 1, CalendarMonths, ReviewLookedAt, "ReviewOwner, Chair", "ours" },
            { "review-delay-told", 2, WorkingDays, ReviewForecast, "Operations, Chair", "ours" },
            { "review-report-sent", 7, WorkingDays, ReviewPublication, "Operations, Chair", "back" },
            { "review-taken-down", 12, CalendarMonths, ReviewPublication, "Operations", "" },
            { "review-detail", 10, WorkingDays, ReviewDetailAsked, "AgencyRepresentative+GroupMember, Operations", "ours" },
            { "review-recommendations", 2, CalendarMonths, RecommendationsAsked, "GroupMember, Chair, AgencyRepresentative", "ours" },
            // The next scheduled meeting; where none is planned, this.
            { "action-acceptance", 20, WorkingDays, ActionReportedDone, "Chair", "ours" },
            { "action-impact", 6, CalendarMonths, ActionAccepted, "ActionOwner, GroupMember, Chair", "ours" },
            { "safeguarding-leads-answer", 5, WorkingDays, SafeguardingLeadAsked, "DesignatedSafeguardingLead, Operations", "ours" },
            { "learning-triage", 5, WorkingDays, LearningReceived, "Chair, Operations", "ours" },
            { "learning-referrer-told", 5, WorkingDays, GroupDecided, "Operations", "ours" },
            { "agenda-closes", 10, WorkingDays, GroupMeeting, "Operations", "back, ours" },
            { "group-papers", 5, WorkingDays, GroupMeeting, "Operations", "back, ours" },
            { "minutes-to-chair", 5, WorkingDays, GroupMeeting, "Operations", "ours" },
            // It is the Chair who lets the draft go to members, so they hear of it too.
            { "minutes-to-members", 10, WorkingDays, GroupMeeting, "Operations, Chair", "ours" },
            { "briefing-answers", 30, WorkingDays, BriefingSent, "GroupMember, Operations", "ours" },
            { "event-followed-up", 3, CalendarMonths, LearningEventDay, "Operations", "ours" },
            { "yearly-report", 3, CalendarMonths, YearEnded, "Operations, Chair", "ours" },
            { "yearly-publication", 6, CalendarMonths, YearEnded, "Operations, Chair", "" },
            { "meetings-ahead", 2, MeetingsAhead, MeetingsOfTheYear, "Operations", "ours" },
            { "terms-of-reference", 12, CalendarMonths, TermsOfReferenceAgreed, "Operations", "" },
            // From when something is planned, and when it is due at the latest: nobody is chased by it.
            { "scoping-return-from", 3, WorkingDays, NotificationSent, "", "" },
            { "scoping-return-latest", 9, WorkingDays, NotificationSent, "", "" },
            { "scoping-return-hour", 17, HourOfTheDay, ScopingSent, "", "" },
            { "pack-from", 3, WorkingDays, NotificationSent, "", "" },
            { "meeting-from", 9, WorkingDays, NotificationSent, "", "" },
            { "report-from", 12, WorkingDays, NotificationSent, "", "" },
            { "recommendation-agreed-anew", 1, WorkingDays, RecommendationReopened, "", "ours" },
            // Ours, of which the table says nothing, or only by the way.
            { "action-first-reminder", 14, CalendarDays, ActionIsDue, "ActionOwner", "ours" },
            { "action-second-reminder", 2, CalendarDays, ActionIsDue, "ActionOwner", "ours" },
            { "action-impact-check", 10, WorkingDays, ActionImpactSaid, "Operations, Chair", "ours" },
            { "group-meeting-held", 0, WorkingDays, GroupMeeting, "Operations, Chair", "ours" },
            { "access-review", 20, WorkingDays, QuarterBegan, "Operations, Chair", "ours" },
            { "review-leads", 5, WorkingDays, ReviewProposed, $"{Leads}, Chair", "ours" },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_clock_is_as_the_table_has_it_PD1(
        string id,
        int number,
        TimescaleUnit unit,
        ClockAnchor anchor,
        string late,
        string besides
    )
    {
        var rule = Timescales.Rule(id);
        Assert.NotNull(rule);
        Assert.Equal((id, number, unit, anchor), (rule.Id, rule.Number, rule.Unit, rule.Anchor));
        Assert.Equal(
            late,
            string.Join(", ", rule.LateGoesTo.Select(row => string.Join('+', row.Select(to => $"{(to.Deputy ? "deputy " : "")}{to.Role}"))))
        );
        var said = besides.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(said.Contains("ours"), rule.FigureIsOurs);
        Assert.Equal(said.Contains("back"), rule.CountsBack);
        Assert.Equal(said.Contains("17:00") ? new TimeOnly(17, 0) : null, rule.EndsAt);
    }

    /// <summary>A clock that is to be configured, or runs in a case, has a row.</summary>
    [Fact]
    public void No_clock_is_missing_in_the_table_PD9() =>
        Assert.Equal(
            [],
            Timescales.Configurable.Concat(Timescales.All).Select(rule => rule.Id).Except(Table.Select(row => row.Data.Item1))
        );
}
