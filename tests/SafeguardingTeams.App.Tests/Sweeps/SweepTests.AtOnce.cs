using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Sweeps;

/// <summary>Several at once, and crashes.</summary>
public partial class SweepTests
{
    [Fact]
    public async Task Two_timer_hosts_and_the_fallback_at_once_killed_at_random_chase_nothing_twice_and_miss_nothing()
    {
        using var first = await ReceivedAsync();
        var ids = new List<CaseId> { CaseStory.Id };
        for (var n = 0; n < 12; n++)
        {
            ids.Add(CaseId.Parse($"GSCP-{CaseId.Alphabet[n]}222-9999"));
            await first.RunAsync(CommandRunnerTests.Submit with { CaseId = ids[^1] }, CaseStory.Referrer);
        }

        using var second = await emulator.OpenBesideAsync(first);
        using var third = await emulator.OpenBesideAsync(first);
        AppFixture[] hosts = [first, second, third];
        var random = new Random(20261103);
        foreach (var at in new[] { Tuesday, Tuesday.AddDays(1), Tuesday.AddDays(2) })
        {
            for (var round = 0; round < 6; round++)
            {
                foreach (var host in hosts)
                {
                    host.Clock.Set(at);
                    host.Rows.Reset(round == 5 ? null : random.Next(0, 9), doesIt: random.Next(2) == 0);
                }

                await Task.WhenAll(
                    hosts.Select(async host =>
                    {
                        try
                        {
                            await host.Sweep.RunAsync(CancellationToken.None);
                        }
                        catch (StoppedException)
                        {
                            // Killed; the next round is the next tick.
                        }
                    })
                );
            }
        }

        foreach (var id in ids)
        {
            var file = (await StoredCase.LoadAsync(first.Rows, id, CancellationToken.None)).File;
            var chased = file.History.Select(recorded => recorded.Event).OfType<DeadlineChased>().ToList();
            Assert.Equal(chased.Count, chased.DistinctBy(one => (one.TimescaleId, one.Index)).Count());
            Assert.All(file.Clocks, clock => Assert.True(clock.NextChase is not { } next || next.At > Tuesday.AddDays(2)));
            Assert.All(chased, one => Assert.Equal(0, one.TimescaleId == Timescales.AlertRead.Id ? 0 : one.Missed));
        }

        Assert.True((await first.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Three_leads_at_once_with_a_timer_running_are_each_recorded_once()
    {
        using var fixture = await ReceivedAsync();
        await fixture.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), AppFixture.Holder(Role.Chair));
        using var timers = await emulator.OpenBesideAsync(fixture);
        fixture.Clock.Set(Tuesday);
        timers.Clock.Set(Tuesday);
        var sweeps = Enumerable.Range(0, 3).Select(_ => timers.Sweep.RunAsync(CancellationToken.None)).ToList();
        var leads = Partners
            .Leads.Select(lead => fixture.RunAsync(new DecideAsPartner(CaseStory.Id, 1, true, ""), AppFixture.Holder(lead)))
            .ToList();
        var outcomes = await Task.WhenAll(leads);
        await Task.WhenAll(sweeps);
        Assert.All(outcomes, outcome => Assert.IsType<Outcome.Done>(outcome));
        var file = await fixture.FileAsync();
        Assert.Equal(3, file.History.Count(recorded => recorded.Event is PartnerDecided));
        Assert.Equal(PartnersView.Met, file.PartnersView);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    /// <summary>
    /// Stopped at every commit of a sweep and the dispatch after it, before and after it is done, and after every message.
    /// </summary>
    [Fact]
    public async Task A_crash_between_any_two_steps_of_a_sweep_ends_as_if_nothing_had_happened()
    {
        var (smooth, commits, messages) = await PlayAsync(null, false, null);
        Assert.True(commits > 6 && messages >= 3, $"{commits} commits, {messages} messages");
        for (var stop = 0; stop < commits; stop++)
        {
            Assert.Equal(smooth, (await PlayAsync(stop, false, null)).End);
            Assert.Equal(smooth, (await PlayAsync(stop, true, null)).End);
        }

        for (var message = 0; message < messages; message++)
        {
            Assert.Equal(smooth, (await PlayAsync(null, false, message)).End);
        }

        async Task<(string End, int Commits, int Messages)> PlayAsync(int? stopsAt, bool doesIt, int? stopsAfter)
        {
            // Once on real storage, which the others are to end like.
            using var fixture = await ReceivedAsync(stopsAt is null && stopsAfter is null ? null : await Emulator.OpenInMemoryAsync());
            await fixture.EverybodyHasTheAppAsync();
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            await fixture.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), AppFixture.Holder(Role.Chair));
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            fixture.Clock.Set(Tuesday);
            var before = fixture.Messages.Sent.Count;
            fixture.Rows.Reset(stopsAt, doesIt);
            fixture.Messages.StopsAfter = stopsAfter + before;
            for (var tick = 0; tick < 4; tick++)
            {
                fixture.Clock.Set(Tuesday.AddMinutes(2 * tick));
                foreach (
                    var sweep in new Func<Task>[]
                    {
                        () => fixture.Sweep.RunAsync(CancellationToken.None),
                        () => fixture.Dispatcher.DispatchAsync(CancellationToken.None),
                    }
                )
                {
                    try
                    {
                        await sweep();
                    }
                    catch (StoppedException)
                    {
                        fixture.Messages.StopsAfter = null;
                    }
                }
            }

            var commitsMade = fixture.Rows.Commits;
            Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
            Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
            var sent = fixture.Messages.Sent.Skip(before).ToList();
            Assert.All(
                sent.GroupBy(one => (one.Chat, one.Summary))
                    .Where(posts => posts.Count(post => !post.IsUpdate) > 1)
                    .SelectMany(posts => posts.Skip(1)),
                post => Assert.Contains("You may have had this message before", post.Card, StringComparison.Ordinal)
            );
            var reminders = sent.Select(one => $"{one.Chat}={one.Summary}").Distinct().Order(StringComparer.Ordinal);
            return (
                $"{string.Join(",", (await fixture.FileAsync()).History.Select(recorded => recorded.Event.GetType().Name))} "
                    + $"{string.Join(",", reminders)}",
                commitsMade,
                sent.Count
            );
        }
    }
}
