using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Meetings;

/// <summary>A meeting of the group from its plan to its minutes (E1, E2, E6, E9, E10, E12 to E18).</summary>
public partial class MeetingTests
{
    private static readonly RecordRef Id = MeetingStory.Id;

    private static Actor Operations => MeetingStory.Operations;

    [Fact]
    public void A_meeting_stands_in_the_groups_year_and_counts_back_when_its_agenda_closes_and_its_papers_go_E1_E13()
    {
        var story = MeetingStory.At(MeetingStage.Planned);
        Assert.Contains(MeetingStory.Day, story.Group.Meetings);
        Assert.Equal(new(2026, 11, 25), story.File.Plan!.ClosesOn);
        Assert.Equal(new(2026, 12, 2), story.File.Clock(Timescales.GroupPapers.Id)!.Deadline.DueDay);
        Assert.Equal([1, 2, 3], story.File.Agenda.Select(item => item.Number));
    }

    /// <summary>Counted back over Christmas and New Year, and over Easter, by hand.</summary>
    [Theory]
    [InlineData("2027-01-06", "2026-12-18", "2026-12-29")]
    [InlineData("2027-04-06", "2027-03-19", "2027-03-30")]
    public void Days_are_counted_back_over_bank_holidays_E13(string day, string closes, string papers)
    {
        var story = new MeetingStory().Given(MeetingStory.Plan with { Day = DateOnly.Parse(day, null) }, Operations);
        Assert.Equal(DateOnly.Parse(closes, null), story.File.Plan!.ClosesOn);
        Assert.Equal(DateOnly.Parse(papers, null), story.File.Clock(Timescales.GroupPapers.Id)!.Deadline.DueDay);
    }

    [Fact]
    public void A_special_meeting_at_short_notice_has_no_clock_that_is_late_from_the_start_and_is_not_in_the_groups_year_E2()
    {
        var story = new MeetingStory().Given(MeetingStory.Plan with { Day = new(2026, 11, 4), Special = true }, Operations);
        Assert.Equal([Timescales.GroupMeetingHeld.Id], story.File.Clocks.Select(clock => clock.Deadline.TimescaleId));
        Assert.Empty(story.Group.Meetings);
    }

    [Theory]
    [InlineData("2026-11-01", "10:00", "Room 1", "past", "date")]
    [InlineData("2026-12-12", "10:00", "Room 1", "not-a-working-day", "date")]
    [InlineData("2040-01-02", "10:00", "Room 1", "outside-calendar", "date")]
    [InlineData("2026-12-09", "ten", "Room 1", "time", "start")]
    [InlineData("2026-12-09", "10:00", " ", "answer-needed", "place")]
    public void A_plan_that_cannot_be_says_at_which_answer(string day, string start, string place, string code, string field)
    {
        var plan = MeetingStory.Plan with { Day = DateOnly.Parse(day, null), Start = start, Place = place };
        Assert.Equal((code, field), Only(new MeetingStory().When(plan, Operations)));
    }

    [Fact]
    public void Moved_its_days_move_and_the_groups_year_follows_and_cancelled_it_can_be_planned_again()
    {
        var story = MeetingStory
            .At(MeetingStage.Planned)
            .Given(new MoveGroupMeeting(Id, new(2026, 12, 16), "14:00", "Room 2", "The room is taken."), Operations);
        Assert.Equal([new(2026, 12, 16)], story.Group.Meetings);
        Assert.Equal(new(2026, 12, 9), story.File.Clock(Timescales.GroupPapers.Id)!.Deadline.DueDay);
        story.Given(new CancelGroupMeeting(Id, "Too few can come."), Operations);
        Assert.Empty(story.Group.Meetings);
        Assert.DoesNotContain(story.File.Clocks, clock => clock.Runs);
        story.Given(MeetingStory.Plan, Operations);
        Assert.Equal((MeetingStage.Planned, 3), (story.File.Stage, story.File.Agenda.Count()));
        Assert.Equal("reason-needed", Only(story.When(new CancelGroupMeeting(Id, " "), Operations)).Code);
    }

    [Fact]
    public void What_comes_after_the_agenda_has_closed_is_marked_with_whose_it_is_E13()
    {
        var story = MeetingStory.At(MeetingStage.Planned).On(new(2026, 12, 3));
        story
            .Given(new AddToAgenda(Id, [new(null, "Terms of reference", AskedOfGroup.Accept)]), Operations)
            .Given(new AddPaper(Id, 2, "A summary", "https://files.example/summary"), Operations);
        Assert.True(story.File.Item(4) is { IsLate: true, AddedBy: var by } && by == Operations.Display);
        Assert.True(Assert.Single(story.File.Item(2)!.Papers).IsLate);
        Assert.False(story.File.Item(1)!.IsLate);
        Assert.Equal("nothing-changed", Only(story.When(new AddPaper(Id, 2, "Again", "https://files.example/summary"), Operations)).Code);
        Assert.Equal("link", Only(story.When(new AddPaper(Id, 2, "A file", "C:/summary.docx"), Operations)).Field);
    }

    [Fact]
    public void What_waits_comes_onto_the_agenda_once_and_what_is_dropped_can_come_again()
    {
        var story = MeetingStory.At(MeetingStage.Planned);
        var waits = new AddToAgenda(Id, [new(LearningStory.Id, "", AskedOfGroup.Decide)]);
        Assert.Equal("nothing-changed", Only(story.When(waits, Operations)).Code);
        story.Given(new DropFromAgenda(Id, 2, "It is not ready."), Operations).Given(waits, Operations);
        Assert.Equal([1, 3, 4], story.File.Agenda.Select(item => item.Number));
        story.Given(new OrderAgenda(Id, 4, true, 2), Operations);
        Assert.Equal([1, 4, 3], story.File.Agenda.Select(item => item.Number));
        Assert.Equal("overtaken", Only(story.When(new OrderAgenda(Id, 4, true, 2), Operations)).Code);
    }

    [Fact]
    public void It_is_opened_on_its_day_once_the_confidentiality_statement_was_read_E14()
    {
        var story = MeetingStory.At(MeetingStage.Planned);
        Assert.Equal("too-early", Only(story.When(new RecordGroupAttendance(Id, MeetingStory.Came, 0), Operations)).Code);
        story.On(MeetingStory.Day);
        var unread = MeetingStory.Came with { Confidentiality = false };
        Assert.Equal("confidentiality", Only(story.When(new RecordGroupAttendance(Id, unread, 0), Operations)).Field);
        story.Given(new RecordGroupAttendance(Id, MeetingStory.Came, 0), Operations);
        Assert.Equal(MeetingStage.InSession, story.File.Stage);
        Assert.Equal("overtaken", Only(story.When(new RecordGroupAttendance(Id, MeetingStory.Came, 0), Operations)).Code);
        Assert.Equal("nothing-changed", Only(story.When(new RecordGroupAttendance(Id, MeetingStory.Came, 1), Operations)).Code);
    }

    [Fact]
    public void A_decision_on_a_referral_is_on_both_records_and_starts_the_referrers_clock_D4_D5_E17()
    {
        var story = MeetingStory.At(MeetingStage.InSession);
        var decided = Assert.IsType<Decision.Accepted>(
            story.When(MeetingStory.Decide(2, LearningStory.Id, MeetingStory.OnTheReferral), Operations)
        );
        Assert.Equal([Id, LearningStory.Id], decided.Changes.Select(change => change.Record));
        Assert.Equal(LearningStage.Decided, story.Learning.Stage);
        Assert.Equal(new(2026, 12, 16), story.Learning.Clock(Timescales.LearningReferrerTold.Id)!.Deadline.DueDay);
        Assert.Equal("overtaken", Only(story.When(MeetingStory.Decide(2, LearningStory.Id, MeetingStory.OnTheReferral), Operations)).Code);
    }

    [Fact]
    public void A_decision_on_a_case_is_what_the_group_considered_and_a_correction_says_why_A14_E12()
    {
        var story = MeetingStory.At(MeetingStage.InSession).Given(MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase), Operations);
        Assert.Equal(new(MeetingStory.Day, MeetingStory.OnTheCase.Decision), story.Case.Considered);
        var other = MeetingStory.OnTheCase with { Decision = "The criteria may be met." };
        Assert.Equal("corrected", Only(story.When(MeetingStory.Decide(3, CaseStory.Id, other, again: true), Operations)).Field);
        story.Given(MeetingStory.Decide(3, CaseStory.Id, other with { Corrected = "A slip." }, again: true), Operations);
        Assert.Equal(other.Decision, story.Case.Considered!.Decided);
        Assert.Equal("A slip.", Assert.IsType<ConsideredByGroup>(story.Case.History[^1].Event).Reason);
        var off = new ItemOutcome(ItemEnd.Deferred, "The next meeting", "It is late.", "", "", "") { Corrected = "A slip." };
        Assert.Equal("decided", Only(story.When(MeetingStory.Decide(3, CaseStory.Id, off, again: true), Operations)).Code);
    }

    [Fact]
    public void Actions_written_down_with_an_item_are_agreed_with_its_decision_in_one_transaction_C5_E17()
    {
        var story = MeetingStory.At(MeetingStage.InSession).Given(MeetingStory.Plans, Operations);
        Assert.Equal(ActionStage.NotStarted, story.Action.Stage);
        Assert.Equal("overtaken", Only(story.When(MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase), Operations)).Code);
        var with = MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase) with { Actions = [MeetingStory.ActionId] };
        var decided = Assert.IsType<Decision.Accepted>(story.When(with, Operations));
        Assert.Equal([Id, CaseStory.Id, MeetingStory.ActionId], decided.Changes.Select(change => change.Record).Distinct());
        Assert.Equal((ActionStage.Agreed, new(2027, 3, 1)), (story.Action.Stage, story.Action.Due));
        Assert.Equal(new(Id, "item 3"), story.Action.Source);
        Assert.True(Assert.Single(story.File.Item(3)!.Actions).Agreed);

        // Put right, what is agreed stays, and nothing is agreed twice.
        var right = MeetingStory.OnTheCase with { Decision = "The criteria may be met.", Corrected = "A slip." };
        decided = Assert.IsType<Decision.Accepted>(story.When(MeetingStory.Decide(3, CaseStory.Id, right, again: true), Operations));
        Assert.DoesNotContain(decided.Changes, change => change.Record.Kind == RecordKind.Action);
    }

    [Fact]
    public void An_action_names_nobody_of_what_the_item_is_about_and_is_taken_back_before_an_item_is_put_off_F2_E17()
    {
        var story = MeetingStory.At(MeetingStage.InSession);
        var named = MeetingStory.Plans with { Plan = MeetingStory.Plans.Plan with { What = "Ring Zebedee's family." } };
        Assert.Equal(("name-in-text", "what"), Only(story.Named("Zebedee").When(named, Operations)));
        story = MeetingStory.At(MeetingStage.InSession).Given(MeetingStory.Plans, Operations);
        var off = new ItemOutcome(ItemEnd.Deferred, "The next meeting", "It is late.", "", "", "");
        var defers = MeetingStory.Decide(3, CaseStory.Id, off) with { Actions = [MeetingStory.ActionId] };
        Assert.Equal("actions-left", Only(story.When(defers, Operations)).Code);
        story.Given(new TakeBackItemAction(Id, 3, MeetingStory.ActionId), Operations);
        Assert.Equal("overtaken", Only(story.When(new TakeBackItemAction(Id, 3, MeetingStory.ActionId), Operations)).Code);
        story.Given(MeetingStory.Decide(3, CaseStory.Id, off), Operations);
    }

    [Fact]
    public void Equality_is_asked_where_a_case_is_considered_and_not_of_good_news_E10()
    {
        var story = MeetingStory.At(MeetingStage.InSession);
        var without = MeetingStory.OnTheCase with { Equality = "" };
        Assert.Equal("equality", Only(story.When(MeetingStory.Decide(3, CaseStory.Id, without), Operations)).Field);
        story.Given(MeetingStory.Decide(1, null, MeetingStory.Noted), Operations);
    }

    [Fact]
    public void Nothing_is_left_without_an_outcome_and_what_is_put_off_says_to_which_meeting_E18()
    {
        var story = MeetingStory.At(MeetingStage.InSession).Given(MeetingStory.Decide(1, null, MeetingStory.Noted), Operations);
        Assert.Equal("undecided", Only(story.When(new EndGroupMeeting(Id, "12:30"), Operations)).Code);
        var off = new ItemOutcome(ItemEnd.Deferred, "", "The police are not there.", "", "", "");
        Assert.Equal("decision", Only(story.When(MeetingStory.Decide(2, LearningStory.Id, off), Operations)).Field);
        story
            .Given(MeetingStory.Decide(2, LearningStory.Id, off with { Decision = "The next meeting" }), Operations)
            .Given(MeetingStory.Decide(3, CaseStory.Id, new(ItemEnd.Withdrawn, "", "It is joined.", "", "", "")), Operations)
            .Given(new EndGroupMeeting(Id, "12:30"), Operations);
        Assert.Equal(LearningStage.AwaitingMeeting, story.Learning.Stage);
        Assert.Null(story.Case.Considered);
        Assert.Equal(MeetingStage.Ended, story.File.Stage);
    }

    [Fact]
    public void The_minutes_go_to_the_Chair_in_5_and_to_members_in_10_working_days_and_the_next_meeting_approves_them_E17()
    {
        var story = MeetingStory.At(MeetingStage.Ended);
        Assert.Equal(new(2026, 12, 16), story.File.Clock(Timescales.MinutesToChair.Id)!.Deadline.DueDay);
        Assert.Equal(new(2026, 12, 23), story.File.Clock(Timescales.MinutesToMembers.Id)!.Deadline.DueDay);
        story.Given(new SendMinutesToChair(Id), Operations);
        Assert.Equal("not-yours", Only(story.When(new CirculateMinutes(Id), Operations)).Code);
        story.Given(new CirculateMinutes(Id), MeetingStory.Chair);
        Assert.DoesNotContain(story.File.Clocks, clock => clock.Runs);
        Assert.Equal("order", Only(story.When(new ApproveMinutes(Id, new(2026, 12, 8), ""), Operations)).Code);
        Assert.Equal("future", Only(story.When(new ApproveMinutes(Id, new(2027, 3, 10), ""), Operations)).Code);
        story.On(new(2027, 3, 10)).Given(new ApproveMinutes(Id, new(2027, 3, 10), "A date on page 2."), Operations);
        Assert.Equal((MeetingStage.Approved, "A date on page 2."), (story.File.Stage, story.File.Minutes.Corrections));
    }

    [Fact]
    public void Who_left_for_an_item_is_not_shown_it_and_the_declaration_is_kept_with_what_followed_E14()
    {
        var story = MeetingStory.At(MeetingStage.InSession);
        DeclareInterest Declares(AfterInterest followed) =>
            new(Id, 3, new("Detective Inspector, Police", "inspector", "Managed it.", followed));
        story.Given(Declares(AfterInterest.Stayed), Operations);
        Assert.False(story.File.Item(3)!.IsHiddenFrom("inspector"));
        story.Given(Declares(AfterInterest.Left), Operations);
        Assert.True(story.File.Item(3)!.IsHiddenFrom("inspector"));
        Assert.False(story.File.Item(3)!.IsHiddenFrom(""));
        Assert.Single(story.File.Item(3)!.Interests);
    }

    [Fact]
    public void Only_who_has_a_part_in_the_groups_meetings_sees_one_F2()
    {
        foreach (var stage in Enum.GetValues<MeetingStage>().Except([MeetingStage.NotPlanned]))
        {
            var file = MeetingStory.At(stage).File;
            foreach (var role in Enum.GetValues<Role>())
            {
                var sees = role is Role.Operations or Role.Chair or Role.GroupMember or Role.Scrutineer or Role.ThisSystem;
                Assert.Equal(sees, MeetingPermissions.Sees(file, PermissionsTests.Actor(role)));
                foreach (var command in MeetingStory.EveryCommand().Where(_ => !sees))
                {
                    Assert.Equal("not-found", Only(MeetingStory.At(stage).When(command, PermissionsTests.Actor(role))).Code);
                }
            }
        }
    }

    [Fact]
    public void Every_step_of_the_table_has_a_command_and_every_task_a_step_its_role_may_take()
    {
        Assert.Equal(
            MeetingPermissions.Table.Select(row => row.Step).Distinct().Order(),
            MeetingStory.EveryCommand().Select(command => command.Step).Distinct().Order()
        );
        foreach (var stage in Enum.GetValues<MeetingStage>())
        {
            var file = MeetingStory.At(stage).File;
            Assert.All(MeetingTask.Of(file), task =>
                Assert.True(MeetingPermissions.Allows(task.Step, file, PermissionsTests.Actor(task.Task.For)))
            );
            Assert.True(file.Stage is MeetingStage.NotPlanned || file.IsOver || MeetingTask.Of(file).Count > 0);
        }
    }

    [Fact]
    public void A_reminder_of_the_papers_goes_once_and_ends_when_they_are_sent_E13()
    {
        var story = MeetingStory.At(MeetingStage.Planned).On(new(2026, 12, 3));
        story.Given(new RemindMeeting(Id, Timescales.GroupPapers.Id), MeetingStory.System);
        Assert.Equal("overtaken", Only(story.When(new RemindMeeting(Id, Timescales.GroupPapers.Id), MeetingStory.System)).Code);
        story.Given(new SendAgenda(Id, story.File.Version), Operations);
        Assert.False(story.File.Clock(Timescales.GroupPapers.Id)!.Runs);
        Assert.Equal("overtaken", Only(story.When(new SendAgenda(Id, 1), Operations)).Code);
    }

    private static (string Code, string? Field) Only(Decision decision)
    {
        var refusal = Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons);
        return (refusal.Code, refusal.Field);
    }
}
