using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

[Trait(Needs.Name, Needs.Emulator)]
public class DispatcherTests(Emulator emulator)
{
    [Fact]
    public async Task Everybody_who_is_to_be_told_is_told_once_and_their_message_then_follows_the_case()
    {
        using var fixture = await SubmittedAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Equal(["a:mash-manager", "a:mash-officer", "a:the-referrer"], fixture.Messages.Sent.Select(sent => sent.Chat).Order());
        Assert.Equal(0, await fixture.Dispatcher.DispatchAsync(CancellationToken.None));

        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var later = fixture.Messages.Sent.Skip(3).ToList();
        Assert.Equal(
            ["a:authority-notifier", "a:chair", "a:operations-manager", "a:operations-officer"],
            later.Where(sent => !sent.IsUpdate).Select(sent => sent.Chat).Order()
        );
        Assert.Equal(
            ["a:mash-manager", "a:mash-officer", "a:the-referrer"],
            later.Where(sent => sent.IsUpdate).Select(sent => sent.Chat).Order()
        );
        Assert.All(fixture.Messages.Sent, sent => Assert.StartsWith(CaseStory.Id.Value, sent.Summary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_app_is_parked_where_operations_see_it_and_is_sent_when_the_app_comes()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Empty(fixture.Messages.Sent);
        var deadLettered = await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, CancellationToken.None);
        Assert.Equal(3, deadLettered.Count);
        Assert.All(deadLettered, row => Assert.Equal("The app is not installed for this person in Teams.", row["why"]));

        await fixture.EverybodyHasTheAppAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Equal(
            ["a:mash-manager", "a:mash-officer", "a:operations-manager", "a:operations-officer"],
            fixture.Messages.Sent.Select(sent => sent.Chat).Order()
        );
        Assert.Equal(
            "the-referrer",
            Assert.Single(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, CancellationToken.None))["person"]
        );
        Assert.All(fixture.Messages.Sent.Where(sent => sent.Chat.StartsWith("a:operations", StringComparison.Ordinal)), alarm =>
            Assert.EndsWith("Somebody could not be reached", alarm.Summary, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Busy_means_later_and_a_lost_answer_is_said_on_the_next_message()
    {
        using var fixture = await SubmittedAsync();
        fixture.Messages.Answers.Enqueue(_ => new PostResult.Later(TimeSpan.FromSeconds(5), OutcomeUnknown: false));
        fixture.Messages.Answers.Enqueue(_ => new PostResult.Later(TimeSpan.FromSeconds(5), OutcomeUnknown: true));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Single(fixture.Messages.Sent);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Single(fixture.Messages.Sent);
        fixture.Clock.Set(CaseStory.Monday.AddSeconds(30));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Equal(3, fixture.Messages.Sent.Count);
        Assert.Single(fixture.Messages.Sent, sent => sent.Card.Contains("You may have had this message before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Teams_refuses_is_parked_with_the_reason_and_what_never_ends_too()
    {
        using var fixture = await SubmittedAsync();
        fixture.Messages.Answers.Enqueue(_ => new PostResult.Refused("Blocked."));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Equal("Blocked.", Assert.Single(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, CancellationToken.None))["why"]);

        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        fixture.Messages.IsSilent = true;
        for (var i = 0; i < 13; i++)
        {
            fixture.Clock.Set(CaseStory.Monday.AddHours(i + 1));
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        }

        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        var given = await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, CancellationToken.None);
        Assert.Equal(6, given.Select(row => row["person"]).Distinct().Count());
        Assert.Single(await fixture.Rows.ReadAsync("mailed|", CancellationToken.None), row => row["kind"] != "Unreached");
        Assert.All(given.Where(row => row["why"] != "Blocked."), row =>
            Assert.Equal("Teams could not be reached after several tries.", row["why"])
        );
    }

    [Fact]
    public async Task A_message_that_was_deleted_in_Teams_is_posted_anew()
    {
        using var fixture = await SubmittedAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        await fixture.RunAsync(new Domain.Steps.Referral.WithdrawReferral(CaseStory.Id, "Made by mistake."), CaseStory.Referrer);
        fixture.Messages.Answers.Enqueue(isUpdate => isUpdate ? new PostResult.NotFound() : new PostResult.Delivered("x"));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, CancellationToken.None));
        Assert.Equal(1, fixture.Messages.Sent.Skip(3).Count(sent => !sent.IsUpdate));
    }

    [Fact]
    public async Task The_referrer_shown_a_decision_below_the_threshold_is_recorded_as_told_once()
    {
        using var fixture = await SubmittedAsync();
        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(new DecideThreshold(CaseStory.Id, false, "No serious harm."), AppFixture.Holder(Role.MashOfficer));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var file = await fixture.FileAsync();
        Assert.Equal("by a card in Teams", file.ReferrerTold!.How);
        Assert.Equal("system", Assert.Single(file.History, recorded => recorded.Event is ReferrerTold).By.PersonId);
    }

    [Fact]
    public async Task Two_dispatchers_at_once_send_nothing_twice()
    {
        using var fixture = await SubmittedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fixture.Dispatcher.DispatchAsync(CancellationToken.None)));
        Assert.Equal(3, fixture.Messages.Sent.Count);
    }

    /// <summary>
    /// The process ends at every commit in turn, before or after it is done, from the submission to the last dispatch; it is
    /// started again, and the end is the same: each effect once, or, for a message whose fate was unknown, said to be
    /// possibly repeated.
    /// </summary>
    [Fact]
    public async Task A_crash_between_any_two_steps_ends_as_if_nothing_had_happened()
    {
        var (smooth, commits) = await PlayAsync(stopsAt: null, doesIt: false, stopsAfterMessage: null);
        for (var stop = 0; stop < commits; stop++)
        {
            Assert.Equal(smooth, (await PlayAsync(stop, doesIt: false, null)).End);
            Assert.Equal(smooth, (await PlayAsync(stop, doesIt: true, null)).End);
        }

        for (var message = 0; message < 6; message++)
        {
            Assert.Equal(smooth, (await PlayAsync(null, false, message)).End);
        }
    }

    private async Task<(string End, int Commits)> PlayAsync(int? stopsAt, bool doesIt, int? stopsAfterMessage)
    {
        // Once on real storage, which the others are to end like.
        using var fixture = stopsAt is null && stopsAfterMessage is null ? await emulator.OpenAsync() : await Emulator.OpenInMemoryAsync();
        await fixture.EverybodyHasTheAppAsync();
        fixture.Rows.Reset(stopsAt, doesIt);
        fixture.Messages.StopsAfter = stopsAfterMessage;
        (Command, Actor, string)[] steps =
        [
            (CommandRunnerTests.Submit, CaseStory.Referrer, "one"),
            (CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer), "two"),
            (new DecideThreshold(CaseStory.Id, false, "No serious harm."), AppFixture.Holder(Role.MashOfficer), "three"),
        ];
        foreach (var (command, actor, id) in steps)
        {
            await AgainAsync(fixture, () => fixture.RunAsync(command, actor, id));
            await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
        }

        var commits = fixture.Rows.Commits;
        var report = await fixture.Upkeep.CheckAsync(CancellationToken.None);
        Assert.True(report.Clean, $"stop {stopsAt}, done {doesIt}");
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        var file = await fixture.FileAsync();
        var chats = fixture.Messages.Sent.GroupBy(sent => sent.Chat).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (
            var posts in chats
                .SelectMany(chat => chat.Where(sent => !sent.IsUpdate).GroupBy(sent => sent.Summary))
                .Select(posts => posts.ToList())
                .Where(posts => posts.Count > 1)
        )
        {
            Assert.All(posts.Skip(1), post => Assert.Contains("You may have had this message before", post.Card, StringComparison.Ordinal));
        }

        return (
            $"{file.Stage} {string.Join(",", file.History.Select(recorded => recorded.Event.GetType().Name))} "
                + $"{string.Join(",", chats.Select(chat => $"{chat.Key}={chat.Last().Summary}"))}",
            commits
        );
    }

    /// <summary>As a person who presses again, and a host that is started again: until nothing stops it.</summary>
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

    private async Task<AppFixture> SubmittedAsync()
    {
        var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        return fixture;
    }
}
