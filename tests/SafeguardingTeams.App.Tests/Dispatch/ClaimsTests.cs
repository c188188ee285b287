using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>Several effects about one message, several dispatchers: the message is posted once and ends as the case is.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ClaimsTests(Emulator emulator)
{
    [Fact]
    public async Task Another_dispatcher_between_any_two_steps_posts_nothing_twice_and_the_newest_drawing_stays()
    {
        var (smooth, steps) = await PlayAsync(null);
        Assert.True(steps > 8, $"{steps} steps");
        for (var step = 0; step < steps; step++)
        {
            Assert.Equal(smooth, (await PlayAsync(step)).End);
        }
    }

    [Fact]
    public async Task Whoever_comes_second_waits_a_moment_and_has_not_failed()
    {
        using var fixture = await TwiceAsync();
        fixture.Messages.Before = () => fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var waiting = (await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None)).Select(OutboxItem.From).ToList();
        Assert.NotEmpty(waiting);
        Assert.All(waiting, item => Assert.InRange(item.NotBefore - CaseStory.Monday, TimeSpan.Zero, TimeSpan.FromSeconds(10)));
        Assert.All(waiting, item => Assert.Equal((0, false), (item.Attempts, item.OutcomeUnknown)));
    }

    [Fact]
    public async Task Whoever_takes_over_a_message_from_a_dispatcher_that_ended_says_that_it_may_have_come_before()
    {
        using var fixture = await TwiceAsync();
        fixture.Messages.StopsAfter = 0;
        await Assert.ThrowsAsync<StoppedException>(() => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
        fixture.Messages.StopsAfter = null;

        // The effect that was cut off is seen to by hand: the other one, about the same message, is all that is left of it.
        var posted = Assert.Single(fixture.Messages.Sent);
        var claimed = (await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None)).First(row => row["attempts"] == "1");
        await fixture.Rows.CommitAsync([new RowWrite.Delete(claimed.Key)], CancellationToken.None);
        fixture.Clock.Set(CaseStory.Monday.AddMinutes(2));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent.Skip(1), sent =>
            sent.Chat == posted.Chat && sent.Card.Contains("You may have had this message before", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_dispatcher_that_was_away_for_longer_than_its_claim_leaves_no_older_drawing_behind()
    {
        using var fixture = await TwiceAsync();
        var calls = 0;
        fixture.Messages.Before = async () =>
        {
            if (calls++ == 0)
            {
                // The first stands still with the message in its hands; meanwhile the case goes on and somebody else tells it.
                fixture.Clock.Set(CaseStory.Monday.AddMinutes(2));
                await fixture.RunAsync(new Domain.Steps.Referral.WithdrawReferral(CaseStory.Id, "Made by mistake."), CaseStory.Referrer);
                await DrainAsync(fixture);
            }
        };
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        await DrainAsync(fixture);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        Assert.All(fixture.Messages.Sent.GroupBy(sent => sent.Chat), chat =>
            Assert.Contains("withdrawn", chat.Last().Summary, StringComparison.Ordinal)
        );
    }

    private static async Task DrainAsync(AppFixture fixture)
    {
        for (var turn = 0; turn < 20 && await fixture.Dispatcher.WaitingAsync(CancellationToken.None) is { } until; turn++)
        {
            fixture.Clock.Set(until > fixture.Clock.GetUtcNow() ? until : fixture.Clock.GetUtcNow());
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        }
    }

    /// <summary>The other dispatcher comes just before one commit or one message of the first.</summary>
    private async Task<(string End, int Steps)> PlayAsync(int? comesAt)
    {
        // Once on real storage, which the others are to end like.
        using var fixture = await TwiceAsync(comesAt is null ? null : await Emulator.OpenInMemoryAsync());
        var (steps, comes) = (0, false);
        fixture.Rows.Before = fixture.Messages.Before = async () =>
        {
            if (!comes && steps++ == comesAt)
            {
                comes = true;
                await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
                comes = false;
            }
        };
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var taken = steps;
        fixture.Rows.Before = fixture.Messages.Before = null;
        await DrainAsync(fixture);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, CancellationToken.None));
        Assert.All(fixture.Messages.Sent.GroupBy(sent => sent.Chat), chat => Assert.Single(chat, sent => !sent.IsUpdate));
        var notes = await fixture.Rows.ReadAsync("sent|", CancellationToken.None);
        Assert.All(notes, note => Assert.Empty(note["held"]));
        return (
            string.Join(
                ",",
                fixture
                    .Messages.Sent.GroupBy(sent => sent.Chat)
                    .OrderBy(chat => chat.Key, StringComparer.Ordinal)
                    .Select(chat => $"{chat.Key}={chat.Last().Summary}:{chat.Last().Card}")
            ),
            taken
        );
    }

    /// <summary>Two effects for each person, about the same message.</summary>
    private async Task<AppFixture> TwiceAsync(AppFixture? empty = null)
    {
        var fixture = empty ?? await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        Assert.IsType<Outcome.Done>(
            await fixture.RunAsync(
                new Domain.Steps.Referral.ChangeReferral(
                    CaseStory.Id,
                    CaseStory.Complete(),
                    CaseStory.Complete().With("incident", "carer", "The grandmother."),
                    "Learnt today."
                ),
                CaseStory.Referrer
            )
        );
        return fixture;
    }
}
