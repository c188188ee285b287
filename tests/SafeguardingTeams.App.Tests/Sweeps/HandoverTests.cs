using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Absences;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Sweeps;

/// <summary>Absences and an amended calendar, taken in by the sweep over real storage.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class HandoverTests(Emulator emulator)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 3, 9, 5, 0, TimeSpan.Zero);
    private static readonly RowWrite Holiday = OldRows.Holiday(new(2026, 11, 5));
    private static readonly RowWrite[] Broken =
    [
        new RowWrite.Put("case|GSCP-9999-9999|x|broken", new Dictionary<string, string> { ["a"] = "b" }),
        new RowWrite.Put(
            "task|Chair|0100000000000000000|GSCP-9999-9999|Recommend",
            new Dictionary<string, string> { ["case"] = "GSCP-9999-9999" }
        ),
        new RowWrite.Put("task|Chair|0100000000000000000|unreadable|Recommend", new Dictionary<string, string> { ["case"] = "unreadable" }),
        new RowWrite.Put("due|0100000000000000000|unreadable|recommendation", new Dictionary<string, string> { ["case"] = "unreadable" }),
    ];

    [Fact]
    public async Task One_broken_case_keeps_no_other_from_its_deputy_its_new_dates_or_its_reminder_and_is_tried_again()
    {
        using var fixture = await ReceivedAsync();
        await AwayAsync(fixture, "chair");
        await fixture.Rows.CommitAsync([Holiday, .. Broken], CancellationToken.None);
        fixture.Clock.Set(Tuesday);
        for (var sweep = 0; sweep < 2; sweep++)
        {
            await fixture.Sweep.RunAsync(CancellationToken.None);
            var file = await fixture.FileAsync();
            Assert.Single(file.History, recorded => recorded.Event is RoleCovered);
            Assert.Single(file.History, recorded => recorded.Event is DeadlinesRecalculated);
            Assert.Single(file.History, recorded => recorded.Event is DeadlineChased { TimescaleId: "inform-leads" });
            Assert.InRange((await fixture.Heartbeat.AgeAsync(CancellationToken.None))!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
            Assert.Equal("no", (await fixture.Rows.FindAsync(Keys.AwayLine("chair", new(2026, 11, 3)), CancellationToken.None))!["told"]);
            Assert.Null(await fixture.Rows.FindAsync(Keys.Counted, CancellationToken.None));
        }

        await fixture.Rows.CommitAsync([.. Broken.Select(row => new RowWrite.Delete(row.Key))], CancellationToken.None);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal("yes", (await fixture.Rows.FindAsync(Keys.AwayLine("chair", new(2026, 11, 3)), CancellationToken.None))!["told"]);
        Assert.Equal(
            fixture.CurrentRules.Calendar.Version,
            (await fixture.Rows.FindAsync(Keys.Counted, CancellationToken.None))!["version"]
        );
    }

    [Fact]
    public async Task Whatever_stops_the_handovers_reminders_still_go_and_the_heart_beats()
    {
        using var fixture = await ReceivedAsync();
        await fixture.Rows.CommitAsync([OldRows.Absence("nobody|at|all", new(2026, 11, 3), new(2026, 11, 20))], CancellationToken.None);
        fixture.Clock.Set(Tuesday);
        await fixture.CurrentRules.RefreshAsync(always: true, CancellationToken.None);
        var commits = 0;
        fixture.Rows.Before = () => commits++ == 0 ? throw new HttpRequestException("Down.") : Task.CompletedTask;
        Assert.True((await fixture.Sweep.RunAsync(CancellationToken.None)).Chased >= 2);
        Assert.NotNull(await fixture.Heartbeat.AgeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_absence_taken_back_while_it_is_being_covered_stays_taken_back_and_a_longer_one_is_looked_at_again()
    {
        using var fixture = await ReceivedAsync();
        var key = await AwayAsync(fixture, "chair");
        fixture.Clock.Set(Tuesday);
        await fixture.Group.OpenAsync(CancellationToken.None);
        fixture.Rows.Before = Once(() =>
            fixture.Group.RunAsync(new TakeBackAbsence("chair", new(2026, 11, 3)), "taken-back", Operations, CancellationToken.None)
        );
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Null(await fixture.Rows.FindAsync(key, CancellationToken.None));

        var other = await RecordedAsync(fixture, "scrutineer", new(2026, 11, 20));
        fixture.Rows.Before = Once(() => RecordedAsync(fixture, "scrutineer", new(2026, 11, 27)));
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(
            ("2026-11-27", "no"),
            (
                (await fixture.Rows.FindAsync(other, CancellationToken.None))!["to"],
                (await fixture.Rows.FindAsync(other, CancellationToken.None))!["told"]
            )
        );
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal("yes", (await fixture.Rows.FindAsync(other, CancellationToken.None))!["told"]);
    }

    [Fact]
    public async Task A_calendar_amended_while_deadlines_are_counted_is_counted_once_more_for_every_case()
    {
        using var fixture = await ReceivedAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit with { CaseId = CaseStory.OtherId }, CaseStory.Person("other", Role.Practitioner));
        await fixture.Rows.CommitAsync([Holiday], CancellationToken.None);
        await fixture.Group.OpenAsync(CancellationToken.None);
        // A clock of the group is no case's, and keeps nothing from being counted.
        var terms = new AgreeTermsOfReference(new(2026, 10, 1), new(2026, 11, 4), "Partnership files");
        await fixture.Group.RunAsync(terms, "terms", AppFixture.Holder(Role.Operations), CancellationToken.None);
        fixture.Rows.Before = Once(() => AmendedAsync(fixture, new(2026, 11, 3), isHoliday: true));
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Null(await fixture.Rows.FindAsync(Keys.Counted, CancellationToken.None));
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(
            fixture.CurrentRules.Calendar.Version,
            (await fixture.Rows.FindAsync(Keys.Counted, CancellationToken.None))!["version"]
        );
        Assert.Equal(new DateOnly(2026, 11, 11), (await fixture.FileAsync()).Clock(Timescales.Recommendation.Id)!.Deadline.DueDay);
        var other = (await StoredCase.LoadAsync(fixture.Rows, CaseStory.OtherId, CancellationToken.None)).File;
        Assert.Equal(new DateOnly(2026, 11, 4), other.Clock(Timescales.ThresholdDecision.Id)!.Deadline.DueDay);

        // The day before the review is a holiday now, and by then past: what is left of its reminders comes by the new list.
        var review = ((GroupFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Group, CancellationToken.None)).Record).Clocks;
        var ofTerms = Assert.Single(review, clock => clock.Deadline.TimescaleId == Timescales.TermsOfReference.Id);
        Assert.Equal(fixture.CurrentRules.Calendar.Version, ofTerms.Deadline.CalendarVersion);
    }

    [Fact]
    public async Task A_holiday_announced_called_off_and_announced_again_is_counted_each_time()
    {
        using var fixture = await ReceivedAsync();
        foreach (var (isHoliday, due) in new[] { (true, 10), (false, 9), (true, 10) })
        {
            await AmendedAsync(fixture, new(2026, 11, 5), isHoliday);
            await fixture.Sweep.RunAsync(CancellationToken.None);
            Assert.Equal(new DateOnly(2026, 11, due), (await fixture.FileAsync()).Clock(Timescales.Recommendation.Id)!.Deadline.DueDay);
        }
    }

    [Fact]
    public async Task As_long_as_another_process_may_still_count_by_the_old_calendar_nothing_is_taken_as_counted()
    {
        using var fixture = await ReceivedAsync();
        fixture.CurrentRules.Fresh = TimeSpan.FromHours(1);
        await fixture.Rows.CommitAsync([Holiday], CancellationToken.None);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Null(await fixture.Rows.FindAsync(Keys.Counted, CancellationToken.None));
    }

    private static Func<Task> Once(Func<Task> change)
    {
        var done = false;
        return () => done ? Task.CompletedTask : Change();

        Task Change()
        {
            done = true;
            return change();
        }
    }

    private static Actor Operations => AppFixture.Holder(Role.Operations);

    private static async Task<string> RecordedAsync(AppFixture fixture, string personId, DateOnly to)
    {
        var absence = new RecordAbsence(personId, new(2026, 11, 3), to);
        Assert.IsType<Outcome.Done>(await fixture.Group.RunAsync(absence, $"{personId}-{to:O}", Operations, CancellationToken.None));
        return Keys.AwayLine(personId, absence.From);
    }

    private static async Task AmendedAsync(AppFixture fixture, DateOnly day, bool isHoliday) =>
        Assert.IsType<Outcome.Done>(
            await fixture.Group.RunAsync(
                new AmendBankHolidays(day, isHoliday, "Announced."),
                Guid.NewGuid().ToString("N"),
                Operations,
                CancellationToken.None
            )
        );

    private static async Task<string> AwayAsync(AppFixture fixture, string personId)
    {
        var key = Keys.AwayLine(personId, new(2026, 11, 3));
        await fixture.Rows.CommitAsync([OldRows.Absence(personId, new(2026, 11, 3), new(2026, 11, 20))], CancellationToken.None);
        return key;
    }

    private async Task<AppFixture> ReceivedAsync()
    {
        var fixture = await emulator.OpenAsync();
        fixture.CurrentRules.Fresh = TimeSpan.Zero;
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer)));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer)));
        return fixture;
    }
}
