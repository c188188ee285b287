using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>
/// The app was blocked or removed and nobody said so: the chat is known to be dead by what Teams answers, what was for the person goes by
/// their next way, and the next that comes from the chat revives it. Nothing waits in silence and nothing goes twice.
/// </summary>
public class DeadChatTests
{
    private const string Chair = "a:chair";
    private const string Manager = "a:mash-manager";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Who_blocked_the_app_is_told_by_mail_and_the_chat_is_not_tried_again()
    {
        using var fixture = await SubmittedAsync();
        fixture.Messages.Blocked.Add(Chair);
        await ReachedAsync(fixture);
        Assert.Equal(["OpenThePage Alert.chair."], await MailsAsync(fixture));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop));
        Assert.Equal(1, fixture.Messages.Tried[Chair]);
        Assert.DoesNotContain("chair", await fixture.Chats.ReachableAsync(Stop));
    }

    [Fact]
    public async Task The_persons_other_chat_is_tried_before_a_mail()
    {
        using var fixture = await SubmittedAsync();
        fixture.Messages.Blocked.Add(Chair);
        await fixture.Rows.CommitAsync(
            [new RowWrite.Put("chat|chair|other|account", (OfChair(fixture) with { ConversationId = "a:other" }).Fields())],
            Stop
        );
        await ReachedAsync(fixture);
        Assert.Single(fixture.Messages.Sent, sent => sent.Chat == "a:other");
        Assert.Empty(await MailsAsync(fixture));
    }

    [Fact]
    public async Task What_comes_from_a_dead_chat_revives_it_whichever_process_hears_it()
    {
        using var fixture = await SubmittedAsync();
        fixture.Messages.Blocked.Add(Chair);
        Assert.False(await fixture.Chats.SeenAsync(OfChair(fixture), Stop));
        await ReachedAsync(fixture);
        fixture.Messages.Blocked.Clear();

        // Known as it was, and revived all the same: the mail went, and the message comes too.
        Assert.False(await fixture.Chats.SeenAsync(OfChair(fixture), Stop));
        Assert.Contains("chair", await fixture.Chats.ReachableAsync(Stop));
        await fixture.Dispatcher.DispatchAsync(Stop);
        Assert.Single(fixture.Messages.Sent, sent => sent.Chat == Chair && !sent.IsUpdate);
        Assert.Single(await MailsAsync(fixture));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Mailed("chair"), Stop));
    }

    [Fact]
    public async Task Whom_nothing_reaches_operations_are_told_of_once_a_day()
    {
        using var fixture = await SubmittedAsync(dispatched: false);
        fixture.Messages.Blocked.Add(Manager);
        await fixture.Dispatcher.DispatchAsync(Stop);
        var given = Assert.Single(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop));
        Assert.Equal(("mash-manager", RememberedMessages.WhyBlocked), (given["person"], given["why"]));
        await fixture.Dispatcher.DispatchAsync(Stop);
        await fixture.Chats.PutBackAsync(given, Stop);
        await fixture.Dispatcher.DispatchAsync(Stop);
        await fixture.Dispatcher.DispatchAsync(Stop);
        Assert.Equal(["a:operations-manager", "a:operations-officer"], Alarmed(fixture));

        fixture.Clock.Set(fixture.Clock.GetUtcNow().AddDays(1));
        await fixture.Chats.PutBackAsync(Assert.Single(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop)), Stop);
        await fixture.Dispatcher.DispatchAsync(Stop);
        await fixture.Dispatcher.DispatchAsync(Stop);
        Assert.Equal(4, Alarmed(fixture).Length);
    }

    [Fact]
    public async Task Operations_whose_own_chats_are_dead_hear_of_it_by_mail()
    {
        using var fixture = await SubmittedAsync(dispatched: false);
        fixture.Messages.Blocked.UnionWith([Manager, "a:operations-manager", "a:operations-officer"]);
        await fixture.Dispatcher.DispatchAsync(Stop);
        await fixture.Dispatcher.DispatchAsync(Stop);
        Assert.Equal(
            [
                "OpenThePage Unreached.operations-manager.mash-manager.20261102",
                "OpenThePage Unreached.operations-officer.mash-manager.20261102",
            ],
            await MailsAsync(fixture)
        );
    }

    [Fact]
    public async Task Without_mail_an_alarm_waits_for_the_chat_and_adds_nothing_to_the_list_it_is_about()
    {
        using var fixture = await SubmittedAsync(dispatched: false, hasMail: false);
        fixture.Messages.Blocked.UnionWith([Manager, "a:operations-manager"]);
        await fixture.Dispatcher.DispatchAsync(Stop);
        await fixture.Dispatcher.DispatchAsync(Stop);
        Assert.Equal("ThresholdTask", Assert.Single(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop))["kind"]);
        Assert.Equal("Unreached", Assert.Single(await fixture.Rows.ReadAsync(Keys.Mailed("operations-manager"), Stop))["kind"]);
    }

    [Fact]
    public async Task Teams_that_cannot_be_reached_after_many_tries_is_no_way_either()
    {
        using var fixture = await SubmittedAsync();
        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        fixture.Messages.IsSilent = true;
        for (var hour = 1; hour < 15; hour++)
        {
            fixture.Clock.Set(CaseStory.Monday.AddHours(hour));
            await fixture.Dispatcher.DispatchAsync(Stop);
        }

        Assert.Equal(12, fixture.Messages.Tried[Chair]);
        Assert.Contains("OpenThePage Alert.chair.", await MailsAsync(fixture));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, Stop));
    }

    [Fact]
    public async Task How_a_message_in_a_dead_chat_changes_is_drawn_once_it_lives_again_and_tells_nobody_meanwhile()
    {
        using var fixture = await SubmittedAsync();
        fixture.Messages.Blocked.Add(Manager);
        await fixture.RunAsync(new Domain.Steps.Referral.WithdrawReferral(CaseStory.Id, "Made by mistake."), CaseStory.Referrer);
        foreach (var row in await fixture.Rows.ReadAsync(Keys.Outbox, Stop))
        {
            await fixture.Rows.CommitAsync([new RowWrite.Put(row.Key, (OutboxItem.From(row) with { OnlyIfShown = true }).Fields())], Stop);
        }

        await fixture.Dispatcher.DispatchAsync(Stop);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, Stop));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop));
        Assert.Empty(await MailsAsync(fixture));
        fixture.Messages.Blocked.Clear();
        await fixture.Chats.SeenAsync(ChatOf(fixture, "mash-manager"), Stop);
        await fixture.Dispatcher.DispatchAsync(Stop);
        Assert.Equal([false, true], fixture.Messages.Sent.Where(sent => sent.Chat == Manager).Select(sent => sent.IsUpdate));
    }

    /// <summary>The process ends at every commit and after every message in turn; who is reached, and how, is the same each time.</summary>
    [Fact]
    public async Task A_crash_between_any_two_steps_loses_nothing_and_sends_nothing_twice()
    {
        var (smooth, commits, messages) = await PlayAsync(null, doesIt: false, null);
        Assert.Contains("Alert.chair.", smooth, StringComparison.Ordinal);
        Assert.Contains("Somebody could not be reached", smooth, StringComparison.Ordinal);
        Assert.Contains("ThresholdTask mash-manager", smooth, StringComparison.Ordinal);
        for (var stop = 0; stop < commits; stop++)
        {
            Assert.Equal((stop, smooth), (stop, (await PlayAsync(stop, doesIt: false, null)).End));
            Assert.Equal((stop, smooth), (stop, (await PlayAsync(stop, doesIt: true, null)).End));
        }

        for (var message = 0; message < messages; message++)
        {
            Assert.Equal((message, smooth), (message, (await PlayAsync(null, doesIt: false, message)).End));
        }
    }

    private static async Task<(string End, int Commits, int Messages)> PlayAsync(int? stopsAt, bool doesIt, int? stopsAfter)
    {
        using var fixture = await SubmittedAsync(dispatched: false);
        fixture.Messages.Blocked.UnionWith([Manager, Chair]);
        fixture.Rows.Reset(stopsAt, doesIt);
        fixture.Messages.StopsAfter = stopsAfter;
        foreach (var step in (Command?[])[null, CommandRunnerTests.Response, CommandRunnerTests.Reached])
        {
            await AgainAsync(fixture, async () =>
            {
                if (step is not null)
                {
                    await fixture.RunAsync(step, AppFixture.Holder(Role.MashOfficer), step.GetType().Name);
                }
            });
            await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(Stop));
            await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(Stop));
        }

        var (commits, messages) = (fixture.Rows.Commits, fixture.Messages.Sent.Count);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, Stop));
        var posts = fixture.Messages.Sent.Where(sent => !sent.IsUpdate).GroupBy(sent => (sent.Chat, sent.Summary)).ToList();
        Assert.All(posts.SelectMany(post => post.Skip(1)), again =>
            Assert.Contains("You may have had this message before", again.Card, StringComparison.Ordinal)
        );
        var parked = (await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop)).Select(row => $"{row["kind"]} {row["person"]}");
        return (
            string.Join(
                "; ",
                posts.Select(post => $"{post.Key}").Concat(parked).Concat(await MailsAsync(fixture)).Order(StringComparer.Ordinal)
            ),
            commits,
            messages
        );
    }

    private static async Task AgainAsync(AppFixture fixture, Func<Task> step)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await step();
                if (attempt == 0)
                {
                    return;
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
    }

    private static async Task<AppFixture> SubmittedAsync(bool dispatched = true, bool hasMail = true)
    {
        var fixture = await AppFixture.OpenAsync(new MemoryRows(), hasMail: hasMail);
        await fixture.EverybodyHasTheAppAsync();
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        if (dispatched)
        {
            await fixture.Dispatcher.DispatchAsync(Stop);
        }

        return fixture;
    }

    private static async Task ReachedAsync(AppFixture fixture)
    {
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer)));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer)));
        await fixture.Dispatcher.DispatchAsync(Stop);
        await fixture.Dispatcher.DispatchAsync(Stop);
    }

    private static string[] Alarmed(AppFixture fixture) =>
        [
            .. fixture
                .Messages.Sent.Where(sent => sent.Summary.EndsWith("Somebody could not be reached", StringComparison.Ordinal))
                .Select(sent => sent.Chat)
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<IReadOnlyList<string>> MailsAsync(AppFixture fixture) =>
        [
            .. (await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop))
                .Select(ReconcileJob.From)
                .Where(job => job.Detail == nameof(MailKind.OpenThePage))
                .Select(job => $"{job.Detail} {job.About}")
                .Order(StringComparer.Ordinal),
        ];

    private static Chat OfChair(AppFixture fixture) => ChatOf(fixture, "chair");

    private static Chat ChatOf(AppFixture fixture, string personId) =>
        fixture.Get<App.Configuration.PartnershipFile>().People.First(person => person.Id == personId).Accounts[0] is var account
            ? new(account.TenantId, account.ObjectId, $"a:{personId}", "https://smba.trafficmanager.net/uk/", "28:bot", $"29:{personId}")
            : throw new InvalidOperationException();
}
