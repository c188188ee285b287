using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Flows;

/// <summary>Who is told of what happened: everybody who asked and has a part in it, each once, whatever is cut off.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class FanOutTests(Emulator emulator)
{
    private const int Many = 95;

    [Fact]
    public async Task A_commit_announces_in_one_row_of_its_own_transaction_and_one_that_says_nothing_writes_none()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        Assert.Single(await fixture.RowsAsync(Keys.Announcements));
        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        Assert.Single(await fixture.RowsAsync(Keys.Announcements));
        await fixture.RunAsync(CommandRunnerTests.Submit with { CaseId = CaseStory.OtherId }, CaseStory.Person("other", Role.Practitioner));
        await fixture.RunAsync(new JoinReferrals(CaseStory.OtherId, CaseStory.Id, "The same child."), AppFixture.Holder(Role.MashOfficer));
        Assert.All(await fixture.RowsAsync(Keys.Announcements), row => Assert.NotEmpty(Announcement.Read(row["said"])));
        Assert.True((await fixture.Upkeep.CheckAsync(FlowHands.Stop)).Clean);
        Assert.Equal(3, await fixture.FanOut.RunAsync(FlowHands.Stop));
        Assert.Empty(await fixture.RowsAsync(Keys.Announcements));
        Assert.Empty(await fixture.RowsAsync(Keys.FlowDeliveries));
    }

    [Fact]
    public async Task A_flow_is_told_ids_and_codes_and_where_to_look_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.SubscribeToAllAsync("all", FlowHands.Application);
        await fixture.ReferAsync();
        await fixture.TellAsync();
        var bodies = fixture.Called.Bodies("all").ToList();
        Assert.Equal(
            ["RecordOpened", "StepReached", "TaskAssigned"],
            bodies.Select(body => body.GetProperty("event").GetString()).Distinct().Order().Where(name => name != "TaskCompleted")
        );
        var texts = CaseStory.Complete().Values.Values.Where(text => text.Contains(' ', StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(texts);
        foreach (var body in bodies)
        {
            Assert.Equal($"https://page.example/?open={CaseStory.Id}", body.GetProperty("link").GetString());
            Assert.DoesNotContain(texts, text => body.GetRawText().Contains(text, StringComparison.OrdinalIgnoreCase));
            Assert.All(body.EnumerateObject().Where(one => one.Name is not "link"), one =>
                Assert.Matches(@"\A[A-Za-z0-9.:+-]+\z", one.Value.ToString())
            );
        }

        var task = bodies.First(body => body.GetProperty("event").GetString() == "TaskAssigned");
        Assert.Equal(
            ["id", "event", "kind", "record", "step", "task", "waitsFor", "due", "at", "link"],
            task.EnumerateObject().Select(one => one.Name)
        );
        Assert.Equal(("DecideThreshold", "MashOfficer"), (task.GetProperty("task").GetString(), task.GetProperty("waitsFor").GetString()));
        Assert.All(fixture.Called.Bodies("all").GroupBy(body => body.GetProperty("id").GetString()), one => Assert.Single(one));
    }

    [Fact]
    public async Task A_filter_takes_its_kind_its_step_and_its_task_and_nothing_else()
    {
        using var fixture = await emulator.OpenAsync();
        async Task AddAsync(string flow, FlowFilter filter) =>
            await SubscriptionTests.AddAsync(fixture, FlowHands.Application, filter, flow);
        await AddAsync("step", new(FlowTrigger.StepReached, RecordKind.Case, "AwaitingRecommendation", ""));
        await AddAsync("kind", new(FlowTrigger.StepReached, RecordKind.Review, "", ""));
        await AddAsync("task", new(FlowTrigger.TaskAssigned, null, "", "DecideThreshold"));
        await AddAsync("late", new(FlowTrigger.TaskLate, null, "", ""));
        await fixture.ReferAsync();
        await fixture.TellAsync();
        Assert.Equal(
            (1, 0, 1, 0),
            (
                fixture.Called.Of("step").Count,
                fixture.Called.Of("kind").Count,
                fixture.Called.Of("task").Count,
                fixture.Called.Of("late").Count
            )
        );
    }

    [Fact]
    public async Task Somebody_is_told_what_they_have_a_part_in_and_nothing_before_or_beside_F2()
    {
        using var fixture = await emulator.OpenAsync();
        foreach (var (flow, by) in new[] { ("mash", FlowHands.Mash), ("officer", FlowHands.Officer), ("lead", FlowHands.LeadAuthority) })
        {
            await fixture.SubscribeToAllAsync(flow, by);
        }

        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        await fixture.TellAsync();
        Assert.NotEmpty(fixture.Called.Of("mash"));
        Assert.Empty(fixture.Called.Of("officer"));
        Assert.Empty(fixture.Called.Of("lead"));
        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        await fixture.TellAsync();
        Assert.NotEmpty(fixture.Called.Of("officer"));
        Assert.Empty(fixture.Called.Of("lead"));
        Assert.DoesNotContain(fixture.Called.Bodies("mash"), body =>
            body.TryGetProperty("waitsFor", out var role) && role.GetString() == "Chair"
        );
    }

    [Fact]
    public async Task Who_may_not_come_in_any_more_loses_the_subscription_with_what_waits()
    {
        using var fixture = await emulator.OpenAsync();
        var stranger = FlowHands.Person("stranger", "b2e501c0-7bf1-4d60-a675-000000000000", "11111111-f1d3-4ef3-a380-34c1be5bbcc3");
        await fixture.SubscribeAsync("person", by: stranger);
        await fixture.SubscribeAsync("application", by: new FlowSubscriber.Application("11111111-f1d3-4ef3-a380-34c1be5bbcc3", "x"));
        await fixture.SubscribeAsync("other", by: FlowHands.Person("another-id", "be697212-6d61-4950-a1b7-d4c8018a9fea"));
        await fixture.SubscribeAsync("officer", by: FlowHands.Officer);
        await fixture.ReferAsync();
        await fixture.TellAsync();
        Assert.Equal(
            "operations-officer",
            ((FlowSubscriber.Person)Assert.Single(await fixture.Subscriptions.AllAsync(FlowHands.Stop)).By).PersonId
        );
        Assert.Equal(["officer"], fixture.Called.Tried.Distinct());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Cut_off_between_any_two_writes_every_delivery_is_written_once(bool done)
    {
        using var fixture = await emulator.OpenAtAsync("95 flows", GoThereAsync);
        var whole = await KeysAsync(fixture, null, done);
        Assert.Equal(2 * Many, whole.Count);
        for (var stop = 0; stop < 3; stop++)
        {
            using var again = await emulator.OpenAtAsync("95 flows", GoThereAsync);
            Assert.Equal(whole.Select(Which), (await KeysAsync(again, stop, done)).Select(Which));
        }

        static string Which(string key) => key[(key.IndexOf('|', Keys.FlowDeliveries.Length) + 1)..];
    }

    [Fact]
    public async Task Two_hosts_at_once_write_every_delivery_once_and_in_order()
    {
        using var fixture = await emulator.OpenAtAsync("95 flows", GoThereAsync);
        using var beside = await emulator.OpenBesideAsync(fixture);
        beside.Clock.Set(fixture.Clock.GetUtcNow());
        var taken = 0;
        fixture.Rows.Before = async () => taken += await beside.FanOut.RunAsync(FlowHands.Stop);
        await fixture.FanOut.RunAsync(FlowHands.Stop);
        fixture.Rows.Before = null;
        Assert.True(taken > 0);
        Assert.Empty(await fixture.RowsAsync(Keys.Announcements));
        Assert.Equal(2 * Many, (await fixture.RowsAsync(Keys.FlowDeliveries)).Count);
    }

    /// <summary>A referral that makes two steps, and more who ask for each than a transaction takes.</summary>
    private static async Task GoThereAsync(AppFixture fixture)
    {
        for (var i = 0; i < Many; i++)
        {
            await fixture.SubscribeAsync($"flow{i}");
        }

        await fixture.ReferAsync();
    }

    private static async Task<List<string>> KeysAsync(AppFixture fixture, int? stop, bool done)
    {
        fixture.Rows.Reset(stop, done);
        if (stop is null)
        {
            await fixture.FanOut.RunAsync(FlowHands.Stop);
        }
        else
        {
            await Assert.ThrowsAsync<StoppedException>(() => fixture.FanOut.RunAsync(FlowHands.Stop));
            fixture.Rows.Reset(null, false);
            await fixture.FanOut.RunAsync(FlowHands.Stop);
        }

        Assert.Empty(await fixture.RowsAsync(Keys.Announcements));
        return [.. (await fixture.RowsAsync(Keys.FlowDeliveries)).Select(row => row.Key).Order(StringComparer.Ordinal)];
    }
}
