using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Dates in words: every one says what it counts from (decision 2).</summary>
internal static class Clocks
{
    internal static string From(ClockAnchor anchor) => anchor switch
    {
        ClockAnchor.ReferralReachedMash => "the day the referral reached the MASH",
        ClockAnchor.ReceiptByOperations => "the day the operational team received it",
        ClockAnchor.AuthorityAware => "the day the local authority became aware",
        ClockAnchor.Decision => "the day of the decision",
        ClockAnchor.RecommendationSent => "the day the leads were asked",
        ClockAnchor.MediationAskedFor => "the day mediation was asked for",
        ClockAnchor.NotificationSent => "the day the notification was sent",
        ClockAnchor.ScopingSent => "the day letter and form were sent",
        ClockAnchor.RecommendationAgreed => "the day the recommendation was agreed",
        ClockAnchor.ReportSent => "the day the report was sent",
        ClockAnchor.MeetingHeld => "the day of the meeting",
        ClockAnchor.MediationRecorded => "the day the mediation was recorded",
        ClockAnchor.RecommendationReopened => "the day the recommendation was opened again",
    };

    internal static Timescale? Rule(string timescaleId) => Timescales.Rule(timescaleId);

    /// <summary>The title, with the agency where the clock runs once for each: for cards, never for stored messages (F2).</summary>
    internal static string Title(CaseFile file, string timescaleId) =>
        Timescales.About(timescaleId) is { Length: > 0 } agency ? $"{Title(timescaleId)}, {file.Review.Agency(agency)?.Name ?? "an agency"}" : Title(timescaleId);

    internal static string Title(string timescaleId) => Rule(timescaleId)?.Title ?? timescaleId;

    /// <summary>The day, or the time of day where the clock counts hours.</summary>
    internal static string By(Deadline deadline) => Rule(deadline.TimescaleId)?.Unit == TimescaleUnit.OfficeHours || deadline.DueAt != London.EndOf(deadline.DueDay)
        ? Parts.Moment(deadline.DueAt) : Parts.Day(deadline.DueDay);

    /// <summary>Such as "2 working days left", "due today", "late by 1 working day".</summary>
    internal static string Left(DateOnly due, DateOnly today, WorkingDayCalendar calendar)
    {
        if (due > calendar.LastDay || today > calendar.LastDay)
        {
            return due < today ? "late" : "still to come";
        }

        var days = calendar.WorkingDaysBetween(today, due);
        return due < today ? days == 0 ? "late" : $"late by {Days(-days)}" : days == 0 ? "due today" : $"{Days(days)} left";
    }

    internal static string Left(Deadline deadline, DateTimeOffset now, WorkingDayCalendar calendar) =>
        Rule(deadline.TimescaleId)?.Unit == TimescaleUnit.OfficeHours ? now >= deadline.DueAt ? "late" : "still to come" : Left(deadline.DueDay, London.DateOf(now), calendar);

    internal static string Days(int days) => days == 1 ? "1 working day" : $"{days} working days";

    /// <summary>Who uses up the authority's five working days at the moment (decision 3).</summary>
    internal static string Spender(CaseFile file, PartnershipWords words) => file switch
    {
        { Stage: Stage.AwaitingThreshold } => words.MashName,
        { AuthorityDecision: not null } or { PartnersView: not null } => "the local authority, which notifies",
        { Mediation: not null } => "the Independent Scrutineer, who mediates",
        { Round: { } round } => round.Missing.Any() ? $"the leads who have not decided ({string.Join(", ", round.Missing.Select(Partner))})" : "the leads, who differ",
        _ => "the Chair, who recommends",
    };

    internal static string Partner(Role lead) => lead switch
    {
        Role.LeadLocalAuthority => "local authority",
        Role.LeadPolice => "police",
        _ => "health",
    };
}
