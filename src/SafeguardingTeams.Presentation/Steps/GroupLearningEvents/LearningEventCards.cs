using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.GroupLearningEvents;

/// <summary>The group's learning events (E21): the list, and one of them.</summary>
public static class LearningEventCards
{
    private const int Shown = 10;
    private const int Sharers = 5;
    private const int Cut = 100;

    /// <summary>All of them: those whose follow-up is late first, then the newest.</summary>
    /// <param name="page">From 0.</param>
    public static AdaptiveCard List(GroupFile group, int page, Notice? notice, CardContext context)
    {
        var events = group
            .LearningEvents.OrderByDescending(one => IsLate(group, one, context.Today))
            .ThenByDescending(one => one.Plan.On)
            .ThenByDescending(one => one.Number)
            .ToList();
        page = Math.Clamp(page, 0, Math.Max(0, (events.Count - 1) / Shown));
        var shown = events.Skip(page * Shown).Take(Shown).ToList();
        var late = events.Count(one => IsLate(group, one, context.Today));
        return Card([
            Top(notice),
            Text(Small(context.Words.GroupName)),
            Heading(events.Count == 0 ? "No learning event yet" : Written.Count(events.Count, "learning event", "learning events")) with
            {
                Spacing = "none",
            },
            Text(
                late > 0
                    ? [Late(Written.Count(late, "follow-up is late", "follow-ups are late")), Plain(".")]
                    : [Plain("Each is followed up some months later: what do people do differently?")]
            ) with
            {
                Spacing = "small",
            },
            .. shown.Count == 0
                ? Array.Empty<Element>()
                :
                [
                    new InputChoiceSet(
                        InputIds.For("which", context.CardInvocation),
                        "Which would you like to open?",
                        [.. shown.Select(one => new InputChoice($"{Day(one)}: {Inputs.Cut(one.Plan.Title, Cut)}", Number(one.Number)))]
                    )
                    {
                        Value = Number(shown[0].Number),
                        MostExpanded = 0,
                        Spacing = "medium",
                    },
                ],
            Buttons(
                shown.Count == 0 ? null : Button(context, "Open it", Verbs.LearningEvent).Main(),
                May(group, context) ? Button(context, "Enter a learning event", Verbs.LearningEventAdd) : null,
                events.Count > (page + 1) * Shown ? Turn("Earlier events", page + 1) : null,
                page > 0 ? Turn("Later events", page - 1) : null,
                Button(context, "Back to the group", Verbs.Group)
            ),
            .. shown.Select(one =>
                Lines.Line(
                    Inputs.Cut(one.Plan.Title, Cut),
                    $"{LearningEventWords.Of(one.Plan.Kind)}, {Day(one)}"
                        + (one.Record is null ? "" : $", {Written.Count(one.People, "person", "people")}"),
                    State(group, one, context.Today)
                )
            ),
        ]);

        ActionExecute Turn(string title, int to) => Button(context, title, Verbs.LearningEvents, ("page", Number(to)));
    }

    /// <summary>One of them.</summary>
    public static AdaptiveCard Draw(GroupFile group, GroupLearningEvent one, Notice? notice, CardContext context)
    {
        var (plan, may) = (one.Plan, May(group, context) && one.Stands);
        var happened = plan.On <= context.Today;
        return Card([
            Top(notice),
            Text(Small($"{context.Words.GroupName}, learning event {Number(one.Number)}")),
            Heading(LearningEventWords.Stands(one, context.Today)) with
            {
                Spacing = "none",
            },
            Text(Plain(Inputs.Cut(plan.Title, LearningEventPlan.LongestLine))) with
            {
                Spacing = "small",
            },
            Due(group, one, context.Today),
            may && happened && (one.Record is null || one.FollowUp is null)
                ? NextForYou.Block(
                    one.Record is null ? "record who came and what they said" : "record what people do differently",
                    null,
                    one.Record is null ? "Numbers by agency, no names." : "Or say why nobody asked.",
                    Of(
                        context,
                        one.Record is null ? "Record who came" : "Record what came of it",
                        one.Record is null ? Verbs.LearningEventRecord : Verbs.LearningEventFollow,
                        one
                    )
                )
                : null,
            Buttons(
                may && happened && one.Record is not null ? Of(context, "Put right who came", Verbs.LearningEventRecord, one) : null,
                may && one.FollowUp is not null ? Of(context, "Put right the follow-up", Verbs.LearningEventFollow, one) : null,
                may ? Of(context, "Put right what it is", Verbs.LearningEventChange, one).BehindMore() : null,
                may && one.Record is null ? Of(context, "Call it off", Verbs.LearningEventOff, one).BehindMore() : null,
                Button(context, "All learning events", Verbs.LearningEvents)
            ),
            Fact("When", Written.Day(plan.On)),
            Fact("Kind", LearningEventWords.Of(plan.Kind)),
            Fact("For", plan.Audience),
            Fact("Briefings it shares", plan.Briefings.IsEmpty ? "None" : string.Join(", ", plan.Briefings.Select(OnScreen.Reference))),
            .. one.Stands ? [] : new[] { Fact("Called off because", one.CalledOff) },
            .. Came(one),
            .. CameOfIt(one),
        ]);
    }

    /// <summary>The newest of those that share a briefing, each to be opened; nothing where none does.</summary>
    internal static IEnumerable<Element> Sharing(IReadOnlyList<GroupLearningEvent> events, CardContext context)
    {
        var shown = events.OrderByDescending(one => one.Plan.On).ThenByDescending(one => one.Number).Take(Sharers).ToList();
        return shown.Count == 0
            ? []
            :
            [
                Subheading("Learning events that share it") with
                {
                    Spacing = "large",
                },
                .. shown.Select(one =>
                    Lines.Line(
                        Inputs.Cut(one.Plan.Title, Cut),
                        $"{LearningEventWords.Of(one.Plan.Kind)}, {Day(one)}",
                        Plain(
                            !one.Stands ? "Called off"
                            : one.Plan.On > context.Today ? "To come"
                            : "Held"
                        )
                    )
                ),
                .. events.Count > shown.Count ? [SmallLine($"and {Number(events.Count - shown.Count)} before")] : Array.Empty<Element>(),
                Buttons([
                    .. shown.Select(
                        (one, i) =>
                            i == 0
                                ? (CardButton)Of(context, "Open the newest", Verbs.LearningEvent, one)
                                : Of(context, $"Open event {Number(one.Number)}", Verbs.LearningEvent, one).BehindMore()
                    ),
                ]),
            ];
    }

    /// <summary>A button about one of them, drawn for what is recorded of it now.</summary>
    internal static ActionExecute Of(
        CardContext context,
        string title,
        string verb,
        GroupLearningEvent one,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => Button(context, title, verb, [("event", Number(one.Number)), ("seen", Number(one.Changes)), .. more]);

    private static IEnumerable<Element> Came(GroupLearningEvent one) =>
        one.Record is not { } record
            ? []
            :
            [
                Subheading($"Who came: {Number(one.People)}") with
                {
                    Spacing = "large",
                },
                .. record.Attendance.Select(agency =>
                    Lines.Line(LearningEventWords.Agency(agency), "", Plain(Written.Count(agency.People, "person", "people")))
                ),
                Fact("What people said, and how it went", record.Evaluation),
            ];

    private static IEnumerable<Element> CameOfIt(GroupLearningEvent one) =>
        one.FollowUp is not { } said
            ? []
            :
            [
                Subheading("What came of it") with
                {
                    Spacing = "large",
                },
                .. said.WasDone
                    ? new[] { Fact("What people do differently", said.Differently), Fact("How that is known", said.HowKnown) }
                    : [Fact("Not followed up because", said.NotBecause)],
            ];

    private static Element? Due(GroupFile group, GroupLearningEvent one, DateOnly today) =>
        group.Clock(EventClock.Id(one.Number)) is { Runs: true, Deadline: var deadline }
            ? Text(
                deadline.DueDay < today ? Late("The follow-up is late. ") : Plain(""),
                Plain(
                    $"{(deadline.DueDay < today ? "It was due" : "It is followed up")} by {OnScreen.FullDay(deadline.DueDay)}, "
                        + $"counted from {Clocks.From(deadline.Anchor)}, {OnScreen.Day(deadline.AnchorDay)} {deadline.AnchorDay.Year}."
                )
            ) with
            {
                Spacing = "small",
            }
            : null;

    private static TextRun State(GroupFile group, GroupLearningEvent one, DateOnly today) =>
        !one.Stands ? Plain("Called off")
        : IsLate(group, one, today) ? Late("Follow-up late")
        : one.FollowUp is { } said ? Plain(said.WasDone ? "Followed up" : "Not followed up")
        : one.Record is not null ? Plain("Held")
        : one.Plan.On > today ? Plain("To come")
        : Bold("Not recorded");

    private static bool IsLate(GroupFile group, GroupLearningEvent one, DateOnly today) =>
        group.Clock(EventClock.Id(one.Number)) is { Runs: true } clock && clock.Deadline.DueDay < today;

    private static bool May(GroupFile group, CardContext context) =>
        GroupPermissions.Allows(Step.KeepLearningEvents, group, context.Viewer);

    private static string Day(GroupLearningEvent one) => Written.ShortDay(one.Plan.On);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
