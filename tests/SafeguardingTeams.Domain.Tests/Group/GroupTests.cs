using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Absences;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.ForwardPlan;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.GroupSchedule;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Group;

/// <summary>The group's record: E1, E3, E4, E8, E19; absences and hand-overs PD17.</summary>
public partial class GroupTests
{
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Police = CaseStory.Lead(Role.LeadPolice);
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly Seat Nurse = new("designated-nurse", "Designated Nurse", "icb", "Integrated Care Board", Role.LeadHealth, []);

    private GroupFile _group = new();

    private DateTimeOffset _now = CaseStory.Monday;

    private WorkingDayCalendar _calendar = BankHolidays.Calendar;

    [Fact]
    public void Every_command_is_refused_to_every_role_at_every_stage_where_the_table_does_not_allow_it_E1_E3_E4_E8()
    {
        foreach (var stage in Enum.GetValues<GroupStage>())
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                foreach (var command in EveryCommand())
                {
                    var actor = CaseStory.Somebody(role);
                    var decision = command.DecideFor(new GroupFile { Stage = stage }, [], new CaseStory().Context(actor));
                    var allowed = GroupPermissions.Allows(command.Step, new GroupFile { Stage = stage }, actor);
                    Assert.True(
                        allowed
                            || decision is Decision.Refused refused
                                && (refused.Reasons[0] == Refusal.NotYours || refused.Reasons[0] == Refusal.Overtaken),
                        $"{command.Step} by {role} at {stage}"
                    );
                }
            }
        }

        Assert.Equal(
            GroupPermissions.Table.Select(row => row.Step).Except(Domain.Meetings.MeetingPermissions.Table.Select(row => row.Step)).Order(),
            EveryCommand().Select(command => command.Step).Distinct().Order()
        );
    }

    [Fact]
    public void A_practitioner_has_no_part_in_the_groups_record() =>
        Assert.False(GroupPermissions.Sees(CaseStory.Person("p", Role.Practitioner)));

    [Fact]
    public void Who_recorded_an_absence_is_on_the_record_and_each_records_their_own_PD17()
    {
        Opened();
        Assert.Equal("not-yours", Code(new RecordAbsence(Operations.PersonId, Today, Today.AddDays(4)), Police));
        Given(new RecordAbsence(Police.PersonId, Today, Today.AddDays(4)), Operations);
        Assert.Equal((Operations.PersonId, false), (_group.Absences[0].By, _group.Absences[0].PutBeforeDeputies));
        Assert.Equal(Operations.PersonId, _group.History[^1].By.PersonId);
        Assert.Equal("nothing-changed", Code(new RecordAbsence(Police.PersonId, Today, Today.AddDays(4)), Police));
        Assert.Equal("overtaken", Code(new NoteAbsenceCovered(Police.PersonId, Today, Today.AddDays(9)), System));
        Given(new NoteAbsenceCovered(Police.PersonId, Today, Today.AddDays(4)), System);
        Assert.True(_group.Absences[0].PutBeforeDeputies);

        // Longer than was said: it is put before the deputies anew.
        Given(new RecordAbsence(Police.PersonId, Today, Today.AddDays(8)), Police);
        Assert.Equal((Today.AddDays(8), false), (_group.Absences[0].To, _group.Absences[0].PutBeforeDeputies));
        Given(new TakeBackAbsence(Police.PersonId, Today), Police);
        Assert.Empty(_group.Absences);
        Assert.Equal("overtaken", Code(new TakeBackAbsence(Police.PersonId, Today), Police));
        Assert.Equal(
            ["past", "order", "too-long", "answer-needed"],
            new[]
            {
                new RecordAbsence(Police.PersonId, Today.AddDays(-9), Today.AddDays(-1)),
                new RecordAbsence(Police.PersonId, Today.AddDays(3), Today.AddDays(2)),
                new RecordAbsence(Police.PersonId, Today, Today.AddDays(401)),
                new RecordAbsence("nobody", Today, Today),
            }.Select(command => Code(command, Operations))
        );
    }

    [Fact]
    public void A_seat_passes_from_one_to_the_next_on_a_day_and_may_stand_empty_E3()
    {
        Opened();
        Given(new FillSeat(Nurse, Holder("nurse-1", Today)), Operations);
        Given(new FillSeat(Nurse, Holder("nurse-2", Today.AddDays(10))), Operations);
        Assert.Equal(
            ["nurse-1", "nurse-1", "nurse-2", "nurse-2"],
            new[] { 0, 9, 10, 400 }.Select(days => _group.Seats["designated-nurse"].On(Today.AddDays(days))!.PersonId)
        );
        Assert.Null(_group.Seats["designated-nurse"].On(Today.AddDays(-1)));
        Given(new EndSeat("designated-nurse", Today.AddDays(20)), Operations);
        Assert.Null(_group.Seats["designated-nurse"].On(Today.AddDays(21)));
        Assert.Equal("order", Code(new EndSeat("designated-nurse", Today.AddDays(9)), Operations));
        Assert.Equal("order", Code(new FillSeat(Nurse, Holder("nurse-3", Today)), Operations));
        Given(new FillSeat(Nurse, Holder("nurse-3", Today.AddDays(30))), Operations);
        Assert.Null(_group.Seats["designated-nurse"].On(Today.AddDays(25)));
        Assert.Equal("nurse-3", _group.Seats["designated-nurse"].On(Today.AddDays(30))!.PersonId);
        Assert.Equal("nothing-changed", Code(new FillSeat(Nurse, Holder("nurse-3", Today.AddDays(31))), Operations));
        Assert.Equal("answer-needed", Code(new FillSeat(Nurse with { Title = " " }, Holder("x", Today)), Operations));
        Assert.Equal("answer-needed", Code(new FillSeat(Nurse, Holder("", Today)), Operations));
        Assert.Equal("overtaken", Code(new EndSeat("another", Today), Operations));
    }

    [Fact]
    public void Meetings_are_scheduled_on_working_days_to_come_and_taken_out_with_a_reason_E1_E19()
    {
        Opened();
        Given(new ScheduleMeeting(new(2026, 12, 9)), Operations);
        Assert.Equal([new DateOnly(2026, 12, 9)], _group.Meetings);
        Assert.Equal(
            ["nothing-changed", "not-a-working-day", "not-a-working-day", "past", "outside"],
            new DateOnly[] { new(2026, 12, 9), new(2026, 12, 12), new(2026, 12, 25), new(2026, 10, 1), new(2090, 1, 2) }.Select(day =>
                Code(new ScheduleMeeting(day), Operations)
            )
        );
        Assert.Equal("reason-needed", Code(new TakeOutMeeting(new(2026, 12, 9), " "), Operations));
        Given(new TakeOutMeeting(new(2026, 12, 9), "Two members are away."), Operations);
        Assert.Empty(_group.Meetings);
        Assert.Equal("overtaken", Code(new TakeOutMeeting(new(2026, 12, 9), "Again."), Operations));
    }

    [Fact]
    public void Terms_of_reference_hold_for_a_year_or_less_E8()
    {
        Opened();
        Given(new AgreeTermsOfReference(new(2026, 9, 9), null, "Terms of reference 2026"), Operations);
        Assert.Equal(new DateOnly(2027, 9, 9), _group.Terms!.ReviewBy);
        Assert.Equal("nothing-changed", Code(new AgreeTermsOfReference(new(2026, 9, 9), null, "Terms of reference 2026"), Operations));
        Assert.Equal("order", Code(new AgreeTermsOfReference(new(2026, 9, 9), new(2027, 9, 10), "x"), Operations));
        Assert.Equal("order", Code(new AgreeTermsOfReference(new(2026, 9, 8), null, "x"), Operations));
        Assert.Equal("future", Code(new AgreeTermsOfReference(Today.AddDays(1), null, "x"), Operations));
        Assert.Equal("answer-needed", Code(new AgreeTermsOfReference(Today, null, ""), Operations));
        Given(new AgreeTermsOfReference(Today, new(2027, 3, 1), "Terms of reference 2026"), Operations);
        Assert.Equal(new DateOnly(2027, 3, 1), _group.Terms.ReviewBy);
    }

    [Fact]
    public void Bank_holidays_are_amended_by_operations_with_where_it_was_announced()
    {
        Opened();
        Assert.Equal("not-yours", Code(new AmendBankHolidays(new(2026, 11, 13), true, "Announced."), Police));
        Given(new AmendBankHolidays(new(2026, 11, 13), true, "Announced."), Operations);
        Assert.Equal(new(new(2026, 11, 13), true, "Announced.", Operations.PersonId), _group.BankHolidays[new(2026, 11, 13)]);
        Assert.Equal(
            ["past", "outside", "nothing-changed", "nothing-changed", "reason-needed", "too-long"],
            new AmendBankHolidays[]
            {
                new(new(2026, 11, 1), true, "x"),
                new(new(2090, 1, 2), true, "x"),
                new(new(2026, 12, 25), true, "x"),
                new(new(2026, 11, 12), false, "x"),
                new(new(2026, 11, 12), true, " "),
                new(new(2026, 11, 12), true, new('x', 1001)),
            }.Select(command => Code(command, Operations))
        );
    }

    [Fact]
    public void Holders_of_roles_are_noted_as_what_began_and_what_ended_PD17()
    {
        Opened();
        Assert.Equal("nothing-changed", Code(new NoteRoleHolders([new(Role.Chair, "chair")]), System));
        Given(new NoteRoleHolders([new(Role.Chair, "chair-2"), new(Role.LeadPolice, "lead")]), System);
        var changed = Assert.IsType<RoleHoldersChanged>(_group.History[^1].Event);
        Assert.Equal([new(Role.Chair, "chair-2"), new RoleHolder(Role.LeadPolice, "lead")], changed.Began);
        Assert.Equal([new RoleHolder(Role.Chair, "chair")], changed.Ended);
        Assert.Equal([new(Role.Chair, "chair-2"), new RoleHolder(Role.LeadPolice, "lead")], _group.Holders!);
    }

    [Fact]
    public void A_case_takes_no_event_of_the_group_and_the_group_none_of_a_case()
    {
        var recorded = new RecordedEvent(CaseStory.Id, 1, CaseStory.Monday, By, "c", new MeetingScheduled(Today));
        Assert.Throws<InvalidOperationException>(() => Replay.Next(new CaseFile(CaseStory.Id), recorded));
        Assert.Throws<InvalidOperationException>(() => Replay.Next(_group, recorded));
        Assert.Throws<InvalidOperationException>(() =>
            Replay.Next(_group, recorded with { Record = RecordRef.Group, Event = new Domain.Steps.Referral.ReferralWithdrawn("x") })
        );
    }

    private static readonly RecordedActor By = new("p", "P", "A", "t/o", []);

    private static SeatHolder Holder(string id, DateOnly from) => new(id, $"{id} of the board", "", from, null);

    internal static IEnumerable<Command> EveryCommand() =>
        [
            new OpenGroup([], [], [], []),
            new FillSeat(Nurse, Holder("nurse-1", Today)),
            new EndSeat("designated-nurse", Today),
            new ScheduleMeeting(new(2026, 12, 9)),
            new TakeOutMeeting(new(2026, 12, 9), "x"),
            new AgreeTermsOfReference(Today, null, "x"),
            new RecordAbsence(Police.PersonId, Today, Today),
            new TakeBackAbsence(Police.PersonId, Today),
            new NoteAbsenceCovered(Police.PersonId, Today, Today),
            new AmendBankHolidays(new(2026, 11, 13), true, "x"),
            new PlanAhead("x", PlanKind.Audit, new(2027, 3, 1)),
            new TakeOffPlan("plan-1", true, ""),
            new PutReportForward(GroupReportKind.Yearly, ReportPeriod.OfYear(2025), new("x", "x", "")),
            new IssueReport(1, Nothing, Nothing.Fingerprint(new("x", "x", ""))),
            new EndReportYear(2025),
            new RecordReportPublished(2025, Today, "https://partnership.example/report", ""),
            new RecordReportKept([new(KeptKind.GroupReport, "report-1", "", "x.docx", new('0', 64), 1, "x")]),
            new PlanLearningEvent(Workshop),
            new ChangeLearningEvent(1, Workshop with { Title = "Discharge" }, "x", 1),
            new RecordLearningEvent(1, Came, "", 2),
            new FollowUpLearningEvent(1, Follows, "", 3),
            new CallOffLearningEvent(2, "x", 1),
            new AddTheme("Pre-birth work"),
            new RenameTheme("theme-1", "Work before a birth"),
            new RetireTheme("theme-1", "x"),
            new TakeUpTheme("theme-1", "x"),
            new ChangePeople(new(PersonChangeKind.Add, "") { Display = "Somebody new", AgencyId = "agency" }, ""),
            Proposal(Today),
            new TakeBackPeopleChange(1),
            Proposal(Today),
            new DeclinePeopleChange(2, "x"),
            Proposal(Today),
            new ConfirmPeopleChange(3),
            new BeginAccessReview(new(2026, 10, 1)),
            new ConfirmAccess(["person:x"]),
            new FinishAccessReview(["person:x"]),
            new NoteRoleHolders([]),
            new RemindGroup(Timescales.TermsOfReference.Id),
            new RemindGroup(Timescales.MeetingsAhead.Id),
            new RecalculateReview(),
            RetentionStory.AnotherDue,
            .. RetentionStory.EveryCommand,
        ];

    /// <summary>Somebody is to be of operations: it waits for a second person.</summary>
    internal static ChangePeople Proposal(DateOnly day) =>
        new(new(PersonChangeKind.GiveRole, "spare") { Role = Role.Operations, Day = day }, "x");

    private void Opened() => Given(new OpenGroup([new(Role.Chair, "chair")], [], [], []), System);

    private Decision When(Command command, Actor actor)
    {
        var decision = command.DecideFor(_group, [], new CaseStory { Now = _now, Calendar = _calendar }.Context(actor));
        if (decision is Decision.Accepted accepted)
        {
            foreach (var change in accepted.Changes)
            {
                Assert.Equal(RecordRef.Group, change.Record);
                _group = Replay.Next(
                    _group,
                    new(
                        change.Record,
                        _group.Version + 1,
                        _now,
                        By with
                        {
                            PersonId = actor.PersonId,
                            Roles = [.. _group.RolesOf(actor).Order()],
                        },
                        "c",
                        change.Event
                    )
                );
            }
        }

        return decision;
    }

    private void Given(Command command, Actor actor) =>
        Assert.True(When(command, actor) is Decision.Accepted, (command as object).ToString());

    private string Code(Command command, Actor actor) => Assert.IsType<Decision.Refused>(When(command, actor)).Reasons[0].Code;
}
