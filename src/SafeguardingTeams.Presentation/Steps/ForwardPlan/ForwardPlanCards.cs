using AdaptiveCards;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ForwardPlan;

/// <summary>
/// The group's forward plan of twelve months: its meetings, its terms of reference, its learning events (E21), and what else was put on it
/// (E19).
/// </summary>
public static class ForwardPlanCards
{
    private const int Months = 12;
    private const int Cut = 200;

    /// <summary>What is late first, then what is to come, by day.</summary>
    public static AdaptiveCard Draw(GroupFile group, Notice? notice, CardContext context)
    {
        var lines = Lines(group, context.Today).OrderBy(line => line.On).ToList();
        var late = lines.Count(line => line.On < context.Today);
        var mayKeep = GroupPermissions.Allows(Step.KeepForwardPlan, group, context.Viewer);
        return Card([
            Top(notice),
            Text(Small(context.Words.GroupName)),
            Heading("The next twelve months") with
            {
                Spacing = "none",
            },
            Text(
                lines.Count == 0
                    ? [Plain($"Nothing is planned until {OnScreen.FullDay(context.Today.AddMonths(Months))}.")]
                    :
                    [
                        Plain(
                            $"{Written.Count(lines.Count, "thing", "things")} until {OnScreen.FullDay(context.Today.AddMonths(Months))}."
                        ),
                        .. late > 0 ? new[] { Plain(" "), Late($"{late} late.") } : [],
                    ]
            ) with
            {
                Spacing = "small",
            },
            Buttons(
                mayKeep ? Button(context, "Add to the plan", Verbs.PlanAhead).Main() : null,
                mayKeep && group.Plan.Exists(entry => entry.IsToCome) ? Button(context, "Done, or off the plan", Verbs.PlanOff) : null,
                group.LearningEvents.IsEmpty ? null : Button(context, "Learning events", Verbs.LearningEvents),
                Button(context, "Back to the group", Verbs.Group)
            ),
            .. lines.Select(line =>
                Cards.Layout.Lines.Line(
                    OnScreen.FullDay(line.On),
                    Inputs.Cut(line.What, Cut),
                    line.On < context.Today ? Late("Late") : Plain(line.State)
                )
            ),
        ]);
    }

    /// <summary>Put something on it.</summary>
    public static AdaptiveCard Add(Filled filled, CardContext context) =>
        GroupForm.Draw(
            filled,
            context,
            "Add to the forward plan",
            "Meetings, the review of the terms of reference and learning events stand on it by themselves. Name no child, relative or "
                + "practitioner.",
            [
                .. GroupForm.Line(filled, context, "what", "What is to come?", "Such as: the report on the neglect audit."),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "kind",
                    "What kind of thing is it?",
                    Enum.GetValues<PlanKind>().Select(kind => new InputChoice(Of(kind), kind.ToString())),
                    nameof(PlanKind.Report)
                ),
                .. GroupForm.Date(filled, context, "date", "By when?"),
            ],
            Button(context, "Add it", Verbs.PlanAhead, (Verbs.Do, "yes")).Main()
        );

    /// <summary>Take something off it.</summary>
    public static AdaptiveCard Off(GroupFile group, Filled filled, CardContext context) =>
        GroupForm.Draw(
            filled,
            context,
            "Done, or off the plan",
            "What is off the plan stays on the group's record and can be added again.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "entry",
                    "Which?",
                    group
                        .Plan.Where(entry => entry.IsToCome)
                        .OrderBy(entry => entry.On)
                        .Select(entry => new InputChoice($"{Written.ShortDay(entry.On)}: {Inputs.Cut(entry.What, 100)}", entry.Id))
                ),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "off",
                    "What became of it?",
                    [new("It is done", "done"), new("It comes no more", "no")],
                    "done"
                ),
                .. GroupForm.Reason(filled, context, "Where it comes no more: why?"),
            ],
            Button(context, "Record it", Verbs.PlanOff, (Verbs.Do, "yes")).Main()
        );

    private static IEnumerable<(DateOnly On, string What, string State)> Lines(GroupFile group, DateOnly today)
    {
        var until = today.AddMonths(Months);
        foreach (var day in group.Meetings.Where(day => day >= today && day <= until))
        {
            yield return (day, "Meeting of the group", "Meeting");
        }

        if (group.Terms is { } terms && terms.ReviewBy <= until)
        {
            yield return (terms.ReviewBy, "Review of the terms of reference", "Review");
        }

        foreach (var one in group.LearningEvents.Where(one => one.Stands && one.Plan.On >= today && one.Plan.On <= until))
        {
            yield return (one.Plan.On, one.Plan.Title, Of(PlanKind.LearningEvent));
        }

        foreach (var entry in group.Plan.Where(entry => entry.IsToCome && entry.On <= until))
        {
            yield return (entry.On, entry.What, Of(entry.Kind));
        }
    }

    private static string Of(PlanKind kind) =>
        kind switch
        {
            PlanKind.Report => "Report",
            PlanKind.Audit => "Audit",
            PlanKind.AnnualContribution => "Yearly report",
            PlanKind.LearningEvent => "Learning event",
            PlanKind.Other => "Other",
        };
}
