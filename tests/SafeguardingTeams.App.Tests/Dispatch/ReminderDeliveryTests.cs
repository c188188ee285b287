using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>A reminder goes in office hours or not at all, however long it was kept (clock table, footnote).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ReminderDeliveryTests(Emulator emulator)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Friday = new(2026, 11, 6, 16, 59, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset MondayMorning = new(2026, 11, 9, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task With_Teams_down_as_the_office_closes_a_reminder_waits_for_Monday_without_using_up_its_attempts()
    {
        using var fixture = await ReceivedAsync();
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        await SweepAsync(fixture, Friday);
        fixture.Messages.Answers.Enqueue(_ => new PostResult.Later(TimeSpan.FromMinutes(5), OutcomeUnknown: false));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var before = fixture.Messages.Sent.Count;
        for (var hour = 1; hour < 64; hour++)
        {
            fixture.Clock.Set(Friday.AddHours(hour));
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        }

        Assert.Equal(before, fixture.Messages.Sent.Count);
        var waiting = Assert.Single(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        Assert.Equal(("1", MondayMorning), (waiting["attempts"], OutboxItem.From(waiting).NotBefore));
        Assert.Equal(MondayMorning, await fixture.Dispatcher.WaitingAsync(CancellationToken.None));
        fixture.Clock.Set(MondayMorning);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Equal(before + 1, fixture.Messages.Sent.Count);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
    }

    [Fact]
    public async Task The_app_installed_on_a_Sunday_brings_the_news_at_once_and_the_reminders_on_Monday()
    {
        using var fixture = await ReceivedAsync();
        await SweepAsync(fixture, Friday);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.NotEmpty(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, CancellationToken.None));
        fixture.Clock.Set(Friday.AddDays(2));
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, sent => sent.Chat == "a:chair");
        Assert.DoesNotContain(fixture.Messages.Sent, IsReminder);
        fixture.Clock.Set(MondayMorning);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, IsReminder);
    }

    [Fact]
    public async Task A_reminder_not_yet_posted_is_dropped_once_its_clock_has_stopped_and_stays_on_the_record()
    {
        using var fixture = await ReceivedAsync();
        await SweepAsync(fixture, Tuesday);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(new InformLeads(CaseStory.Id), AppFixture.Holder(Role.Chair)));
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.DoesNotContain(fixture.Messages.Sent, sent =>
            sent.Chat == "a:chair" && sent.Summary.Contains("inform the three leads", StringComparison.Ordinal)
        );
        Assert.Contains((await fixture.FileAsync()).History, recorded => recorded.Event is DeadlineChased { TimescaleId: "inform-leads" });
        await NothingIsLeftAsync(fixture);
    }

    [Fact]
    public async Task Of_several_kept_back_the_latest_goes_and_those_it_has_overtaken_do_not()
    {
        using var fixture = await ReceivedAsync();
        foreach (var day in new[] { 0, 1, 2 })
        {
            await SweepAsync(fixture, Tuesday.AddDays(day));
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        }

        await fixture.EverybodyHasTheAppAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var sent = fixture.Messages.Sent.Where(sent => sent.Summary.Contains("inform the three leads", StringComparison.Ordinal)).ToList();
        Assert.All(sent, one => Assert.Contains("Late: Chair to inform the three lead", one.Summary, StringComparison.Ordinal));
        Assert.Equal(["a:operations-manager", "a:operations-officer"], sent.Select(one => one.Chat).Order());
        Assert.Equal(
            3,
            (await fixture.FileAsync()).History.Count(recorded => recorded.Event is DeadlineChased { TimescaleId: "inform-leads" })
        );
        await NothingIsLeftAsync(fixture);
    }

    /// <summary>A crash may have come after the post: the wait for the office keeps that in mind.</summary>
    [Fact]
    public async Task A_reminder_cut_off_as_the_office_closes_says_on_Monday_that_it_may_have_come_before()
    {
        using var fixture = await ReceivedAsync();
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        await SweepAsync(fixture, Friday);
        fixture.Messages.StopsAfter = fixture.Messages.Sent.Count;
        await Assert.ThrowsAsync<StoppedException>(() => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
        fixture.Messages.StopsAfter = null;
        foreach (var at in new[] { Friday.AddHours(3), MondayMorning })
        {
            fixture.Clock.Set(at);
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        }

        Assert.Single(fixture.Messages.Sent, sent => sent.Card.Contains("You may have had this message before", StringComparison.Ordinal));
        await NothingIsLeftAsync(fixture);
    }

    /// <summary>Past the end of the known bank holidays every weekday counts, for the sweep and for the dispatcher.</summary>
    [Theory]
    [InlineData("2029-01-01T12:00:00Z", "2029-01-01T12:00:00Z")] // New Year's Day, a Monday: nobody has told the calendar
    [InlineData("2029-01-06T12:00:00Z", "2029-01-08T09:00:00Z")]
    [InlineData("2028-12-30T12:00:00Z", "2029-01-01T09:00:00Z")]
    [InlineData("2028-12-22T17:00:00Z", "2028-12-27T09:00:00Z")]
    [InlineData("2026-07-01T07:59:00Z", "2026-07-01T08:00:00Z")]
    public async Task The_office_opens_next(string at, string opens)
    {
        using var fixture = await emulator.OpenAsync();
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Assert.Equal(
            DateTimeOffset.Parse(opens, culture),
            new OfficeTime(fixture.CurrentRules).NextOpen(DateTimeOffset.Parse(at, culture))
        );
    }

    private static bool IsReminder((string Chat, string MessageId, string Summary, string Card, bool IsUpdate) sent) =>
        sent.Summary.Contains("Due", StringComparison.Ordinal) || sent.Summary.Contains("Late", StringComparison.Ordinal);

    private static async Task SweepAsync(AppFixture fixture, DateTimeOffset at)
    {
        fixture.Clock.Set(at);
        Assert.NotEqual(0, (await fixture.Sweep.RunAsync(CancellationToken.None)).Chased);
    }

    private static async Task NothingIsLeftAsync(AppFixture fixture)
    {
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        Assert.All(await fixture.Rows.ReadAsync("sent|", CancellationToken.None), note =>
            Assert.True(note["conversation"].Length > 0 && note["held"].Length == 0)
        );
    }

    private async Task<AppFixture> ReceivedAsync()
    {
        var fixture = await emulator.OpenAsync();
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer)));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer)));
        return fixture;
    }
}
