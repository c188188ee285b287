using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.GroupLearningEvents;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The learning events of the group (E21).</summary>
internal static partial class Gallery
{
    private static readonly RecordRef SharedBriefing = RecordRef.Parse("GSCP-BR-2222-3333");

    private static readonly (string Id, string Name)[] EventAgencies =
    [
        ("police", "Metropolitan Police Service"),
        ("icb", "Integrated Care Board"),
        ("school", "Schools and colleges of the partnership's area, maintained and independent"),
    ];

    private static GroupLearningEvent EventOf(int number, string title, DateOnly on) =>
        new(
            number,
            new(title, LearningEventKind.Workshop, on, "Health visitors, midwives and social workers", [SharedBriefing]),
            on.AddMonths(3)
        );

    private static GroupLearningEvent HeldEvent { get; } =
        EventOf(2, "What we learnt of discharge from hospital", new(2026, 7, 28)) with
        {
            Record = new(
                [new("police", "Metropolitan Police Service", 4), new("icb", "Integrated Care Board", 11), new("", "", 1)],
                "Most said that the example helped. Half had not known of the pathway."
            ),
            Changes = 2,
        };

    private static GroupLearningEvent FollowedEvent { get; } =
        HeldEvent with
        {
            Number = 3,
            FollowUp = new("Two wards call the health visitor before a discharge.", "Ten records were read; eight show the call.", ""),
            FollowedUpOn = new(2026, 10, 28),
            Changes = 3,
        };

    private static GroupFile WithEvents(params ImmutableList<GroupLearningEvent> events) =>
        FullGroup with
        {
            LearningEvents = events,
            Clocks = RecordClocks.Started(
                [],
                events
                    .FindAll(one => one is { FollowUp: null, Stands: true })
                    .Select(one =>
                        Deadlines.Pin(
                            Timescales.EventFollowedUp with
                            {
                                Id = EventClock.Id(one.Number),
                            },
                            one.Plan.On,
                            new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero),
                            BankHolidays.Calendar,
                            CaseStory.Office
                        )
                    )
            ),
        };

    private static IEnumerable<(string, AdaptiveCard)> LearningEvents()
    {
        var (operations, lead) = (Context(CaseStory.Somebody(Role.Operations)), Context(CaseStory.Lead(Role.LeadPolice)));
        var toCome = EventOf(1, "Supervision", new(2026, 12, 9)) with
        {
            Plan = new("Supervision", LearningEventKind.Webinar, new(2026, 12, 9), "Team managers", []),
        };
        var old = EventOf(4, "Thresholds", new(2026, 10, 20));
        var off = EventOf(5, "Neglect", new(2026, 10, 1)) with { CalledOff = "Too few could come." };
        var group = WithEvents(toCome, HeldEvent, FollowedEvent, old, off);
        yield return (
            "group-events",
            LearningEventCards.List(group, 0, new(NoticeKind.Done, "The learning event is entered."), operations)
        );
        yield return ("group-events-none", LearningEventCards.List(FullGroup, 0, null, operations));
        yield return ("group-events-reading", LearningEventCards.List(WithEvents(toCome, FollowedEvent), 0, null, lead));
        var many = Enumerable
            .Range(1, 23)
            .Select(number => EventOf(number, $"Session {number}", new DateOnly(2026, 10, 1).AddDays(number)));
        yield return ("group-events-second-page", LearningEventCards.List(WithEvents([.. many]), 1, null, operations));
        yield return ("group-event-to-come", LearningEventCards.Draw(group, toCome, null, operations));
        yield return ("group-event-not-recorded", LearningEventCards.Draw(group, old, null, operations));
        yield return (
            "group-event-late",
            LearningEventCards.Draw(group, HeldEvent, new(NoticeKind.Done, "It is recorded who came."), operations)
        );
        yield return ("group-event-followed-up", LearningEventCards.Draw(group, FollowedEvent, null, operations));
        yield return ("group-event-reading", LearningEventCards.Draw(group, FollowedEvent, null, lead));
        yield return ("group-event-called-off", LearningEventCards.Draw(group, off, null, operations));
        var longest = HeldEvent with
        {
            Plan = HeldEvent.Plan with { Title = Long(200), Audience = Long(200), Briefings = [.. Enumerable.Repeat(SharedBriefing, 12)] },
            Record = new([.. Enumerable.Range(0, 24).Select(i => new AgencyAttendance($"a{i}", Long(80), 9_999))], Long(4000)),
            FollowUp = new(Long(4000), Long(4000), ""),
        };
        yield return ("group-event-long", LearningEventCards.Draw(group, longest, null, operations));

        (RecordRef, string)[] briefings = [(SharedBriefing, $"{SharedBriefing}, Seven-minute briefing")];
        var empty = ImmutableDictionary<string, string>.Empty;
        yield return ("group-form-event-add", LearningEventForms.Add(briefings, Filled.Nothing, operations));
        yield return (
            "group-form-event-add-wrong",
            LearningEventForms.Add(
                [],
                new(
                    empty.Add("title", "").Add("date", "2026-11-02").Add("audience", "Everybody"),
                    [new("answer-needed", "Say what the event is called, without a name.", "title")]
                ),
                operations
            )
        );
        yield return ("group-form-event-change", LearningEventForms.Change(HeldEvent, briefings, Filled.Nothing, operations));
        yield return ("group-form-event-off", LearningEventForms.CallOff(toCome, Filled.Nothing, operations));
        yield return ("group-form-event-record", LearningEventForms.Record(old, EventAgencies, Filled.Nothing, operations));
        yield return (
            "group-form-event-record-wrong",
            LearningEventForms.Record(
                HeldEvent,
                EventAgencies,
                new(
                    empty.Add("people-police", "four").Add("evaluation", "It was clear."),
                    [
                        new(
                            "number-needed",
                            "Enter how many came as a whole number up to 10000, or leave it empty.",
                            LearningEventForms.FieldOf("police")
                        ),
                    ]
                ),
                operations
            )
        );
        yield return ("group-form-event-follow", LearningEventForms.FollowUp(HeldEvent, Filled.Nothing, operations));
        yield return (
            "group-form-event-follow-wrong",
            LearningEventForms.FollowUp(
                FollowedEvent,
                new(empty.Add("otherwise", "Nothing yet."), [new("reason-needed", "Say why it is put right.", "reason")]),
                operations
            )
        );

        static string Long(int length) => string.Concat(Enumerable.Repeat("Discharge and supervision. ", length / 27 + 1))[..length];
    }

    /// <summary>Operations reminded of a follow-up, and as that is once it is recorded.</summary>
    private static IEnumerable<(string Name, CardKind Kind, GroupFile Group, Topic About)> EventMessages(
        Func<IEnumerable<GroupEvent>, GroupFile> after
    )
    {
        var (id, on) = (EventClock.Id(1), new DateOnly(2026, 7, 28));
        var planned = new LearningEventPlanned(
            1,
            HeldEvent.Plan,
            Deadlines.Pin(
                Timescales.EventFollowedUp with
                {
                    Id = id,
                },
                on,
                new(2026, 7, 28, 9, 0, 0, TimeSpan.Zero),
                BankHolidays.Calendar,
                CaseStory.Office
            )
        );
        foreach (var (kind, at) in new[] { (ChaseKind.DayBefore, 0), (ChaseKind.OnTheDay, 1), (ChaseKind.Late, 2) })
        {
            var reminded = new GroupReminded(id, at, 0, kind, [new(Role.Operations)]);
            yield return ($"event-{kind}", CardKind.Reminder, after([planned, reminded]), Topic.Reminder(id, 2));
        }
    }
}
