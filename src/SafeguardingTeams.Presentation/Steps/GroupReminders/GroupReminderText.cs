using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupReminders;

/// <summary>What a reminder of the group says: the deadline and what to do; nothing of a case (F2).</summary>
internal static class GroupReminderText
{
    internal static (string Title, string Text) Of(GroupFile group, Topic about)
    {
        if (
            GroupReminded.IsOver(group, about)
            || group.History.Find(recorded => recorded.Sequence == about.Number)?.Event is not GroupReminded reminded
        )
        {
            return ("Done, or due at another time", "Nothing more is to be done here. Open the group to see how it stands.");
        }

        var deadline = group.Clock(about.Name)!.Deadline;
        var (what, title) = (Subject(about.Name), Clocks.Title(about.Name));
        var due = $"{Clocks.By(deadline)}, counted from {Clocks.From(deadline.Anchor)}, {Written.ShortDay(deadline.AnchorDay)}.";
        var (begins, was) = reminded.Kind switch
        {
            ChaseKind.Late => ("Late", "was"),
            ChaseKind.OnTheDay => ("Due today", "is"),
            ChaseKind.DayBefore or ChaseKind.Ahead => ("Due soon", "is"),
        };
        if (about.Name == Timescales.MeetingsAhead.Id)
        {
            var another =
                reminded.Kind == ChaseKind.Late
                    ? "Too few meetings of the group are planned ahead."
                    : $"After {Clocks.By(deadline)} too few meetings of the group are planned ahead.";
            return ($"{begins}: {what}", $"{another} Open the group, choose “Schedule a meeting” and put in another date.");
        }

        if (EventClock.NumberOf(about.Name) is { } number)
        {
            return (
                $"{begins}: {what}",
                $"The follow-up of learning event {number} {was} due by {due} Open the group, choose “Learning events” and record what "
                    + "people do differently, or why nobody asked."
            );
        }

        if (YearClocks.YearOf(about.Name) is { } year)
        {
            return (
                $"{begins}: {what}",
                $"The {char.ToLowerInvariant(title[0])}{title[1..]} {ReportPeriod.Named(year)} {was} due by {due} "
                    + (
                        Clocks.Rule(about.Name) == Timescales.YearlyReport
                            ? "Open the group and choose “Reports”: operations draft it, and the Chair issues it."
                            : "Open the group, choose “Reports” and record there when and where it was published."
                    )
            );
        }

        if (about.Name == Timescales.AccessReview.Id)
        {
            return (
                $"{begins}: {what}",
                $"The quarterly review of who can get in {was} due by {due} Open the list, and say of each that it is still right, or "
                    + "change it."
            );
        }

        var review = $"The {char.ToLowerInvariant(title[0])}{title[1..]} {was} due by {due}";
        return ($"{begins}: {what}", $"{review} Open the group to record it, or to see when the group meets next.");
    }

    /// <summary>What a deadline is about, short enough for a heading on a phone.</summary>
    private static string Subject(string clock) =>
        clock == Timescales.TermsOfReference.Id ? "terms of reference"
        : clock == Timescales.MeetingsAhead.Id ? "next meeting dates"
        : Clocks.Rule(clock) == Timescales.YearlyReport ? "yearly report"
        : Clocks.Rule(clock) == Timescales.YearlyPublication ? "report's publication"
        : clock == Timescales.AccessReview.Id ? "who can get in"
        : EventClock.NumberOf(clock) is not null ? "learning event"
        : Clocks.Title(clock);
}
