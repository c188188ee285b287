using SafeguardingTeams.Domain.Calendar;

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
    };

    internal static string Title(string timescaleId) =>
        Timescales.All.FirstOrDefault(timescale => timescale.Id == timescaleId)?.Title ?? timescaleId;

    /// <summary>Such as "2 working days left", "due today", "1 working day late".</summary>
    internal static string Left(DateOnly due, DateOnly today, WorkingDayCalendar calendar)
    {
        var days = calendar.WorkingDaysBetween(today, due);
        return due < today ? $"late by {Days(-days)}" : days == 0 ? "due today" : $"{Days(days)} left";
    }

    private static string Days(int days) => days == 1 ? "1 working day" : $"{days} working days";
}
