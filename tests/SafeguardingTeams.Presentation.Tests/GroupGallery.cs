using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.GroupSchedule;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ForwardPlan;
using SafeguardingTeams.Presentation.Steps.GroupAgenda;
using SafeguardingTeams.Presentation.Steps.GroupReports;
using SafeguardingTeams.Presentation.Steps.GroupSchedule;
using SafeguardingTeams.Presentation.Steps.GroupSession;
using SafeguardingTeams.Presentation.Steps.Seats;
using SafeguardingTeams.Presentation.Steps.TermsOfReference;
using SafeguardingTeams.Presentation.Tests.Documents;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of the group: seats, meetings ahead, terms of reference.</summary>
internal static partial class Gallery
{
    private static readonly GroupFile NewGroup = new() { Stage = GroupStage.Open };

    private static readonly GroupFile FullGroup = NewGroup with
    {
        Seats = SeatCards
            .Posts.Select(
                (post, i) =>
                    new Seat(
                        post.Id,
                        post.Title,
                        "police",
                        "Metropolitan Police Service",
                        null,
                        i == 3 ? [new("", "Designated Nurse", "n@people.example", new(2025, 1, 6), new(2026, 10, 30))]
                            : i == 7 ? [new("", post.Title, "n@people.example", new(2026, 12, 1), null)]
                            : [new("", post.Title, "n@people.example", new(2025, 4, 1), i == 5 ? new(2026, 12, 31) : null)]
                    )
            )
            .Append(
                new("own-youth", "Head of Youth Justice", "", "Children's Services", null, [new("", "Head", "h@x", new(2026, 1, 5), null)])
            )
            .ToImmutableSortedDictionary(seat => seat.Id, seat => seat, StringComparer.Ordinal),
        Meetings = [new(2026, 9, 9), new(2026, 12, 9), new(2027, 3, 10), new(2027, 6, 9), new(2027, 9, 8)],
        Terms = new(new(2026, 3, 11), new(2027, 3, 11), "Learning from Practice Group terms of reference, version 4, group's folder"),
    };

    /// <summary>The group reminded of the review of its terms of reference, and as it is once they were reviewed.</summary>
    private static IEnumerable<(string Name, CardKind Kind, GroupFile Group, Topic About)> GroupMessages()
    {
        var id = Timescales.TermsOfReference.Id;
        var agreed = new DateOnly(2025, 11, 10);
        var start = new DateTimeOffset(2025, 11, 10, 9, 0, 0, TimeSpan.Zero);
        TermsOfReferenceAgreed Agreed(DateOnly day) =>
            new(
                new(day, day.AddMonths(12), "Folder"),
                Deadlines.Pin(Timescales.TermsOfReference, day, start, BankHolidays.Calendar, CaseStory.Office)
            );
        GroupFile After(params IEnumerable<GroupEvent> events) =>
            events.Aggregate(NewGroup, (group, happened) =>
                Replay.Next(
                    group,
                    new(RecordRef.Group, group.Version + 1, start, new("p", "The operations officer", "", "", []), "c", happened)
                )
            );
        foreach (var (kind, at) in new[] { (ChaseKind.DayBefore, 0), (ChaseKind.OnTheDay, 1), (ChaseKind.Late, 2) })
        {
            var reminded = new GroupReminded(id, at, 0, kind, [new(Role.Operations)]);
            yield return ($"{kind}", CardKind.Reminder, After(Agreed(agreed), reminded), Topic.Reminder(id, 2));
        }

        var late = new GroupReminded(id, 2, 0, ChaseKind.Late, [new(Role.Operations)]);
        yield return ("done", CardKind.Reminder, After(Agreed(agreed), late, Agreed(agreed.AddYears(1))), Topic.Reminder(id, 2));

        // Never fewer than two meetings ahead (E19).
        var ahead = Timescales.MeetingsAhead;
        var scheduled = new MeetingScheduled(
            new(2027, 3, 10),
            Deadlines.On(ahead, agreed, new(2026, 12, 9), start, BankHolidays.Calendar, CaseStory.Office)
        );
        foreach (var (kind, at) in new[] { (ChaseKind.DayBefore, 0), (ChaseKind.Late, 2) })
        {
            var reminded = new GroupReminded(ahead.Id, at, 0, kind, [new(Role.Operations)]);
            yield return ($"ahead-{kind}", CardKind.Reminder, After(scheduled, reminded), Topic.Reminder(ahead.Id, 2));
        }

        foreach (var message in EventMessages(After).Concat(YearMessages(After)).Concat(PeopleMessages()))
        {
            yield return message;
        }

        ReportPutForward Draft(int number) =>
            new(number, GroupReportKind.Yearly, ReportPeriod.OfYear(2024), new("Visits are arranged before.", "Nights.", ""));
        yield return ("waits", CardKind.ReportToIssue, After(Draft(1)), Topic.Report(1));
        yield return ("replaced", CardKind.ReportToIssue, After(Draft(1), Draft(2)), Topic.Report(1));
        yield return (
            "issued",
            CardKind.ReportToIssue,
            After(Draft(1), new ReportIssued(1, new([], [], ImmutableSortedDictionary<string, string>.Empty, []), "abcdef12")),
            Topic.Report(1)
        );
    }

    private static IEnumerable<(string, AdaptiveCard)> Groups()
    {
        var operations = Context(CaseStory.Somebody(Role.Operations));
        var empty = ImmutableDictionary<string, string>.Empty;
        (string, string)[] agencies = [("police", "Metropolitan Police Service"), ("icb", "Integrated Care Board")];
        Actor[] people = [CaseStory.Somebody(Role.Chair), CaseStory.Lead(Role.LeadPolice)];
        yield return ("group", GroupCard.Draw(FullGroup, new(NoticeKind.Done, "It is recorded who holds this seat."), operations));
        yield return ("group-new", GroupCard.Draw(NewGroup, null, operations));
        yield return (
            "group-late",
            GroupCard.Draw(
                FullGroup with
                {
                    Meetings = [new(2026, 12, 9)],
                    Terms = new(new(2025, 9, 10), new(2026, 9, 10), "Folder"),
                },
                null,
                operations
            )
        );
        yield return ("group-looking", GroupCard.Draw(FullGroup, null, Context(CaseStory.Lead(Role.LeadPolice))));
        var planned = FullGroup with
        {
            Plan =
            [
                new("plan-1", "The report on the neglect audit", PlanKind.Report, new(2026, 10, 30)),
                new("plan-2", "The group's part of the yearly report", PlanKind.AnnualContribution, new(2027, 6, 30)),
                new("plan-3", "A multi-agency audit of discharges", PlanKind.Audit, new(2027, 2, 1)),
                new("plan-4", "An audit of supervision", PlanKind.Audit, new(2027, 1, 4)) { Off = new(true, "") },
            ],
        };
        yield return ("group-plan", ForwardPlanCards.Draw(planned, new(NoticeKind.Done, "It is on the plan."), operations));
        yield return ("group-plan-empty", ForwardPlanCards.Draw(NewGroup, null, Context(CaseStory.Lead(Role.LeadPolice))));
        yield return (
            "group-form-plan-add",
            ForwardPlanCards.Add(
                new(empty.Add("what", "").Add("date", "2026-01-01"), [new("x", "Say what is to come, without a name.", "what")]),
                operations
            )
        );
        yield return ("group-form-plan-off", ForwardPlanCards.Off(planned, Filled.Nothing, operations));
        var chair = Context(CaseStory.Somebody(Role.Chair));
        yield return ("group-oversight", OversightCard.Draw(ReportExamples.Oversight, operations));
        yield return (
            "group-oversight-nothing",
            OversightCard.Draw(new([], [], [], ReportExamples.Oversight.Year, new(2026, 4, 1)), Context(CaseStory.Lead(Role.LeadPolice)))
        );
        var reported = FullGroup with { Reports = [ReportExamples.Issued, ReportExamples.Update] };
        yield return (
            "group-reports",
            GroupReportCards.List(reported, 0, new(NoticeKind.Done, "The draft is before the Chair."), operations)
        );
        yield return ("group-reports-none", GroupReportCards.List(FullGroup, 0, null, Context(CaseStory.Lead(Role.LeadPolice))));
        yield return ("group-report-draft", GroupReportCards.Draw(reported, ReportExamples.Draft, ReportExamples.Yearly, [], null, chair));
        yield return (
            "group-report-issued",
            GroupReportCards.Draw(
                reported,
                ReportExamples.Issued,
                ReportExamples.Yearly,
                [new(2026, "agreed-actions", "done", "", 4, 5)],
                new(NoticeKind.Done, "The report is issued, and is fixed from now on."),
                chair
            )
        );
        yield return ("group-form-report", GroupReportCards.Yearly([2025, 2024], ReportExamples.Draft, Filled.Nothing, [], operations));
        yield return (
            "group-form-report-named",
            GroupReportCards.Yearly(
                [2025],
                null,
                new(
                    empty.Add("changed", "Rose agrees on discharges."),
                    [
                        new(
                            "name-in-text",
                            "Also a name on record: \"Rose\". Say the role instead; where it names nobody, say so below.",
                            "changed"
                        ),
                    ]
                ),
                ["Rose"],
                operations
            )
        );
        yield return (
            "group-report-named",
            GroupReportCards.Draw(reported, ReportExamples.Draft with { NotNames = ["Rose"] }, ReportExamples.Yearly, [], null, chair)
        );
        yield return (
            "group-form-update",
            GroupReportCards.Update(new(empty.Add("changed", ""), [new("x", "Say what did not move and why.", "notmoved")]), [], operations)
        );
        Dictionary<string, Presence> Came(Presence nurse) =>
            FullGroup.Seats.Keys.ToDictionary(id => id, id => id == "designated-nurse" ? nurse : Presence.Present, StringComparer.Ordinal);
        yield return (
            "group-attendance",
            AttendanceYearCard.Draw(
                2026,
                [
                    new(RecordRef.Parse("GSCP-GM-2222-3333"), new(2026, 6, 10), Came(Presence.Deputy)),
                    new(RecordRef.Parse("GSCP-GM-2222-4444"), new(2026, 9, 9), Came(Presence.Absent)),
                ],
                [.. FullGroup.Seats.Values],
                true,
                operations
            )
        );
        var underWay = Enum.GetValues<Stage>()
            .Where(stage => stage is not (Stage.NotStarted or Stage.Closed or Stage.Joined or Stage.Withdrawn))
            .Select(
                (stage, i) => new CaseUnderWay(CaseId.Parse($"GSCP-2222-222{"BCDFGHJKMNPQRSTV"[i]}"), stage, new(2026, 9, 1 + i), i > 8)
            )
            .ToList();
        var member = Context(CaseStory.Somebody(Role.GroupMember));
        yield return ("group-cases", CasesUnderWayCard.Draw(underWay, new(12, 3, 1), 0, true, operations));
        yield return ("group-cases-member", CasesUnderWayCard.Draw([.. underWay.Take(3)], new(0, 0, 0), 0, false, member));
        yield return ("group-cases-none", CasesUnderWayCard.Draw([], new(0, 0, 0), 0, true, operations));
        yield return ("group-attendance-none", AttendanceYearCard.Draw(2026, [], [.. FullGroup.Seats.Values], false, operations));
        foreach (var drawn in LearningEvents().Concat(Years()).Concat(Retention()))
        {
            yield return drawn;
        }

        yield return ("group-form-seat", SeatCards.FillPost(FullGroup, agencies, Filled.Nothing, operations));
        yield return (
            "group-form-seat-wrong",
            SeatCards.FillPost(
                FullGroup,
                agencies,
                new(
                    empty.Add("seat", "other").Add("title", "").Add("who", "Head"),
                    [new("x", "Enter the post.", "title"), new("x", "Choose the agency the seat is for.", "agency")]
                ),
                operations
            )
        );
        var post = empty.Add("seat", "designated-nurse").Add("agency", "icb");
        yield return ("group-form-holder", SeatCards.FillHolder("Designated Nurse, NHS", people, new(post, []), operations));
        yield return (
            "group-form-holder-wrong",
            SeatCards.FillHolder(
                "Designated Nurse, NHS",
                people,
                new(
                    post.Add("holder", "other").Add("who", "Head").Add("email", "nobody").Add("from", ""),
                    [new("x", "Enter an email address, such as name@example.org.uk.", "email"), new("x", "Enter a real date.", "from")]
                ),
                operations
            )
        );
        yield return ("group-form-end", SeatCards.End(FullGroup, Filled.Nothing, operations));
        yield return ("group-form-end-nobody", SeatCards.End(NewGroup, Filled.Nothing, operations));
        yield return ("group-form-meeting", GroupScheduleCards.Plan(Filled.Nothing, operations));
        yield return (
            "group-form-meeting-wrong",
            GroupScheduleCards.Plan(new(empty.Add("date", "2026-11-07"), [new("x", "This is not a working day.", "date")]), operations)
        );
        yield return ("group-form-out", GroupScheduleCards.TakeOut(FullGroup, Filled.Nothing, operations));
        yield return (
            "group-form-out-wrong",
            GroupScheduleCards.TakeOut(
                FullGroup,
                new(empty.Add("date", "2026-12-09"), [new("x", "Say why the group does not meet.", "reason")]),
                operations
            )
        );
        yield return ("group-form-terms", TermsCards.Agree(NewGroup, Filled.Nothing, operations));
        yield return (
            "group-form-terms-wrong",
            TermsCards.Agree(
                FullGroup,
                new(empty.Add("date", "2026-11-03").Add("where", "Folder"), [new("x", "This day is still to come.", "date")]),
                operations
            )
        );
    }
}
