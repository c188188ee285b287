using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Figures;

/// <summary>
/// Counts what happened in a period, and how it stands at its end (E24): incidents, learning, reviews, actions, meetings, learning events
/// and briefings as they are. What describes children, who took part in reviews, agencies that refer and themes is counted by
/// <see cref="Characteristics"/>, which hides what is small (E25).
/// </summary>
public static class Counting
{
    /// <summary>The figures of a period, in the order of the report.</summary>
    public static ImmutableList<Figure> Of(IReadOnlyList<RecordFigures> all, ReportPeriod period) =>
        [
            .. Incidents([.. all.OfType<IncidentFigures>()], period),
            .. Learning([.. all.OfType<LearningFigures>()], period),
            .. Reviews([.. all.OfType<ReviewFigures>()], period),
            .. Actions([.. all.OfType<ActionFigures>()], period),
            .. Meetings([.. all.OfType<MeetingFigures>()], period),
            .. LearningEvents([.. all.OfType<GroupFigures>().SelectMany(one => one.Events)], period),
            .. Briefings([.. all.OfType<BriefingFigures>()], period),
        ];

    private static IEnumerable<Figure> Incidents(List<IncidentFigures> all, ReportPeriod period)
    {
        var referred = all.FindAll(one => period.Holds(one.ReferredOn));
        var children = referred.SelectMany(one => one.Children).ToList();
        Figure Row(string row, int count, int? of = null) => new("incidents", row, "", count, of);
        yield return Row("referred", referred.Count);
        yield return Row("died", children.Count(child => child.Outcome == ChildOutcome.Died));
        yield return Row("harmed", children.Count(child => child.Outcome == ChildOutcome.SeriouslyHarmed));
        yield return Row("reached", all.Count(one => period.Holds(one.ReachedOn)));
        yield return Row("notified", all.Count(one => period.Holds(one.Notified?.DoneOn)));
        yield return Share("incidents", "notified-in-time", all.Select(one => one.Notified), period);
        yield return Row("reported", all.Count(one => period.Holds(one.Report?.DoneOn)));
        yield return Share("incidents", "reported-in-time", all.Select(one => one.Report), period);
        yield return Share("incidents", "returned-in-time", all.SelectMany(one => one.Returns), period);
        var answered = all.FindAll(one => period.Holds(one.AnsweredOn));
        yield return Row("panel-concurs", answered.Count(one => one.PanelConcurs == true), answered.Count);
        foreach (
            var (row, of) in new[]
            {
                ("notified-longest", (Func<IncidentFigures, Timed?>)(one => one.Notified)),
                ("reported-longest", one => one.Report),
            }
        )
        {
            yield return Row(row, Longest(all.Select(of), period));
        }

        foreach (
            var outcome in all.Where(one => period.Holds(one.AgreedOn))
                .GroupBy(one => one.Outcome)
                .OrderBy(one => one.Key, StringComparer.Ordinal)
        )
        {
            yield return new("outcomes", outcome.Key, "", outcome.Count());
        }
    }

    private static IEnumerable<Figure> Learning(List<LearningFigures> all, ReportPeriod period)
    {
        var referred = all.FindAll(one => period.Holds(one.ReferredOn));
        var decided = all.FindAll(one => period.Holds(one.DecidedOn));
        yield return new("practice-learning", "referred", "", referred.Count);
        yield return new("practice-learning", "decided", "", decided.Count);
        yield return Share("practice-learning", "told-in-time", all.Select(one => one.Told), period);
        foreach (var kind in referred.SelectMany(one => one.Kinds).GroupBy(kind => kind).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            yield return new("learning-kinds", kind.Key, "", kind.Count());
        }

        foreach (var outcome in decided.SelectMany(one => one.Outcomes).GroupBy(one => one).OrderBy(one => one.Key))
        {
            yield return new("learning-outcomes", outcome.Key.ToString(), "", outcome.Count());
        }
    }

    private static IEnumerable<Figure> Reviews(List<ReviewFigures> all, ReportPeriod period)
    {
        foreach (var kind in all.GroupBy(one => one.Kind).OrderBy(one => one.Key))
        {
            var of = kind.ToList();
            int[] counts =
            [
                of.Count(one => period.Holds(one.BegunOn)),
                of.Count(one => period.Holds(one.Done?.DoneOn)),
                of.Count(one => one.BegunOn <= period.To && !(one.OverSince <= period.To)),
            ];
            if (counts.Any(count => count > 0))
            {
                yield return new("reviews", kind.Key.ToString(), "begun", counts[0]);
                yield return new("reviews", kind.Key.ToString(), "done", counts[1]);
                yield return new("reviews", kind.Key.ToString(), "open", counts[2]);
            }
        }

        var limited = all.FindAll(one => one.BegunOn is not null && !one.Kind.IsFromOutside());
        yield return Share("reviews-time", "done-in-time", limited.Select(one => one.Done), period);
        yield return new("reviews-time", "longest", "", Longest(limited.Select(one => one.Done), period));
        yield return new("reviews-time", "declined", "", all.Count(one => one.Declined && period.Holds(one.OverSince)));
        var late = limited.FindAll(one => IsCounted(one.Done, period) && IsLate(one.Done!, period));
        foreach (var reason in late.SelectMany(one => one.Delays.Distinct()).GroupBy(one => one).OrderBy(one => one.Key))
        {
            yield return new("review-delays", reason.Key.ToString(), "", reason.Count());
        }

        var asked = all.FindAll(one => period.Holds(one.AcceptedOn)).SelectMany(one => one.Answers).ToList();
        yield return new("recommendations", "answered", "", asked.Count(one => one.On <= period.To), asked.Count);
        foreach (var reply in Enum.GetValues<RecommendationReply>())
        {
            yield return new("recommendations", reply.ToString(), "", asked.Count(one => one.Reply == reply && one.On <= period.To));
        }
    }

    private static IEnumerable<Figure> Actions(List<ActionFigures> all, ReportPeriod period)
    {
        var accepted = all.FindAll(one => one.AcceptedOn <= period.To);
        Figure Row(string row, int count, int? of = null) => new("agreed-actions", row, "", count, of);
        yield return Row("agreed", all.Count(one => period.Holds(one.AgreedOn)));
        yield return Row("done", all.Count(one => period.Holds(one.DoneOn)));
        yield return Row("accepted", all.Count(one => period.Holds(one.AcceptedOn)));
        yield return Row("ended", all.Count(one => period.Holds(one.EndedOn)));
        yield return Row("open", all.Count(one => IsOpen(one, period.To)));
        yield return Row("late", all.Count(one => IsLate(one, period.To)));
        yield return Row("impact-known", accepted.Count(one => one.ImpactOn <= period.To), accepted.Count);
        foreach (var found in Enum.GetValues<ImpactFound>())
        {
            yield return new("impact", found.ToString(), "", all.Count(one => one.Impact == found && period.Holds(one.ImpactOn)));
        }

        foreach (var agency in all.GroupBy(one => one.AgencyId).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var (agreed, open, late) = (
                agency.Count(one => period.Holds(one.AgreedOn)),
                agency.Count(one => IsOpen(one, period.To)),
                agency.Count(one => IsLate(one, period.To))
            );
            if (agreed + open > 0)
            {
                yield return new("agencies", agency.Key, "agreed", agreed);
                yield return new("agencies", agency.Key, "open", open);
                yield return new("agencies", agency.Key, "late", late);
            }
        }
    }

    private static IEnumerable<Figure> Meetings(List<MeetingFigures> all, ReportPeriod period)
    {
        var held = all.FindAll(one => period.Holds(one.Day));
        yield return new("meetings", "scheduled", "", held.Count(one => !one.Special));
        yield return new("meetings", "special", "", held.Count(one => one.Special));
        yield return new("meetings", "decided", "", held.Sum(one => one.Decided));
        foreach (var seat in held.SelectMany(one => one.Seats).GroupBy(one => one.SeatId).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            foreach (var presence in Enum.GetValues<Presence>())
            {
                yield return new("attendance", seat.Key, presence.ToString(), seat.Count(one => one.Presence == presence));
            }
        }
    }

    /// <summary>The learning events of the period, where there is any; of the follow-ups that were due in it, those done.</summary>
    private static IEnumerable<Figure> LearningEvents(List<EventFigures> all, ReportPeriod period)
    {
        if (all.Count == 0)
        {
            yield break;
        }

        var held = all.FindAll(one => one.People is not null && period.Holds(one.On));
        yield return new("learning-events", "held", "", held.Count);
        yield return new("learning-events", "people", "", held.Sum(one => one.People!.Value));
        // One of which it is said why nobody asked was not followed up, however soon that was said.
        var due = all.FindAll(one => IsCounted(one.FollowedUp, period));
        yield return new(
            "learning-events",
            "followed-up",
            "",
            due.Count(one => !one.NobodyAsked && !IsLate(one.FollowedUp, period)),
            due.Count
        );
    }

    /// <summary>
    /// The briefings of the period, where there is any: what was sent, by its purpose; the agencies that answered within the limit, of
    /// those that answered in the period, were overdue at its end, or had not answered when it was closed; the people they reached.
    /// </summary>
    private static IEnumerable<Figure> Briefings(List<BriefingFigures> all, ReportPeriod period)
    {
        if (all.Count == 0)
        {
            yield break;
        }

        foreach (var purpose in Enum.GetValues<BriefingPurpose>())
        {
            yield return new("briefings", purpose.ToString(), "", all.Count(one => one.Purpose == purpose && period.Holds(one.SentOn)));
        }

        var asked = all.SelectMany(one => one.Asked).ToList();
        var counted = asked.FindAll(one => IsCounted(one.Answered, period));
        yield return new(
            "briefings",
            "answered-in-time",
            "",
            counted.Count(one => !one.Unanswered && !IsLate(one.Answered, period)),
            counted.Count
        );
        yield return new("briefings", "people", "", asked.Where(one => period.Holds(one.Answered.DoneOn)).Sum(one => one.People ?? 0));
    }

    /// <summary>Whether an action is agreed on a day and neither done nor ended.</summary>
    public static bool IsOpen(ActionFigures one, DateOnly on) => one.AgreedOn <= on && !(one.DoneOn <= on) && !(one.EndedOn <= on);

    /// <summary>Whether an action is late at the end of a day.</summary>
    public static bool IsLate(ActionFigures one, DateOnly on) => IsOpen(one, on) && one.Due <= on;

    /// <summary>
    /// How many of those done in the period, or overdue at its end, were done within their limit: what is never done is not left out.
    /// </summary>
    private static Figure Share(string table, string row, IEnumerable<Timed?> all, ReportPeriod period)
    {
        var counted = all.Where(one => IsCounted(one, period)).ToList();
        return new(table, row, "", counted.Count(one => !IsLate(one!, period)), counted.Count);
    }

    private static bool IsCounted(Timed? one, ReportPeriod period) =>
        one is not null && (one.DoneOn is { } done && done <= period.To ? period.Holds(done) : one.Due <= period.To);

    private static bool IsLate(Timed one, ReportPeriod period) => !(one.DoneOn <= period.To) || one.DoneOn > one.Due;

    /// <summary>By how many calendar days the longest of them went, or by the end of the period has gone, over its limit.</summary>
    private static int Longest(IEnumerable<Timed?> all, ReportPeriod period) =>
        all.Where(one => IsCounted(one, period))
            .Select(one => (one!.DoneOn <= period.To ? one.DoneOn!.Value : period.To).DayNumber - one.Due.DayNumber)
            .Append(0)
            .Max();
}
