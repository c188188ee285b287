using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Sweeps;

/// <summary>The clock table's footnote, driven by the sweep over real storage.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class SweepTests(Emulator emulator)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Reminders_go_to_the_right_person_once_and_lateness_to_the_next_each_working_day()
    {
        using var fixture = await ReceivedAsync();
        await fixture.EverybodyHasTheAppAsync();
        var told = new List<string>();
        for (var at = CaseStory.Monday.AddMinutes(30); at < CaseStory.Monday.AddDays(14); at += TimeSpan.FromMinutes(30))
        {
            fixture.Clock.Set(at);
            await fixture.Sweep.RunAsync(CancellationToken.None);
            var before = fixture.Messages.Sent.Count;
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            told.AddRange(
                fixture
                    .Messages.Sent.Skip(before)
                    .Where(sent =>
                        !sent.IsUpdate
                        && (
                            sent.Summary.Contains("Late", StringComparison.Ordinal)
                            || sent.Summary.Contains("Due", StringComparison.Ordinal)
                        )
                    )
                    .Select(sent => $"{London.Local(at):dd HH:mm} {sent.Chat[2..]}: {sent.Summary[16..]}")
            );
        }

        Assert.Equal(
            [
                "02 11:30 operations-manager: Late: operations to ring the Chair, who has not opened the alert",
                "02 11:30 operations-officer: Late: operations to ring the Chair, who has not opened the alert",
                "03 09:00 chair: Due today: Chair to inform the three leads",
                "04 09:00 chair: Late: Chair to inform the three leads",
                "05 09:00 operations-manager: Late: Chair to inform the three leads",
                "05 09:00 operations-officer: Late: Chair to inform the three leads",
                "06 09:00 authority-notifier: Due the next working day: local authority to decide on the notification, send it "
                    + "and record it",
                "06 09:00 chair: Due the next working day: Chair to record the recommendation",
                "09 09:00 authority-notifier: Due today: local authority to decide on the notification, send it and record it",
                "09 09:00 chair: Due today: Chair to record the recommendation",
                "10 09:00 authority-notifier: Late: local authority to decide on the notification, send it and record it",
                "10 09:00 chair: Late: Chair to record the recommendation",
                "11 09:00 chair: Late: local authority to decide on the notification, send it and record it",
                "11 09:00 lead-authority: Late: Chair to record the recommendation",
                "11 09:00 lead-authority: Late: local authority to decide on the notification, send it and record it",
                "11 09:00 lead-health: Late: Chair to record the recommendation",
                "11 09:00 lead-health: Late: local authority to decide on the notification, send it and record it",
                "11 09:00 lead-police: Late: Chair to record the recommendation",
                "11 09:00 lead-police: Late: local authority to decide on the notification, send it and record it",
            ],
            told.Order(StringComparer.Ordinal)
        );
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Theory]
    [InlineData("2026-11-03T08:59:00Z")] // before the office opens
    [InlineData("2026-11-03T17:00:00Z")] // as it closes
    [InlineData("2026-11-07T12:00:00Z")] // a Saturday
    [InlineData("2026-12-25T12:00:00Z")]
    public async Task Out_of_office_hours_nobody_is_reminded_and_nothing_is_lost(string at)
    {
        using var fixture = await ReceivedAsync();
        fixture.Clock.Set(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, (await fixture.Sweep.RunAsync(CancellationToken.None)).Due);
        fixture.Clock.Set((await fixture.Sweep.NextAsync(CancellationToken.None))!.Value);
        Assert.NotEqual(0, (await fixture.Sweep.RunAsync(CancellationToken.None)).Chased);
    }

    /// <summary>Ten thousand open cases: what a sweep costs is what is due.</summary>
    [Fact]
    public async Task A_sweep_costs_what_is_due_and_not_what_exists()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.Group.OpenAsync(CancellationToken.None); // Once in the life of a partnership, by whoever comes first.
        fixture.CurrentRules.Fresh = TimeSpan.MaxValue; // However slow the machine: nothing is counted twice.
        var ids = Enumerable
            .Range(0, 1010)
            .Select(n => CaseId.Parse($"GSCP-{n / 100 + 2222:D4}-{n % 100 + 2222:D4}".Replace('0', 'Z').Replace('1', 'Y')))
            .ToList();
        await SubmittedAsync(ids[..10]);
        fixture.Clock.Set(CaseStory.Monday.AddDays(1));
        await SubmittedAsync(ids[10..]);

        var template = await fixture.Rows.ReadAsync(Keys.Case(ids[0]), CancellationToken.None);
        var many = Enumerable
            .Range(0, 8990)
            .SelectMany(n =>
            {
                var other = $"GSCP-9{n / 100:D3}-9{n % 100:D3}";
                return template
                    .Where(row => row.Key[..^1].EndsWith('|')) // The head: what is not due is not read.
                    .Select(row => (RowWrite)new RowWrite.Put(row.Key.Replace(ids[0].Value, other, StringComparison.Ordinal), row.Fields))
                    .Append(
                        new RowWrite.Put(
                            $"due|0640000000000000000|{other}|recommendation",
                            new Dictionary<string, string> { ["case"] = other, ["timescale"] = "recommendation" }
                        )
                    );
            })
            .Chunk(99)
            .ToList();
        foreach (var writes in many)
        {
            await fixture.Rows.CommitAsync(writes, CancellationToken.None);
        }

        // The first of a week looks at the open actions besides, for the lists of their owners.
        await CostsAsync(CaseStory.Monday.AddHours(2), 0, 1);
        await CostsAsync(Tuesday, 10);
        await CostsAsync(Tuesday.AddDays(1), 1010);

        // The first as it is submitted; the others are the same rows under other references.
        async Task SubmittedAsync(IReadOnlyList<CaseId> some)
        {
            var before = (await fixture.Rows.ReadRangeAsync("!", "~", CancellationToken.None)).ToDictionary(row => row.Key);
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit with { CaseId = some[0] }, CaseStory.Referrer));
            var written = (await fixture.Rows.ReadRangeAsync("!", "~", CancellationToken.None))
                .Where(row => !before.ContainsKey(row.Key))
                .ToList();
            Assert.All(written, row => Assert.Contains(some[0].Value, row.Key, StringComparison.Ordinal));
            foreach (var writes in some.Skip(1).SelectMany(id => written.Select(row => As(row, id))).Chunk(99))
            {
                await fixture.Rows.CommitAsync(writes, CancellationToken.None);
            }

            RowWrite As(Row row, CaseId id) =>
                new RowWrite.Put(
                    row.Key.Replace(some[0].Value, id.Value, StringComparison.Ordinal),
                    row.Fields.ToDictionary(
                        field => field.Key,
                        field => field.Value.Replace(some[0].Value, id.Value, StringComparison.Ordinal)
                    )
                );
        }

        async Task CostsAsync(DateTimeOffset at, int due, int more = 0)
        {
            fixture.Clock.Set(at);
            var before = fixture.Requests.Now;
            var report = await fixture.Sweep.RunAsync(CancellationToken.None);
            Assert.Equal((due, due, 0), (report.Due, report.Chased, report.Failed));

            // The rules and the due rows (a thousand a page); then one read and one transaction for each; and the heartbeat.
            Assert.Equal((2 + due / 1000 + due + more, due + 1), fixture.Requests.Since(before));
        }
    }

    [Fact]
    public async Task An_absence_puts_what_waits_before_the_deputy_when_it_begins_and_once()
    {
        using var fixture = await ReceivedAsync();
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Rows.CommitAsync([OldRows.Absence("chair", new(2026, 11, 3), new(2026, 11, 20))], CancellationToken.None);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.DoesNotContain((await fixture.FileAsync()).History, recorded => recorded.Event is RoleCovered);
        fixture.Clock.Set(Tuesday.AddMinutes(5));
        await fixture.Sweep.RunAsync(CancellationToken.None);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Single((await fixture.FileAsync()).History, recorded => recorded.Event is RoleCovered { Role: Role.Chair });
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, sent =>
            sent.Chat == "a:vice-chair" && sent.Summary.Contains("You are asked to act", StringComparison.Ordinal)
        );
        var late = (await fixture.FileAsync())
            .History.Select(recorded => recorded.Event)
            .OfType<DeadlineChased>()
            .Last(chased => chased.TimescaleId == Timescales.InformLeads.Id);
        Assert.Equal(ChaseKind.OnTheDay, late.Kind);
        Assert.Contains(fixture.Messages.Sent, sent =>
            sent.Chat == "a:vice-chair" && sent.Summary.Contains("Due today: Chair to inform the three lead", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(fixture.Messages.Sent, sent =>
            sent.Chat == "a:chair" && sent.Summary.Contains("Due today: Chair to inform the three lead", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_bank_holiday_announced_late_has_every_open_deadline_counted_again_once()
    {
        using var fixture = await ReceivedAsync();
        await fixture.Rows.CommitAsync([OldRows.Holiday(new(2026, 11, 4))], CancellationToken.None);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        var file = await fixture.FileAsync();
        Assert.Single(file.History, recorded => recorded.Event is DeadlinesRecalculated);
        Assert.Equal(new DateOnly(2026, 11, 10), file.Clock(Timescales.Recommendation.Id)!.Deadline.DueDay);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_sweep_that_finds_one_case_broken_goes_on_with_the_others_and_beats()
    {
        using var fixture = await ReceivedAsync();
        await fixture.Rows.CommitAsync(
            [
                new RowWrite.Put(
                    "due|0100000000000000000|GSCP-9999-9999|recommendation",
                    new Dictionary<string, string> { ["case"] = "GSCP-9999-9999", ["timescale"] = "recommendation" }
                ),
                new RowWrite.Put("case|GSCP-9999-9999|x|broken", new Dictionary<string, string> { ["a"] = "b" }),
            ],
            CancellationToken.None
        );
        fixture.Clock.Set(Tuesday);
        var report = await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(1, report.Failed);
        Assert.True(report.Chased >= 2);
        Assert.InRange((await fixture.Heartbeat.AgeAsync(CancellationToken.None))!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private async Task<AppFixture> ReceivedAsync(AppFixture? empty = null)
    {
        var fixture = empty ?? await emulator.OpenAsync();
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer)));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer)));
        return fixture;
    }
}
