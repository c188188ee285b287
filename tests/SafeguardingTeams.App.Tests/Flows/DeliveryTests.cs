using System.Diagnostics;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Flows;

/// <summary>What flows are told arrives, once at least and in order, whatever the flow or its neighbours do.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class DeliveryTests(Emulator emulator)
{
    private static readonly FlowCall Broken = new FlowCall.Failed("It answered with 500.", null);

    [Fact]
    public async Task A_flow_that_is_there_is_told_once_in_order()
    {
        using var fixture = await TwoStepsAsync("a");
        await fixture.TellAsync();
        Assert.Equal([$"{CaseStory.Id}.1.1", $"{CaseStory.Id}.3.0"], fixture.Called.Of("a"));
        await fixture.TellForAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, fixture.Called.Tried.Count);
        Assert.Empty(await fixture.RowsAsync("hook"));
    }

    [Fact]
    public async Task A_flow_that_answers_500_for_a_day_is_told_everything_afterwards_in_order_and_nobody_else_waits()
    {
        using var fixture = await TwoStepsAsync("a", "b");
        fixture.Called.Answers["a"] = () => Broken;
        await fixture.TellAsync();
        Assert.Equal(2, fixture.Called.Of("b").Count);

        // The second is not tried while the first has not arrived.
        Assert.Equal(1, fixture.Called.Tried.Count(flow => flow == "a"));
        Assert.Equal(2, (await fixture.RowsAsync(Keys.FlowDeliveries)).Count);
        await fixture.TellForAsync(TimeSpan.FromDays(1));
        Assert.InRange(fixture.Called.Tried.Count(flow => flow == "a"), 90, 200);
        Assert.Empty(fixture.Called.Of("a"));
        fixture.Called.Answers.Clear();
        await fixture.TellForAsync(TimeSpan.FromHours(1));
        Assert.Equal(fixture.Called.Of("b"), fixture.Called.Of("a"));
        Assert.Equal(2, fixture.Called.Of("a").Count);
        Assert.Empty(await fixture.RowsAsync(Keys.DeadLetteredFlows));
    }

    [Fact]
    public async Task After_three_days_operations_see_it_by_its_reference_and_can_have_it_tried_again()
    {
        using var fixture = await TwoStepsAsync("a");
        fixture.Called.Answers["a"] = () => Broken;
        await fixture.TellForAsync(TimeSpan.FromDays(2.9));
        Assert.Empty(await fixture.RowsAsync(Keys.DeadLetteredFlows));
        await fixture.TellForAsync(TimeSpan.FromHours(4));
        Assert.Equal(2, (await fixture.RowsAsync(Keys.DeadLetteredFlows)).Count);
        Assert.Empty(await fixture.RowsAsync(Keys.FlowDeliveries));
        var card = await CardAsync(fixture);
        Assert.Contains("A flow's notification", card, StringComparison.Ordinal);
        Assert.Contains(CaseStory.Id.Value, card, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", card, StringComparison.Ordinal);

        // Tried again it comes back while the flow is as it was, and is done when it is not.
        await fixture.DeadLetteredFlows.RetryAsync(FlowHands.Stop);
        await fixture.TellForAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, (await fixture.RowsAsync(Keys.DeadLetteredFlows)).Count);
        fixture.Called.Answers.Clear();
        await fixture.DeadLetteredFlows.RetryAsync(FlowHands.Stop);
        await fixture.TellForAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, fixture.Called.Of("a").Count);
        Assert.Empty(await fixture.RowsAsync("hook"));
    }

    [Fact]
    public async Task What_nobody_needs_any_more_is_taken_off_the_list()
    {
        using var fixture = await TwoStepsAsync("a");
        fixture.Called.Answers["a"] = () => Broken;
        await fixture.TellForAsync(TimeSpan.FromDays(4));
        var row = (await fixture.RowsAsync(Keys.DeadLetteredFlows))[0];
        Assert.False(await fixture.DeadLetteredFlows.ForgetAsync($"{Keys.AllCases}x", FlowHands.Stop));
        Assert.True(await fixture.DeadLetteredFlows.ForgetAsync(row.Key, FlowHands.Stop));
        Assert.Single(await fixture.RowsAsync(Keys.DeadLetteredFlows));
    }

    [Fact]
    public async Task A_flow_that_hangs_keeps_nobody_waiting_and_is_told_later()
    {
        using var fixture = await TwoStepsAsync("slow", "b");
        fixture.Called.Hanging["slow"] = true;
        await fixture.FanOut.RunAsync(FlowHands.Stop);
        await fixture.Flows.StartAsync(FlowHands.Stop);
        await Testing.Until.SoAsync(() => fixture.Called.Of("b").Count == 2, "the other flow was told");

        // The call is in hand still, or has just run out of its second.
        var began = Stopwatch.GetTimestamp();
        await fixture.Flows.EndedAsync();
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
        Assert.Equal(2, (await fixture.RowsAsync(Keys.FlowDeliveries)).Count);
        fixture.Called.Hanging.Clear();
        await fixture.TellForAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(fixture.Called.Of("b"), fixture.Called.Of("slow"));
    }

    [Fact]
    public async Task A_flow_that_is_gone_loses_its_subscription_and_what_waits_for_it_and_no_other_does()
    {
        using var fixture = await TwoStepsAsync("a", "b");
        fixture.Called.Answers["a"] = () => new FlowCall.Gone();
        await fixture.TellAsync();
        Assert.Equal(1, fixture.Called.Tried.Count(flow => flow == "a"));
        Assert.Equal(RememberedCallbacks.Address("b"), Assert.Single(await fixture.Subscriptions.AllAsync(FlowHands.Stop)).Callback);
        Assert.Empty(await fixture.RowsAsync("hook"));
        Assert.Equal(2, fixture.Called.Of("b").Count);
    }

    [Theory]
    [InlineData(600, 600)]
    [InlineData(0, 5)]
    [InlineData(-50, 5)]
    [InlineData(86400, 3600)]
    public async Task Whoever_asks_to_be_called_later_is_within_limits(int asked, int waited)
    {
        using var fixture = await TwoStepsAsync("a");
        fixture.Called.Answers["a"] = () => new FlowCall.Failed("It answered with 429.", TimeSpan.FromSeconds(asked));
        await fixture.TellAsync();
        var until = (await fixture.Flows.WaitingAsync(FlowHands.Stop))!.Value;
        Assert.InRange((fixture.Clock.GetUtcNow() - until).TotalSeconds, -waited, 1 - waited);
        fixture.Clock.Set(until.AddSeconds(-1));
        await fixture.TellAsync();
        Assert.Single(fixture.Called.Tried);
        fixture.Called.Answers.Clear();
        fixture.Clock.Set(until);
        await fixture.TellAsync();
        Assert.Equal(2, fixture.Called.Of("a").Count);
    }

    [Fact]
    public async Task Whoever_has_lost_their_part_while_it_waited_is_told_nothing_more_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.SubscribeAsync("referrer", by: FlowHands.Mash);
        await fixture.ReferAsync();
        fixture.Called.Answers["referrer"] = () => Broken;
        await fixture.TellAsync();

        // As if the case were another's meanwhile: nothing is left of it under that reference.
        foreach (var row in await fixture.RowsAsync(Keys.Record(CaseStory.Id)))
        {
            await fixture.Rows.CommitAsync([new RowWrite.Delete(row.Key)], FlowHands.Stop);
        }

        fixture.Called.Answers.Clear();
        await fixture.TellForAsync(TimeSpan.FromHours(1));
        Assert.Empty(fixture.Called.Of("referrer"));
        Assert.Empty(await fixture.RowsAsync("hook"));
        Assert.Single(await fixture.Subscriptions.AllAsync(FlowHands.Stop));
    }

    [Fact]
    public async Task A_subscription_that_is_taken_back_takes_what_waits_along()
    {
        using var fixture = await emulator.OpenAsync();
        var (id, _) = await fixture.SubscribeAsync("a");
        await fixture.ReferAsync();
        await fixture.FanOut.RunAsync(FlowHands.Stop);
        Assert.Equal(2, (await fixture.RowsAsync(Keys.FlowDeliveries)).Count);
        Assert.True(await fixture.Subscriptions.RemoveAsync(FlowHands.Application, id, FlowHands.Stop));
        Assert.Empty(await fixture.RowsAsync("hook"));
        await fixture.TellAsync();
        Assert.Empty(fixture.Called.Tried);
    }

    [Theory]
    [InlineData(0, false, 2)]
    [InlineData(0, true, 2)]
    [InlineData(1, false, 3)]
    [InlineData(1, true, 2)]
    [InlineData(2, false, 2)]
    [InlineData(3, false, 3)]
    [InlineData(3, true, 2)]
    public async Task Cut_off_between_any_two_writes_nothing_is_lost_and_what_comes_twice_says_so(int stop, bool done, int calls)
    {
        using var fixture = await TwoStepsAsync("a");
        await fixture.FanOut.RunAsync(FlowHands.Stop);
        fixture.Rows.Reset(stop, done);
        await fixture.Flows.RunAsync(FlowHands.Stop);
        fixture.Rows.Reset(null, false);
        fixture.Clock.Set(fixture.Clock.GetUtcNow().AddMinutes(2));
        await fixture.TellAsync();
        Assert.Equal(calls, fixture.Called.Of("a").Count);
        Assert.Equal([$"{CaseStory.Id}.1.1", $"{CaseStory.Id}.3.0"], fixture.Called.Of("a").Distinct());
        Assert.Empty(await fixture.RowsAsync("hook"));
    }

    [Fact]
    public async Task Of_two_hosts_at_once_one_calls()
    {
        using var fixture = await TwoStepsAsync("a", "b", "c");
        using var beside = await emulator.OpenBesideAsync(fixture);
        beside.Clock.Set(fixture.Clock.GetUtcNow());
        await Task.WhenAll(fixture.TellAsync(), beside.TellAsync());
        await fixture.TellForAsync(TimeSpan.FromMinutes(2));
        foreach (var flow in new[] { "a", "b", "c" })
        {
            Assert.Equal(2, fixture.Called.Of(flow).Count + beside.Called.Of(flow).Count);
        }
    }

    [Fact]
    public async Task An_address_that_may_not_be_called_any_more_is_not_called()
    {
        using var fixture = await TwoStepsAsync("a");
        var row = Assert.Single(await fixture.RowsAsync(Keys.Subscriptions));
        var fields = row.Fields.Where(field => field.Key != "Timestamp").ToDictionary();
        fields["callback"] = "https://a.elsewhere.example/?sig=SECRET";
        await fixture.Rows.CommitAsync([new RowWrite.Put(row.Key, fields)], FlowHands.Stop);
        await fixture.TellAsync();
        Assert.Empty(fixture.Called.Tried);
        Assert.All(await fixture.RowsAsync(Keys.DeadLetteredFlows), one =>
            Assert.DoesNotContain("SECRET", one["why"] + one.Key, StringComparison.Ordinal)
        );
        Assert.Equal(2, (await fixture.RowsAsync(Keys.DeadLetteredFlows)).Count);
    }

    [Fact]
    public async Task Who_waits_for_one_question_is_told_its_answers_once_and_is_done()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.ReferAsync();
        var end = await fixture.Subscriptions.WaitAsync(
            FlowHands.Mash,
            CaseStory.Id,
            "q1",
            RememberedCallbacks.Address("a"),
            FlowHands.Stop
        );
        Assert.False(Assert.IsType<SubscribeEnd.Done>(end).Again);
        var again = await fixture.Subscriptions.WaitAsync(
            FlowHands.Mash,
            CaseStory.Id,
            "q1",
            RememberedCallbacks.Address("a"),
            FlowHands.Stop
        );
        Assert.Equal(((SubscribeEnd.Done)end) with { Again = true }, again);
        await fixture.TellAsync();
        Assert.Empty(fixture.Called.Tried);
        FlowVote vote = new("LeadPolice", 1, fixture.Clock.GetUtcNow());
        Assert.Equal(0, await fixture.Subscriptions.AnswerAsync(CaseStory.Id, "q2", 1, [vote], true, FlowHands.Stop));
        Assert.Equal(1, await fixture.Subscriptions.AnswerAsync(CaseStory.Id, "q1", 1, [vote], true, FlowHands.Stop));
        Assert.Equal(0, await fixture.Subscriptions.AnswerAsync(CaseStory.Id, "q1", 1, [vote], true, FlowHands.Stop));
        await fixture.TellAsync();
        var body = Assert.Single(fixture.Called.Bodies("a"));
        Assert.Equal((1, true), (body.GetProperty("question").GetInt32(), body.GetProperty("complete").GetBoolean()));
        Assert.Equal("LeadPolice", body.GetProperty("answers")[0].GetProperty("role").GetString());
        Assert.Empty(await fixture.RowsAsync("subscri"));
        Assert.Empty(await fixture.RowsAsync("hook"));
    }

    /// <summary>A referral with two steps, and flows that asked for steps.</summary>
    private async Task<AppFixture> TwoStepsAsync(params string[] flows)
    {
        var fixture = await emulator.OpenAsync();
        foreach (var flow in flows)
        {
            await fixture.SubscribeAsync(flow);
        }

        await fixture.ReferAsync();
        return fixture;
    }

    private static async Task<string> CardAsync(AppFixture fixture)
    {
        var action = new CardAction(
            new("0b64d988-f1d3-4ef3-a380-34c1be5bbcc3", "be697212-6d61-4950-a1b7-d4c8018a9fea"),
            "",
            Presentation.Cards.Verbs.DeadLettered,
            new Dictionary<string, string>(),
            "press"
        );
        var card = Assert.IsType<CardReply.Card>(await fixture.Cards.AnswerAsync(action, FlowHands.Stop));
        return System.Text.Encoding.UTF8.GetString(card.Json.Span);
    }
}
