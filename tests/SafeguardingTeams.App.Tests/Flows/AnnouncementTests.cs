using System.Collections.Immutable;
using System.Text;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Flows;

/// <summary>What flows are told of each commit: of whole stories of every kind, written down, and what they are not told.</summary>
public class AnnouncementTests
{
    private static readonly RowProjection Projection = new(new(new([1], [2])));

    /// <summary>Every way a record of each kind can go, by where it gets.</summary>
    internal static IEnumerable<(string Name, RecordFile File)> Stories() =>
        [
            .. Of(Enum.GetValues<Stage>().Except([Stage.NotStarted]), stage => CaseStory.At(stage).File),
            .. Of(Enum.GetValues<LearningStage>().Except([LearningStage.NotStarted]), stage => LearningStory.At(stage).File),
            .. Of(Enum.GetValues<MeetingStage>().Except([MeetingStage.NotPlanned]), stage => MeetingStory.At(stage).File),
            .. Of(Enum.GetValues<ReviewStage>().Except([ReviewStage.NotStarted]), stage => ReviewStory.At(stage).File),
            .. Of(Enum.GetValues<ActionStage>().Except([ActionStage.NotStarted]), stage => ActionStory.At(stage, withFile: true).File),
        ];

    [Fact]
    public void What_flows_are_told_of_every_story_is_written_down()
    {
        var lines = Stories().SelectMany(story => Commits(story.File).Select(commit => Line(commit))).Distinct().ToList();
        var text = new StringBuilder();
        foreach (var kind in lines.GroupBy(line => line.Kind))
        {
            text.Append(kind.Key).Append('\n');
            foreach (var (_, happened, told) in kind)
            {
                text.Append("  ").Append(happened).Append(": ").Append(told.Length == 0 ? "nothing" : told).Append('\n');
            }
        }

        Approved.Same("tests/SafeguardingTeams.App.Tests/Flows/told.txt", text.ToString());
        var all = text.ToString();
        Assert.All(Enum.GetNames<FlowTrigger>().Except([nameof(FlowTrigger.TaskLate)]), trigger =>
            Assert.Contains(trigger, all, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Each_record_opens_once_closes_as_often_as_it_ends_and_every_task_that_was_assigned_is_open_or_completed()
    {
        foreach (var (name, file) in Stories())
        {
            var told = Commits(file).SelectMany(commit => commit.Told).ToList();
            Assert.Single(told, one => one.Trigger == FlowTrigger.RecordOpened);
            var open = Projection.Of(file).Keys.Count(key => key.StartsWith(Keys.AllTasks, StringComparison.Ordinal));
            var difference =
                told.Count(one => one.Trigger == FlowTrigger.TaskAssigned) - told.Count(one => one.Trigger == FlowTrigger.TaskCompleted);
            Assert.True(open == difference, $"{name}: {open} open, {difference} told");
            Assert.All(told.Where(one => one.Trigger is FlowTrigger.TaskAssigned or FlowTrigger.TaskCompleted), one =>
                Assert.True(Enum.TryParse<Role>(one.WaitsFor, out _) && Enum.TryParse<TaskKind>(one.Task, out _), $"{name}: {one}")
            );
        }
    }

    [Theory]
    [InlineData(Stage.Closed, 1)]
    [InlineData(Stage.Withdrawn, 1)]
    [InlineData(Stage.Joined, 1)]
    [InlineData(Stage.BelowThreshold, 0)]
    [InlineData(Stage.PanelAnswered, 0)]
    public void A_case_has_ended_when_nothing_but_opening_it_again_is_left(Stage stage, int closed) =>
        Assert.Equal(
            closed,
            Commits(CaseStory.At(stage).File).SelectMany(commit => commit.Told).Count(one => one.Trigger == FlowTrigger.RecordClosed)
        );

    [Fact]
    public void A_task_is_late_once_and_no_reminder_before_its_date_is_lateness()
    {
        var story = CaseStory.At(Stage.AwaitingThreshold);
        var chases = story.File.Clock(Timescales.ThresholdDecision.Id)!.Deadline.Chases;
        List<ImmutableList<Announcement>> told = [];
        foreach (var chase in chases)
        {
            var before = story.File;
            story.Now = chase.At;
            story.Given(new ChaseDeadline(CaseStory.Id, Timescales.ThresholdDecision.Id), CaseStory.Somebody(Role.ThisSystem));
            told.Add([.. Of(before, story.File).Where(one => one.Trigger == FlowTrigger.TaskLate)]);
        }

        Assert.Contains(chases, chase => chase.Kind != ChaseKind.Late);
        var first = chases.FindIndex(chase => chase.Kind == ChaseKind.Late);
        Assert.All(told.Index().Where(one => one.Index != first), one => Assert.Empty(one.Item));
        var late = Assert.Single(told[first]);
        Assert.Equal(("DecideThreshold", "MashOfficer"), (late.Task, late.WaitsFor));
        Assert.Equal(story.File.Clock(Timescales.ThresholdDecision.Id)!.Deadline.DueDay, late.Due);
    }

    [Fact]
    public void After_an_outage_lateness_is_told_once_although_the_first_that_went_was_a_later_one()
    {
        var story = ActionStory.At(ActionStage.Agreed);
        var clock = Assert.Single(story.File.Clocks).Deadline;
        var before = story.File;
        story.On(clock.Chases[^1].At).Given(new RemindAction(ActionStory.Id, clock.TimescaleId), ActionStory.System);
        var late = Assert.Single(Of(before, story.File), one => one.Trigger == FlowTrigger.TaskLate);
        Assert.Equal((clock.DueDay, nameof(Role.ActionOwner)), (late.Due!.Value, late.WaitsFor));
    }

    [Fact]
    public void A_clock_counted_again_moves_the_date_of_a_task_and_is_told_nobody()
    {
        var before = CaseStory.At(Stage.AwaitingThreshold).File;
        var moved = before.Clocks[0].Deadline with
        {
            DueDay = before.Clocks[0].Deadline.DueDay.AddDays(1),
            DueAt = before.Clocks[0].Deadline.DueAt.AddDays(1),
        };
        var after = before with { Version = before.Version + 1, Clocks = [before.Clocks[0] with { Deadline = moved }] };
        Assert.NotEqual(Projection.Of(before).Keys, Projection.Of(after).Keys);
        Assert.Empty(Of(before, after));
    }

    [Fact]
    public void Of_the_group_and_of_briefings_flows_are_told_nothing()
    {
        Assert.Empty(Of(new GroupFile(), new GroupFile { Version = 1, Stage = GroupStage.Open }));
        foreach (var commit in Commits(BriefingStory.At(Domain.Briefings.BriefingStage.Sent).File))
        {
            Assert.Empty(commit.Told);
        }
    }

    [Fact]
    public void No_text_anybody_has_typed_is_in_an_announcement_F2()
    {
        foreach (var (_, file) in Stories())
        {
            foreach (var said in Commits(file).SelectMany(commit => commit.Told))
            {
                Assert.All([said.Step, said.Task, said.Holder, said.WaitsFor, said.Agency, said.DocumentKind], text =>
                    Assert.Matches(@"\A[A-Za-z0-9~-]*\z", text)
                );
            }
        }
    }

    internal static ImmutableList<Announcement> Of(RecordFile before, RecordFile after) =>
        FlowAnnouncements.Of(before, after, Projection.Of(before), Projection.Of(after));

    /// <summary>A record's history, command by command.</summary>
    internal static IEnumerable<(RecordFile After, string Happened, ImmutableList<Announcement> Told)> Commits(RecordFile file)
    {
        var before = StoredRecord.Empty(file.Ref);
        foreach (var commit in file.History.GroupBy(recorded => recorded.CommandId))
        {
            var after = commit.Aggregate(before, Replay.Next);
            yield return (after, string.Join(" + ", commit.Select(one => one.Event.GetType().Name).Distinct()), Of(before, after));
            before = after;
        }
    }

    private static IEnumerable<(string, RecordFile)> Of<TStage>(IEnumerable<TStage> stages, Func<TStage, RecordFile> at)
        where TStage : struct, Enum => stages.Select(stage => ($"{typeof(TStage).Name}.{stage}", at(stage)));

    private static (string Kind, string Happened, string Told) Line(
        (RecordFile After, string Happened, ImmutableList<Announcement> Told) commit
    ) =>
        (
            commit.After.Ref.Kind.ToString(),
            commit.Happened,
            string.Join(
                ", ",
                commit
                    .Told.Select(one =>
                        one.Trigger
                        + (one.Trigger == FlowTrigger.StepReached ? $" {one.Step}" : "")
                        + (one.Task.Length > 0 ? $" {one.Task} of {one.WaitsFor}" : "")
                        + (one.DocumentKind.Length > 0 ? $" {one.DocumentKind}" : "")
                    )
                    .Distinct()
            )
        );
}
