using AdaptiveCards;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.GroupSchedule;

/// <summary>The group's year: put a meeting into it, take one out (E1, E19).</summary>
public static class GroupScheduleCards
{
    /// <summary>Put a meeting into the year.</summary>
    public static AdaptiveCard Plan(Filled filled, CardContext context) =>
        GroupForm.Draw(
            filled,
            context,
            "Schedule a meeting",
            "The group meets four times a year. Cases that wait for the group are told the next meeting that is planned.",
            GroupForm.Date(filled, context, "date", "Which day does the group meet?", "A working day."),
            Button(context, "Schedule it", Verbs.GroupMeetingPlan, (Verbs.Do, "yes")).Main()
        );

    /// <summary>Take a meeting out of the year, with the reason.</summary>
    public static AdaptiveCard TakeOut(GroupFile group, Filled filled, CardContext context) =>
        group.Meetings.Where(day => day >= context.Today).ToList() is { Count: > 0 } ahead
            ? GroupForm.Draw(
                filled,
                context,
                "Take a meeting out",
                "What was to come to it comes to the next meeting.",
                [
                    .. GroupForm.Choose(
                        filled,
                        context,
                        "date",
                        "Which meeting?",
                        ahead.Select(day => new InputChoice(Day(day), Iso(day)))
                    ),
                    .. GroupForm.Reason(filled, context, "Why does the group not meet?"),
                ],
                Button(context, "Take it out", Verbs.GroupMeetingOut, (Verbs.Do, "yes")).Main()
            )
            : GroupForm.Draw(filled, context, "Take a meeting out", "No meeting is planned.", []);
}
