using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>Actions with a process that ends between any two of its steps: nothing is recorded twice, nobody is left untold (C5).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ActionCrashTests(Emulator emulator)
{
    private const int MostMessages = 4;

    private static readonly RecordRef Id = ActionStory.Id;

    private static readonly Actor Owner = SafeguardingTeams.Tests.CaseStory.Person("records-police", Role.Practitioner) with
    {
        AgencyId = "police",
    };

    private static readonly Actor Chair = AppFixture.Holder(Role.Chair);

    private static readonly Actor Operations = AppFixture.Holder(Role.Operations);

    private static readonly (Command Command, Actor By) Agreed = (
        ActionStory.Agree(ActionStory.Plan(ActionOwner.OfTheFile("records-police"))),
        Operations
    );

    private static readonly (Command Command, Actor By) Reported = (new ReportActionDone(Id, "The protocol.", ""), Owner);

    private static readonly (Command Command, Actor By) Accepted = (new AcceptAction(Id, ""), Chair);

    /// <summary>What was done before, without a crash, and what is done with one; every command of an action but a meeting's.</summary>
    private static readonly Dictionary<string, ((Command Command, Actor By)[] Before, (Command Command, Actor By)[] Steps)> Courses = new()
    {
        ["agreed, and more time"] = (
            [],
            [
                Agreed,
                (new ReportProgress(Id, ProgressState.AtRisk, "The trainer is ill."), Owner),
                (new AskForMoreTime(Id, new(2027, 3, 26), "The trainer is ill."), Owner),
                (new AnswerMoreTime(Id, true, ""), Chair),
            ]
        ),
        ["returned, then accepted"] = ([Agreed], [Reported, (new ReturnAction(Id, "The list is missing."), Chair), Reported, Accepted]),
        ["what it changed, and again"] = (
            [Agreed, Reported, Accepted],
            [
                (new ReportImpact(Id, "Nineteen of twenty."), Owner),
                (new CheckImpact(Id, ImpactFound.Changed, "By the audit."), Operations),
                (new ReopenAction(Id, new(2027, 2, 26), "It came back."), Chair),
            ]
        ),
        ["another owner, withdrawn, ended"] = (
            [Agreed],
            [
                (new ChangeActionOwner(Id, ActionOwner.OfTheFile("rep-schools"), "A new post."), Operations),
                (new WithdrawAction(Id, "Part of another."), Chair),
                (new ReopenAction(Id, new(2027, 2, 26), "It is needed."), Chair),
                (new EndAction(Id, new(2026, 11, 2), "Overtaken."), Operations),
            ]
        ),
        ["entered by hand, and come in"] = (
            [(ActionStory.Agree(ActionStory.Plan(ActionStory.Outside)), Operations)],
            [
                (ActionStory.CameIn, SystemActor.Instance),
                (new ReportProgress(Id, ProgressState.AtRisk, "The trainer is ill."), ActionStory.Guest),
                (new ReportActionDone(Id, "The protocol.", ""), ActionStory.Guest),
                (new ReturnAction(Id, "The list is missing."), Chair),
                (new ChangeActionOwner(Id, ActionOwner.OfTheFile("rep-schools"), "A new post."), Operations),
            ]
        ),
        ["reminded"] = (
            [Agreed],
            [
                (new RecalculateAction(Id), SystemActor.Instance),
                (new SendActionDigest(Id, "records-police", new(2026, 11, 2), [new(Id, ActionStory.Due, false)]), SystemActor.Instance),
                (new RemindAction(Id, Timescales.ActionDue.Id), SystemActor.Instance),
            ]
        ),
    };

    public static TheoryData<string> Names => [.. Courses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_crash_between_any_two_steps_ends_as_if_nothing_had_happened_C5_C19_C20(string course)
    {
        var (smooth, commits) = await PlayAsync(course, stopsAt: null, doesIt: false, stopsAfterMessage: null);
        Assert.Equal(Courses[course].Steps.Length, smooth.Count);
        Assert.Contains("=", smooth[^1], StringComparison.Ordinal);

        // A play ends with the step that was cut off: what is the same then goes on the same.
        void AsIfNothing((List<string> Ends, int Commits) play) => Assert.Equal(smooth[play.Ends.Count - 1], play.Ends[^1]);
        for (var stop = 0; stop < commits; stop++)
        {
            AsIfNothing(await PlayAsync(course, stop, doesIt: false, null));
            AsIfNothing(await PlayAsync(course, stop, doesIt: true, null));
        }

        for (var message = 0; message < MostMessages; message++)
        {
            AsIfNothing(await PlayAsync(course, null, false, message));
        }
    }

    [Fact]
    public void Every_command_of_an_action_has_its_crash()
    {
        var crashed = Courses.Values.SelectMany(course => course.Steps).Select(one => one.Command.Step).ToHashSet();
        // An item's decision is a meeting's command.
        Assert.Equal(
            Step.DecideItem,
            Assert.Single(ActionPermissions.Table.Select(row => row.Step).Distinct(), step => !crashed.Contains(step))
        );
    }

    private async Task<(List<string> Ends, int Commits)> PlayAsync(string course, int? stopsAt, bool doesIt, int? stopsAfterMessage)
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Group.OpenAsync(CancellationToken.None);
        await ActionStandingListTests.ReferredAsync(fixture);
        var (before, steps) = Courses[course];
        foreach (var (command, actor) in before)
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor));
        }

        if (Array.Exists(steps, one => one.Command is RecalculateAction))
        {
            await fixture.Group.RunAsync(
                new AmendBankHolidays(new(2027, 1, 27), true, "Announced."),
                "holiday",
                Operations,
                CancellationToken.None
            );
        }

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        fixture.Messages.Sent.Clear();
        fixture.Rows.Reset(stopsAt, doesIt);
        fixture.Messages.StopsAfter = stopsAfterMessage;
        List<string> ends = [];
        foreach (var ((command, actor), number) in steps.Select((one, number) => (one, number)))
        {
            if (command is RemindAction)
            {
                fixture.Clock.Set(new(2027, 1, 18, 10, 0, 0, TimeSpan.Zero));
            }

            var wasCutOff = await AgainAsync(fixture, async () =>
                Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor, $"{course} {number}"))
            );
            wasCutOff |= await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
            ends.Add(await EndAsync(fixture));
            if (wasCutOff)
            {
                break;
            }
        }

        var commits = fixture.Rows.Commits;
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean, $"{course}, stop {stopsAt}, done {doesIt}");
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        return (ends, commits);
    }

    private static async Task<string> EndAsync(AppFixture fixture)
    {
        var file = (ActionFile)(await StoredRecord.LoadAsync(fixture.Rows, Id, CancellationToken.None)).Record;
        var chats = fixture.Messages.Sent.GroupBy(sent => sent.Chat).OrderBy(group => group.Key, StringComparer.Ordinal);
        return $"{file.Stage} {string.Join(",", file.History.Select(recorded => recorded.Event.GetType().Name))} "
            + $"{string.Join(",", chats.Select(chat => $"{chat.Key}={chat.Last().Summary}"))}";
    }

    /// <summary>As a person who presses again, and a host that is started again: until nothing stops it. Whether something did.</summary>
    private static async Task<bool> AgainAsync(AppFixture fixture, Func<Task> step)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await step();
                if (attempt == 0)
                {
                    return false;
                }
            }
            catch (StoppedException)
            {
                fixture.Rows.StopsAt = null;
                fixture.Messages.StopsAfter = null;
            }

            // What was claimed by the process that ended is free again after a minute.
            fixture.Clock.Set(fixture.Clock.GetUtcNow().AddMinutes(2));
        }

        return true;
    }
}
