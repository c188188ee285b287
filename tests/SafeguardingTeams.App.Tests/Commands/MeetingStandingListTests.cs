using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Domain.Steps.GroupKeeping;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;
using Story = SafeguardingTeams.Tests.MeetingStory;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>
/// The standing list for the commands of the group's meetings: done twice, delivered at once, wished by several at once, after the end, one
/// read of each record and one transaction, found whole by check.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class MeetingStandingListTests(Emulator emulator)
{
    private static readonly RecordRef Id = Story.Id;

    /// <summary>The meeting of these tests is about one referral, and is held today.</summary>
    private static readonly PlanGroupMeeting Plan = Story.Plan with
    {
        Day = new(2026, 11, 2),
        Items = [new(LearningStory.Id, "", AskedOfGroup.Decide), new(null, "Good news", AskedOfGroup.Note)],
    };

    private static readonly PlanGroupMeeting Later = Plan with { Day = Story.Day };

    private static readonly DecideItem Decides = Story.Decide(1, LearningStory.Id, Story.OnTheReferral) with
    {
        Learning = LearningStory.Outcome,
    };

    private static readonly PlanItemAction Plans = Story.Plans with
    {
        Number = 1,
        Subject = LearningStory.Id,
        Plan = Story.Plans.Plan with { Owner = Domain.Actions.ActionOwner.OfTheFile("rep-police") },
    };

    private static readonly CoOptToItem CoOpts = new(Id, 1, Domain.Actions.ActionOwner.OfTheFile("rep-police"));

    private static Actor Operations => AppFixture.Holder(Role.Operations);

    private static Actor Chair => AppFixture.Holder(Role.Chair);

    /// <summary>What is done before, and the command.</summary>
    private static readonly ImmutableSortedDictionary<string, (MeetingCommand[] Before, MeetingCommand Command)> Commands = new (
        MeetingCommand[] Before,
        MeetingCommand Command
    )[]
    {
        ([], Plan),
        ([Later], new MoveGroupMeeting(Id, new(2026, 12, 16), "14:00", "Room 2", "The room is taken.")),
        ([Later], new CancelGroupMeeting(Id, "Too few can come.")),
        ([Later], new AddToAgenda(Id, [new(LearningStory.Made, "", AskedOfGroup.Decide)])),
        ([Later], new DropFromAgenda(Id, 1, "It is not ready.")),
        ([Later], new OrderAgenda(Id, 2, true, 1)),
        ([Later], new AddPaper(Id, 1, "A summary", "https://files.example/summary")),
        ([Later], new SendAgenda(Id, 1)),
        ([Later], Story.Outlines with { Number = 1, Subject = LearningStory.Id }),
        ([Later], CoOpts),
        ([Later, CoOpts], new EndCoOption(Id, 1, 1, "Somebody else comes.")),
        ([Plan], new RecordGroupAttendance(Id, Story.Came, 0)),
        (
            [Plan, new RecordGroupAttendance(Id, Story.Came, 0)],
            new DeclareInterest(Id, 1, new("A seat", "p", "Knows it.", AfterInterest.Left))
        ),
        ([Plan, new RecordGroupAttendance(Id, Story.Came, 0), Plans], Decides with { Actions = [Story.ActionId] }),
        ([Plan, new RecordGroupAttendance(Id, Story.Came, 0)], Plans),
        ([Plan, new RecordGroupAttendance(Id, Story.Came, 0), Plans], new TakeBackItemAction(Id, 1, Story.ActionId)),
        (Held, new EndGroupMeeting(Id, "12:30")),
        ([.. Held, new EndGroupMeeting(Id, "12:30")], new SendMinutesToChair(Id)),
        ([.. Held, new EndGroupMeeting(Id, "12:30"), new SendMinutesToChair(Id)], new CirculateMinutes(Id)),
        (
            [.. Held, new EndGroupMeeting(Id, "12:30"), new SendMinutesToChair(Id), new CirculateMinutes(Id)],
            new ApproveMinutes(Id, new(2026, 11, 2), "")
        ),
        ([Later], new RemindMeeting(Id, Timescales.GroupPapers.Id)),
        ([Later], new RecalculateMeeting(Id)),
        ([Later, new SendAgenda(Id, 1)], Story.Kept),
    }.ToImmutableSortedDictionary(one => one.Command.GetType().Name, one => one);

    private static MeetingCommand[] Held =>
        [Plan, new RecordGroupAttendance(Id, Story.Came, 0), Decides, Story.Decide(2, null, Story.Noted)];

    public static TheoryData<string> Names => [.. Commands.Keys];

    [Fact]
    public void Every_step_of_a_meeting_is_here() =>
        Assert.Equal(
            MeetingPermissions.Table.Select(row => row.Step).Distinct().Order(),
            Commands.Values.Select(one => one.Command.Step).Distinct().Order()
        );

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Done_twice_delivered_five_times_or_wished_by_five_at_once_it_is_done_once(string name)
    {
        using var fixture = await BeforeAsync(name);
        var command = Commands[name].Command;
        var delivered = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.RunAsync(command, By(command), "same")));
        Assert.Single(delivered.Cast<Outcome.Done>(), done => !done.Again);
        var stored = await fixture.EverythingAsync();
        var wished = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.RunAsync(command, By(command))));
        Assert.All(wished, one =>
            Assert.Contains(
                Assert.Single(Assert.IsType<Outcome.Refused>(one).Reasons).Code,
                new[] { "overtaken", "nothing-changed", "kept-already" }
            )
        );
        Assert.Equal(stored, await fixture.EverythingAsync());
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whoever_has_no_part_in_it_is_refused_and_changes_nothing(string name)
    {
        using var fixture = await BeforeAsync(name);
        var stored = await fixture.EverythingAsync();
        var refused = Assert.IsType<Outcome.Refused>(
            await fixture.RunAsync(Commands[name].Command, SafeguardingTeams.Tests.CaseStory.Somebody(Role.LeadPolice))
        );
        Assert.Contains(Assert.Single(refused.Reasons), new[] { Refusal.NotFound, Refusal.NotYours });
        Assert.Equal(stored, await fixture.EverythingAsync());
    }

    /// <summary>An item decided writes the meeting and what it is about in one transaction (E17).</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_costs_one_read_of_each_record_it_is_about_and_one_transaction(string name)
    {
        using var fixture = await BeforeAsync(name, real: true);
        var command = Commands[name].Command;
        var before = fixture.Requests.Now;
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, By(command)));
        Assert.Equal((1 + command.Others.Count, 1), fixture.Requests.Since(before));
    }

    /// <summary>The process ends before its commit, then after it: the same wish is done once, and ends as if nothing had been.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cut_off_before_and_after_its_commit_it_is_done_once(string name)
    {
        using var fixture = await BeforeAsync(name);
        var command = Commands[name].Command;
        var stored = await fixture.EverythingAsync();
        fixture.Rows.Reset(0, doesIt: false);
        await Assert.ThrowsAsync<StoppedException>(() => fixture.RunAsync(command, By(command), "same"));
        Assert.Equal(stored, await fixture.EverythingAsync());
        fixture.Rows.Reset(0, doesIt: true);
        await Assert.ThrowsAsync<StoppedException>(() => fixture.RunAsync(command, By(command), "same"));
        fixture.Rows.Reset(null, doesIt: false);
        stored = await fixture.EverythingAsync();
        Assert.True(Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, By(command), "same")).Again);
        Assert.Equal(stored, await fixture.EverythingAsync());
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    private static Actor By(Command command) =>
        command is RemindMeeting or RecalculateMeeting or RecordMeetingKept ? SystemActor.Instance
        : command is CirculateMinutes ? Chair
        : Operations;

    private async Task<AppFixture> BeforeAsync(string name, bool real = false)
    {
        var fixture = real
            ? await emulator.OpenAtAsync($"Meeting|{name}", one => GoBeforeAsync(one, name))
            : await emulator.OpenInMemoryAtAsync($"Meeting|{name}", one => GoBeforeAsync(one, name));
        if (Commands[name].Command is RecordMeetingKept)
        {
            await fixture.KeptFiles.PutAsync(Id, Story.Kept.Documents[0].Sha256, "a"u8.ToArray(), CancellationToken.None);
        }

        return fixture;
    }

    private static async Task GoBeforeAsync(AppFixture fixture, string name)
    {
        await fixture.Group.OpenAsync(CancellationToken.None);
        var (before, command) = Commands[name];
        (Command, Actor)[] waiting =
        [
            (LearningStory.Submit(LearningStory.Complete("rep-acute-trust@people.example")), Referrer),
            (
                new AnswerAsSafeguardingLead(LearningStory.Id, true, ""),
                SafeguardingTeams.Tests.CaseStory.Person("rep-acute-trust", Role.DesignatedSafeguardingLead, Role.Practitioner)
            ),
            (new TriageLearning(LearningStory.Id, LearningWay.NextMeeting, "", false, [], LearningStory.Made), Chair),
        ];
        foreach (var (done, by) in waiting.Concat(before.Select(one => ((Command)one, By(one)))))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(done, by));
        }

        if (command is AddToAgenda)
        {
            Assert.IsType<Outcome.Done>(
                await fixture.RunAsync(
                    CommandRunnerTests.Submit with
                    {
                        CaseId = LearningStory.Made,
                    },
                    SafeguardingTeams.Tests.CaseStory.Referrer
                )
            );
        }

        if (command is RemindMeeting)
        {
            fixture.Clock.Set(new(2026, 12, 3, 10, 0, 0, TimeSpan.Zero));
        }

        if (command is RecalculateMeeting)
        {
            await fixture.Group.RunAsync(
                new AmendBankHolidays(new(2026, 12, 4), true, "Announced."),
                "holiday",
                Operations,
                CancellationToken.None
            );
        }
    }

    private static Actor Referrer =>
        SafeguardingTeams.Tests.CaseStory.Person("the-referrer", Role.Practitioner) with
        {
            AgencyId = "acute-trust",
        };
}
