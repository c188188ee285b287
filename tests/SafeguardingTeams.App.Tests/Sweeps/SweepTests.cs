using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Recounting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Sweeps;

/// <summary>The clock table's footnote, driven by the sweep over real storage.</summary>
public class SweepTests(Emulator emulator)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Reminders_go_to_the_right_person_once_and_lateness_to_the_next_each_working_day()
    {
        using var shelf = await ReceivedAsync();
        await shelf.EverybodyHasTheAppAsync();
        var told = new List<string>();
        for (var at = CaseStory.Monday.AddMinutes(30); at < CaseStory.Monday.AddDays(14); at += TimeSpan.FromMinutes(30))
        {
            shelf.Clock.Set(at);
            await shelf.Sweep.RunAsync(CancellationToken.None);
            var before = shelf.Messages.Sent.Count;
            await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
            told.AddRange(shelf.Messages.Sent.Skip(before).Where(sent => !sent.IsUpdate && (sent.Summary.Contains("Late", StringComparison.Ordinal) || sent.Summary.Contains("Due", StringComparison.Ordinal)))
                .Select(sent => $"{London.Local(at):dd HH:mm} {sent.Chat[2..]}: {sent.Summary[16..]}"));
        }

        Assert.Equal(
            [
                "02 11:30 operations-manager: Late: operations to ring the Chair, who has not opened the alert", "02 11:30 operations-officer: Late: operations to ring the Chair, who has not opened the alert",
                "03 09:00 chair: Due today: Chair to inform the three leads",
                "04 09:00 chair: Late: Chair to inform the three leads",
                "05 09:00 operations-manager: Late: Chair to inform the three leads", "05 09:00 operations-officer: Late: Chair to inform the three leads",
                "06 09:00 authority-notifier: Due the next working day: local authority to decide on the notification, send it and record it", "06 09:00 chair: Due the next working day: Chair to record the recommendation",
                "09 09:00 authority-notifier: Due today: local authority to decide on the notification, send it and record it", "09 09:00 chair: Due today: Chair to record the recommendation",
                "10 09:00 authority-notifier: Late: local authority to decide on the notification, send it and record it", "10 09:00 chair: Late: Chair to record the recommendation",
                "11 09:00 chair: Late: local authority to decide on the notification, send it and record it",
                "11 09:00 lead-authority: Late: Chair to record the recommendation", "11 09:00 lead-authority: Late: local authority to decide on the notification, send it and record it",
                "11 09:00 lead-health: Late: Chair to record the recommendation", "11 09:00 lead-health: Late: local authority to decide on the notification, send it and record it",
                "11 09:00 lead-police: Late: Chair to record the recommendation", "11 09:00 lead-police: Late: local authority to decide on the notification, send it and record it",
            ],
            told.Order(StringComparer.Ordinal));
        Assert.True((await shelf.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Theory]
    [InlineData("2026-11-03T08:59:00Z")] // before the office opens
    [InlineData("2026-11-03T17:00:00Z")] // as it closes
    [InlineData("2026-11-07T12:00:00Z")] // a Saturday
    [InlineData("2026-12-25T12:00:00Z")]
    public async Task Out_of_office_hours_nobody_is_reminded_and_nothing_is_lost(string at)
    {
        using var shelf = await ReceivedAsync();
        shelf.Clock.Set(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, (await shelf.Sweep.RunAsync(CancellationToken.None)).Due);
        shelf.Clock.Set((await shelf.Sweep.NextAsync(CancellationToken.None))!.Value);
        Assert.NotEqual(0, (await shelf.Sweep.RunAsync(CancellationToken.None)).Chased);
    }

    /// <summary>Ten thousand open cases: what a sweep costs is what is due.</summary>
    [Fact]
    public async Task A_sweep_costs_what_is_due_and_not_what_exists()
    {
        using var shelf = await emulator.OpenAsync();
        shelf.InForce.Fresh = TimeSpan.MaxValue; // However slow the machine: nothing is counted twice.
        var ids = Enumerable.Range(0, 1010).Select(n => CaseId.Parse($"GSCP-{n / 100 + 2222:D4}-{n % 100 + 2222:D4}".Replace('0', 'Z').Replace('1', 'Y'))).ToList();
        foreach (var id in ids)
        {
            shelf.Clock.Set(id == ids[10] ? CaseStory.Monday.AddDays(1) : shelf.Clock.GetUtcNow());
            Assert.IsType<Outcome.Done>(await shelf.RunAsync(CommandRunnerTests.Submit with { CaseId = id }, CaseStory.Referrer));
        }

        var template = await shelf.Rows.ReadAsync(Keys.Case(ids[0]), CancellationToken.None);
        var many = Enumerable.Range(0, 8990).SelectMany(n =>
        {
            var other = $"GSCP-9{n / 100:D3}-9{n % 100:D3}";
            return template.Where(row => row.Key[..^1].EndsWith('|') || row.Key.Contains("|e|", StringComparison.Ordinal)).Select(row => (RowWrite)new RowWrite.Put(row.Key.Replace(ids[0].Value, other, StringComparison.Ordinal), row.Fields))
                .Append(new RowWrite.Put($"due|0640000000000000000|{other}|recommendation", new Dictionary<string, string> { ["case"] = other, ["timescale"] = "recommendation" }));
        }).Chunk(99).ToList();
        foreach (var writes in many)
        {
            await shelf.Rows.CommitAsync(writes, CancellationToken.None);
        }

        await CostsAsync(CaseStory.Monday.AddHours(2), 0);
        await CostsAsync(Tuesday, 10);
        await CostsAsync(Tuesday.AddDays(1), 1010);

        async Task CostsAsync(DateTimeOffset at, int due)
        {
            shelf.Clock.Set(at);
            var before = shelf.Requests.Now;
            var report = await shelf.Sweep.RunAsync(CancellationToken.None);
            Assert.Equal((due, due, 0), (report.Due, report.Chased, report.Failed));

            // The rules and the due rows (a thousand a page); then one read and one transaction for each; and the heartbeat.
            Assert.Equal((2 + due / 1000 + due, due + 1), shelf.Requests.Since(before));
        }
    }

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
        Shelf[] hosts = [first, second, third];
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

                await Task.WhenAll(hosts.Select(async host =>
                {
                    try
                    {
                        await host.Sweep.RunAsync(CancellationToken.None);
                    }
                    catch (StoppedException)
                    {
                        // Killed; the next round is the next tick.
                    }
                }));
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
        using var shelf = await ReceivedAsync();
        await shelf.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), Shelf.Holder(Role.Chair));
        using var timers = await emulator.OpenBesideAsync(shelf);
        shelf.Clock.Set(Tuesday);
        timers.Clock.Set(Tuesday);
        var sweeps = Enumerable.Range(0, 3).Select(_ => timers.Sweep.RunAsync(CancellationToken.None)).ToList();
        var leads = Partners.Leads.Select(lead => shelf.RunAsync(new DecideAsPartner(CaseStory.Id, 1, true, ""), Shelf.Holder(lead))).ToList();
        var outcomes = await Task.WhenAll(leads);
        await Task.WhenAll(sweeps);
        Assert.All(outcomes, outcome => Assert.IsType<Outcome.Done>(outcome));
        var file = await shelf.FileAsync();
        Assert.Equal(3, file.History.Count(recorded => recorded.Event is PartnerDecided));
        Assert.Equal(PartnersView.Met, file.PartnersView);
        Assert.True((await shelf.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task An_absence_puts_what_waits_before_the_deputy_when_it_begins_and_once()
    {
        using var shelf = await ReceivedAsync();
        await shelf.EverybodyHasTheAppAsync();
        await shelf.Rows.CommitAsync([new RowWrite.Put(Keys.AwayLine("chair", new(2026, 11, 3)), new Absence("chair", new(2026, 11, 3), new(2026, 11, 20)).Fields())], CancellationToken.None);
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.DoesNotContain((await shelf.FileAsync()).History, recorded => recorded.Event is RoleCovered);
        shelf.Clock.Set(Tuesday.AddMinutes(5));
        await shelf.Sweep.RunAsync(CancellationToken.None);
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Single((await shelf.FileAsync()).History, recorded => recorded.Event is RoleCovered { Role: Role.Chair });
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(shelf.Messages.Sent, sent => sent.Chat == "a:vice-chair" && sent.Summary.Contains("You are asked to act", StringComparison.Ordinal));
        var late = (await shelf.FileAsync()).History.Select(recorded => recorded.Event).OfType<DeadlineChased>().Last(chased => chased.TimescaleId == Timescales.InformLeads.Id);
        Assert.Equal(ChaseKind.OnTheDay, late.Kind);
        Assert.Contains(shelf.Messages.Sent, sent => sent.Chat == "a:vice-chair" && sent.Summary.Contains("Due today: Chair to inform the three lead", StringComparison.Ordinal));
        Assert.DoesNotContain(shelf.Messages.Sent, sent => sent.Chat == "a:chair" && sent.Summary.Contains("Due today: Chair to inform the three lead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bank_holiday_announced_late_has_every_open_deadline_counted_again_once()
    {
        using var shelf = await ReceivedAsync();
        await shelf.Rows.CommitAsync([new RowWrite.Put(Keys.Holiday(new(2026, 11, 4)), new Amendment(new(2026, 11, 4), true, "Announced.", "operations-officer").Fields())], CancellationToken.None);
        await shelf.Sweep.RunAsync(CancellationToken.None);
        await shelf.Sweep.RunAsync(CancellationToken.None);
        var file = await shelf.FileAsync();
        Assert.Single(file.History, recorded => recorded.Event is DeadlinesRecounted);
        Assert.Equal(new DateOnly(2026, 11, 10), file.Clock(Timescales.Recommendation.Id)!.Deadline.DueDay);
        Assert.True((await shelf.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_sweep_that_finds_one_case_broken_goes_on_with_the_others_and_beats()
    {
        using var shelf = await ReceivedAsync();
        await shelf.Rows.CommitAsync([new RowWrite.Put("due|0100000000000000000|GSCP-9999-9999|recommendation", new Dictionary<string, string> { ["case"] = "GSCP-9999-9999", ["timescale"] = "recommendation" }),
            new RowWrite.Put("case|GSCP-9999-9999|x|broken", new Dictionary<string, string> { ["a"] = "b" })], CancellationToken.None);
        shelf.Clock.Set(Tuesday);
        var report = await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(1, report.Failed);
        Assert.True(report.Chased >= 2);
        Assert.InRange((await shelf.Heartbeat.AgeAsync(CancellationToken.None))!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    /// <summary>Stopped at every commit of a sweep and the dispatch after it, before and after it is done, and after every message.</summary>
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
            using var shelf = await ReceivedAsync();
            await shelf.EverybodyHasTheAppAsync();
            await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
            await shelf.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), Shelf.Holder(Role.Chair));
            await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
            shelf.Clock.Set(Tuesday);
            var before = shelf.Messages.Sent.Count;
            shelf.Rows.Reset(stopsAt, doesIt);
            shelf.Messages.StopsAfter = stopsAfter + before;
            for (var tick = 0; tick < 4; tick++)
            {
                shelf.Clock.Set(Tuesday.AddMinutes(2 * tick));
                foreach (var sweep in new Func<Task>[] { () => shelf.Sweep.RunAsync(CancellationToken.None), () => shelf.Dispatcher.DispatchAsync(CancellationToken.None) })
                {
                    try
                    {
                        await sweep();
                    }
                    catch (StoppedException)
                    {
                        shelf.Messages.StopsAfter = null;
                    }
                }
            }

            var commitsMade = shelf.Rows.Commits;
            Assert.True((await shelf.Upkeep.CheckAsync(CancellationToken.None)).Clean);
            Assert.Empty(await shelf.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
            var sent = shelf.Messages.Sent.Skip(before).ToList();
            Assert.All(sent.GroupBy(one => (one.Chat, one.Summary)).Where(posts => posts.Count(post => !post.IsUpdate) > 1).SelectMany(posts => posts.Skip(1)),
                post => Assert.Contains("You may have had this message before", post.Card, StringComparison.Ordinal));
            var reminders = sent.Select(one => $"{one.Chat}={one.Summary}").Distinct().Order(StringComparer.Ordinal);
            return ($"{string.Join(",", (await shelf.FileAsync()).History.Select(recorded => recorded.Event.GetType().Name))} {string.Join(",", reminders)}", commitsMade, sent.Count);
        }
    }

    private async Task<Shelf> ReceivedAsync()
    {
        var shelf = await emulator.OpenAsync();
        Assert.IsType<Outcome.Done>(await shelf.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        Assert.IsType<Outcome.Done>(await shelf.RunAsync(CommandRunnerTests.Response, Shelf.Holder(Role.MashOfficer)));
        Assert.IsType<Outcome.Done>(await shelf.RunAsync(CommandRunnerTests.Reached, Shelf.Holder(Role.MashOfficer)));
        return shelf;
    }
}
