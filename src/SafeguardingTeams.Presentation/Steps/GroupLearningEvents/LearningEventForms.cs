using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.GroupLearningEvents;

/// <summary>The forms of a learning event (E21).</summary>
public static class LearningEventForms
{
    private const string NoNames = "Name no child, relative or practitioner.";

    /// <summary>The field of how many of an agency came.</summary>
    /// <param name="agencyId">Empty for any other agency.</param>
    public static string FieldOf(string agencyId) => agencyId.Length == 0 ? "people" : $"people-{agencyId}";

    /// <summary>Enter one.</summary>
    /// <param name="briefings">Those that were sent, each with what it is called.</param>
    public static AdaptiveCard Add(IReadOnlyList<(RecordRef Record, string Called)> briefings, Filled filled, CardContext context) =>
        Form(
            null,
            filled,
            context,
            "Enter a learning event",
            $"To come, or past. Who came and what they said is recorded afterwards. {NoNames}",
            Fields(null, briefings, filled, context),
            Button(context, "Enter it", Verbs.LearningEventAdd, (Verbs.Do, "yes"))
        );

    /// <summary>Put right what one is, or when.</summary>
    /// <inheritdoc cref="Add"/>
    public static AdaptiveCard Change(
        GroupLearningEvent one,
        IReadOnlyList<(RecordRef Record, string Called)> briefings,
        Filled filled,
        CardContext context
    ) =>
        Form(
            one,
            filled,
            context,
            "Put right what it is",
            $"What stood there before stays on the group's record. {NoNames}",
            [.. Fields(one.Plan, briefings, filled, context), .. GroupForm.Reason(filled, context, "Why is it changed?")],
            LearningEventCards.Of(context, "Put it right", Verbs.LearningEventChange, one, (Verbs.Do, "yes"))
        );

    /// <summary>Call one off.</summary>
    public static AdaptiveCard CallOff(GroupLearningEvent one, Filled filled, CardContext context) =>
        Form(
            one,
            filled,
            context,
            "Call off a learning event",
            "It stays on the list as called off, and nobody waits for its follow-up.",
            GroupForm.Reason(filled, context, "Why does it not take place?"),
            LearningEventCards.Of(context, "Call it off", Verbs.LearningEventOff, one, (Verbs.Do, "yes"))
        );

    /// <summary>Who came, and what they said.</summary>
    /// <param name="agencies">The agencies of the partnership.</param>
    public static AdaptiveCard Record(
        GroupLearningEvent one,
        IReadOnlyList<(string Id, string Name)> agencies,
        Filled filled,
        CardContext context
    ) =>
        Form(
            one,
            filled,
            context,
            one.Record is null ? "Who came?" : "Put right who came",
            $"Leave an agency empty where it is not known. {NoNames}",
            [
                .. agencies
                    .Append(("", "Any other agency"))
                    .SelectMany(agency =>
                        GroupForm.Line(
                            filled,
                            context,
                            FieldOf(agency.Item1),
                            $"How many of: {agency.Item2} (optional)",
                            there: one.Record?.Attendance.Find(there => there.AgencyId == agency.Item1) is { } came
                                ? Number(came.People)
                                : ""
                        )
                    ),
                .. GroupForm.Text(
                    filled,
                    context,
                    "evaluation",
                    "What did people say, and how well did it go?",
                    "Or that nobody was asked.",
                    one.Record?.Evaluation ?? ""
                ),
                .. one.Record is null ? [] : GroupForm.Reason(filled, context, "Why is it put right?"),
            ],
            LearningEventCards.Of(context, "Record it", Verbs.LearningEventRecord, one, (Verbs.Do, "yes"))
        );

    /// <summary>What came of it, or why nobody asked.</summary>
    public static AdaptiveCard FollowUp(GroupLearningEvent one, Filled filled, CardContext context) =>
        Form(
            one,
            filled,
            context,
            one.FollowUp is null ? "What came of it?" : "Put right the follow-up",
            $"Ask those who came, and their managers. {NoNames}",
            [
                .. GroupForm.Text(
                    filled,
                    context,
                    "otherwise",
                    "What do people do differently?",
                    "If nothing, why.",
                    one.FollowUp?.Differently ?? ""
                ),
                .. GroupForm.Text(filled, context, "howknown", "How is that known?", there: one.FollowUp?.HowKnown ?? ""),
                .. GroupForm.Text(
                    filled,
                    context,
                    "notbecause",
                    "Or: why was it not followed up?",
                    "Where this is filled in, the answers above are left out.",
                    one.FollowUp?.NotBecause ?? ""
                ),
                .. one.FollowUp is null ? [] : GroupForm.Reason(filled, context, "Why is it put right?"),
            ],
            LearningEventCards.Of(context, "Record it", Verbs.LearningEventFollow, one, (Verbs.Do, "yes"))
        );

    private static AdaptiveCard Form(
        GroupLearningEvent? of,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        ActionExecute does
    ) =>
        RecordForm.Draw(
            of is null ? context.Words.GroupName : $"{context.Words.GroupName}, learning event {Number(of.Number)}",
            filled,
            title,
            of is null
                ? explained
                : $"{Inputs.Cut(of.Plan.Title, LearningEventPlan.LongestLine)}, {Written.ShortDay(of.Plan.On)}. {explained}",
            fields,
            does.Main(),
            of is null ? null : LearningEventCards.Of(context, "Back to the event", Verbs.LearningEvent, of),
            Button(context, "All learning events", Verbs.LearningEvents)
        );

    private static IEnumerable<Element> Fields(
        LearningEventPlan? there,
        IReadOnlyList<(RecordRef Record, string Called)> briefings,
        Filled filled,
        CardContext context
    ) =>
        [
            .. GroupForm.Line(filled, context, "title", "What is it called?", there: there?.Title ?? ""),
            .. GroupForm.Choose(
                filled,
                context,
                "kind",
                "What kind of event is it?",
                Enum.GetValues<LearningEventKind>().Select(kind => new InputChoice(LearningEventWords.Of(kind), kind.ToString())),
                (there?.Kind ?? LearningEventKind.Workshop).ToString()
            ),
            .. GroupForm.Date(filled, context, "date", "On which day?", there: there is null ? "" : Written.Iso(there.On)),
            .. GroupForm.Line(
                filled,
                context,
                "audience",
                "Who is it for?",
                "Such as: health visitors and midwives.",
                there?.Audience ?? ""
            ),
            .. briefings.Count == 0
                ? [Runs.SmallLine("No briefing has been sent yet that it could share.")]
                : GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "shares",
                    "Which briefings does it share? (optional)",
                    briefings.Select(one => new InputChoice(one.Called, one.Record.ToString())),
                    there is null ? "" : string.Join(',', there.Briefings)
                ),
        ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
