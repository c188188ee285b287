using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>The deadlines of a review, by the numbers pinned when it was proposed (PD9) and the calendar in force.</summary>
internal static class ReviewPinning
{
    /// <summary>
    /// The deadline of a timescale whose anchor happened on a day. What is counted in months lies far ahead, so it is not refused because
    /// the list of bank holidays ends before: only its reminders need the list, and are counted once that goes on (PD21). That a
    /// review may be taken down is said on its day, and is never late (C16).
    /// </summary>
    internal static Deadline Pin(this DecisionContext context, PinnedRules rules, Timescale timescale, DateOnly day)
    {
        var rule = timescale with { Number = rules.Limits.GetValueOrDefault(timescale.Id, timescale.Number) };
        try
        {
            var pinned = Deadlines.Pin(rule, day, context.At, context.Calendar, context.Office);
            return timescale == Timescales.ReviewTakenDown
                ? pinned with
                {
                    Chases = pinned.Chases.RemoveAll(chase => chase.Kind != ChaseKind.OnTheDay),
                }
                : pinned;
        }
        catch (OutsideCalendarException) when (rule.Unit == TimescaleUnit.CalendarMonths)
        {
            var due = day.AddMonths(rule.Number);
            return new(rule.Id, rule.Anchor, day, due, London.EndOf(due), context.Calendar.Version, []);
        }
    }

    /// <summary>The deadline on a day that was given.</summary>
    internal static Deadline PinOn(this DecisionContext context, Timescale timescale, DateOnly given, DateOnly due)
    {
        try
        {
            return Deadlines.On(timescale, given, due, context.At, context.Calendar, context.Office);
        }
        catch (OutsideCalendarException)
        {
            return new(timescale.Id, timescale.Anchor, given, due, London.EndOf(due), context.Calendar.Version, []);
        }
    }

    /// <summary>The clock of proceedings elsewhere, by their number.</summary>
    internal static string OfProceeding(int number) =>
        Timescales.Of(Timescales.ReviewProceeding, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The next date of proceedings elsewhere (C22).</summary>
    internal static Deadline PinProceeding(this DecisionContext context, int number, DateOnly given, DateOnly next) =>
        context.PinOn(Timescales.ReviewProceeding, given, next) with
        {
            TimescaleId = OfProceeding(number),
        };

    /// <summary>The clock of one of several, by its number.</summary>
    internal static string Of(Timescale timescale, int number) =>
        Timescales.Of(timescale, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The deadline of one of several on a day that was given.</summary>
    internal static Deadline PinOn(this DecisionContext context, Timescale timescale, int number, DateOnly given, DateOnly due) =>
        context.PinOn(timescale, given, due) with
        {
            TimescaleId = Of(timescale, number),
        };

    /// <summary>By when an agency answers what it is asked for (C23): a day that is given, or the usual number of working days.</summary>
    internal static Deadline PinDetail(this DecisionContext context, ReviewFile file, int number, DateOnly? due) =>
        due is { } day
            ? context.PinOn(Timescales.ReviewDetail, number, context.Today, day)
            : context.Pin(file.Rules!, Timescales.ReviewDetail, context.Today) with
            {
                TimescaleId = Of(Timescales.ReviewDetail, number),
            };

    /// <summary>A deadline by the calendar in force: a day that was given stays, and its reminders may move.</summary>
    /// <param name="startedAt">When its clock was started.</param>
    /// <param name="isGiven">Whether its day was given, where that depends on what it is of.</param>
    internal static Deadline CountedAgain(
        this DecisionContext context,
        PinnedRules rules,
        Deadline deadline,
        DateTimeOffset startedAt,
        bool isGiven = false
    )
    {
        var then = context with { At = startedAt };
        var rule = Timescales.Rule(deadline.TimescaleId)!;
        return isGiven || Timescales.GivenDays.Contains(rule)
            ? then.PinOn(rule, deadline.AnchorDay, deadline.DueDay) with
            {
                TimescaleId = deadline.TimescaleId,
            }
            : then.Pin(rules, rule, deadline.AnchorDay) with
            {
                TimescaleId = deadline.TimescaleId,
            };
    }
}
