using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Carriers;
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

/// <summary>Absences and an amended calendar, taken in by the sweep over real storage.</summary>
public class HandoverTests(Emulator emulator)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 3, 9, 5, 0, TimeSpan.Zero);
    private static readonly RowWrite Holiday = new RowWrite.Put(Keys.Holiday(new(2026, 11, 5)), new Amendment(new(2026, 11, 5), true, "Announced.", "operations-officer").Fields());
    private static readonly RowWrite[] Broken =
    [
        new RowWrite.Put("case|GSCP-9999-9999|x|broken", new Dictionary<string, string> { ["a"] = "b" }),
        new RowWrite.Put("task|Chair|0100000000000000000|GSCP-9999-9999|Recommend", new Dictionary<string, string> { ["case"] = "GSCP-9999-9999" }),
        new RowWrite.Put("task|Chair|0100000000000000000|unreadable|Recommend", new Dictionary<string, string> { ["case"] = "unreadable" }),
        new RowWrite.Put("due|0100000000000000000|unreadable|recommendation", new Dictionary<string, string> { ["case"] = "unreadable" }),
    ];

    [Fact]
    public async Task One_broken_case_keeps_no_other_from_its_deputy_its_new_dates_or_its_reminder_and_is_tried_again()
    {
        using var shelf = await ReceivedAsync();
        await AwayAsync(shelf, "chair");
        await shelf.Rows.CommitAsync([Holiday, .. Broken], CancellationToken.None);
        shelf.Clock.Set(Tuesday);
        for (var sweep = 0; sweep < 2; sweep++)
        {
            await shelf.Sweep.RunAsync(CancellationToken.None);
            var file = await shelf.FileAsync();
            Assert.Single(file.History, recorded => recorded.Event is RoleCovered);
            Assert.Single(file.History, recorded => recorded.Event is DeadlinesRecounted);
            Assert.Single(file.History, recorded => recorded.Event is DeadlineChased { TimescaleId: "inform-leads" });
            Assert.InRange((await shelf.Heartbeat.AgeAsync(CancellationToken.None))!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
            Assert.Equal("no", (await shelf.Rows.FindAsync(Keys.AwayLine("chair", new(2026, 11, 3)), CancellationToken.None))!["told"]);
            Assert.Null(await shelf.Rows.FindAsync(Keys.Counted, CancellationToken.None));
        }

        await shelf.Rows.CommitAsync([.. Broken.Select(row => new RowWrite.Delete(row.Key))], CancellationToken.None);
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal("yes", (await shelf.Rows.FindAsync(Keys.AwayLine("chair", new(2026, 11, 3)), CancellationToken.None))!["told"]);
        Assert.Equal(shelf.InForce.Calendar.Version, (await shelf.Rows.FindAsync(Keys.Counted, CancellationToken.None))!["version"]);
    }

    [Fact]
    public async Task Whatever_stops_the_handovers_reminders_still_go_and_the_heart_beats()
    {
        using var shelf = await ReceivedAsync();
        await shelf.Rows.CommitAsync([new RowWrite.Put(Keys.AwayLine("chair", new(2026, 11, 3)), new Absence("nobody|at|all", new(2026, 11, 3), new(2026, 11, 20)).Fields())], CancellationToken.None);
        shelf.Clock.Set(Tuesday);
        await shelf.InForce.RefreshAsync(always: true, CancellationToken.None);
        var commits = 0;
        shelf.Rows.Before = () => commits++ == 0 ? throw new HttpRequestException("Down.") : Task.CompletedTask;
        Assert.True((await shelf.Sweep.RunAsync(CancellationToken.None)).Chased >= 2);
        Assert.NotNull(await shelf.Heartbeat.AgeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_absence_taken_back_while_it_is_being_covered_stays_taken_back_and_a_longer_one_is_looked_at_again()
    {
        using var shelf = await ReceivedAsync();
        var key = await AwayAsync(shelf, "chair");
        shelf.Clock.Set(Tuesday);
        shelf.Rows.Before = Once(() => shelf.Rows.CommitAsync([new RowWrite.Delete(key)], CancellationToken.None));
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Null(await shelf.Rows.FindAsync(key, CancellationToken.None));

        var longer = new Absence("scrutineer", new(2026, 11, 3), new(2026, 11, 27));
        var other = await AwayAsync(shelf, "scrutineer");
        shelf.Rows.Before = Once(() => shelf.Rows.CommitAsync([new RowWrite.Put(other, longer.Fields())], CancellationToken.None));
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(("2026-11-27", "no"), ((await shelf.Rows.FindAsync(other, CancellationToken.None))!["to"], (await shelf.Rows.FindAsync(other, CancellationToken.None))!["told"]));
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal("yes", (await shelf.Rows.FindAsync(other, CancellationToken.None))!["told"]);
    }

    [Fact]
    public async Task A_calendar_amended_while_deadlines_are_counted_is_counted_once_more_for_every_case()
    {
        using var shelf = await ReceivedAsync();
        await shelf.RunAsync(CommandRunnerTests.Submit with { CaseId = CaseStory.OtherId }, CaseStory.Person("other", Role.Practitioner));
        await shelf.Rows.CommitAsync([Holiday], CancellationToken.None);
        shelf.Rows.Before = Once(() => shelf.Rows.CommitAsync([new RowWrite.Put(Keys.Holiday(new(2026, 11, 3)), new Amendment(new(2026, 11, 3), true, "Announced.", "operations-officer").Fields())], CancellationToken.None));
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Null(await shelf.Rows.FindAsync(Keys.Counted, CancellationToken.None));
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(shelf.InForce.Calendar.Version, (await shelf.Rows.FindAsync(Keys.Counted, CancellationToken.None))!["version"]);
        Assert.Equal(new DateOnly(2026, 11, 11), (await shelf.FileAsync()).Clock(Timescales.Recommendation.Id)!.Deadline.DueDay);
        var other = (await StoredCase.LoadAsync(shelf.Rows, CaseStory.OtherId, CancellationToken.None)).File;
        Assert.Equal(new DateOnly(2026, 11, 4), other.Clock(Timescales.ThresholdDecision.Id)!.Deadline.DueDay);
    }

    [Fact]
    public async Task A_holiday_announced_called_off_and_announced_again_is_counted_each_time()
    {
        using var shelf = await ReceivedAsync();
        foreach (var (isHoliday, due) in new[] { (true, 10), (false, 9), (true, 10) })
        {
            await shelf.Rows.CommitAsync([new RowWrite.Put(Holiday.Key, new Amendment(new(2026, 11, 5), isHoliday, "Announced.", "operations-officer").Fields())], CancellationToken.None);
            await shelf.Sweep.RunAsync(CancellationToken.None);
            Assert.Equal(new DateOnly(2026, 11, due), (await shelf.FileAsync()).Clock(Timescales.Recommendation.Id)!.Deadline.DueDay);
        }
    }

    [Fact]
    public async Task As_long_as_another_process_may_still_count_by_the_old_calendar_nothing_is_taken_as_counted()
    {
        using var shelf = await ReceivedAsync();
        shelf.InForce.Fresh = TimeSpan.FromHours(1);
        await shelf.Rows.CommitAsync([Holiday], CancellationToken.None);
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Null(await shelf.Rows.FindAsync(Keys.Counted, CancellationToken.None));
    }

    [Fact]
    public async Task A_role_handed_to_somebody_who_then_goes_away_is_a_task_for_operations_until_it_is_handed_on_or_they_are_back()
    {
        using var shelf = await ReceivedAsync();
        await shelf.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), Shelf.Holder(Role.Chair));
        await shelf.RunAsync(new HandOver(CaseStory.Id, Role.LeadPolice, "lead-police-deputy", "On leave."), Shelf.Holder(Role.Operations));
        await AwayAsync(shelf, "lead-police-deputy");
        shelf.Clock.Set(Tuesday);
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Single((await shelf.FileAsync()).History, recorded => recorded.Event is RoleCovered { Role: Role.LeadPolice, AwayPersonId: "lead-police-deputy", SomebodyStandsIn: false });
        var operations = await new Hands(shelf, Hands.Of("operations-officer")).HomeAsync();
        await operations.SendAsync("my-tasks", new());
        Assert.Contains("find somebody to act", operations.Card.Text, StringComparison.Ordinal);
        shelf.Clock.Set(Tuesday.AddDays(30));
        await operations.SendAsync("my-tasks", new());
        Assert.DoesNotContain("find somebody to act", operations.Card.Text, StringComparison.Ordinal);
        shelf.Clock.Set(Tuesday);
        await shelf.RunAsync(new HandOver(CaseStory.Id, Role.LeadPolice, "lead-police", "Back."), Shelf.Holder(Role.Operations));
        await operations.SendAsync("my-tasks", new());
        Assert.DoesNotContain("find somebody to act", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await shelf.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_deputy_who_acts_because_the_lead_stood_aside_and_then_goes_away_is_covered_too()
    {
        using var shelf = await ReceivedAsync();
        await shelf.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), Shelf.Holder(Role.Chair));
        await shelf.RunAsync(new StandAside(CaseStory.Id), Shelf.Holder(Role.LeadPolice));
        await AwayAsync(shelf, "lead-police-deputy");
        shelf.Clock.Set(Tuesday);
        await shelf.Sweep.RunAsync(CancellationToken.None);
        Assert.Single((await shelf.FileAsync()).History, recorded => recorded.Event is RoleCovered { SomebodyStandsIn: false });
        Assert.Contains(CaseTask.Of(await shelf.FileAsync()), task => task.Kind == TaskKind.FindSomebody);
    }

    [Fact]
    public async Task Where_the_deputy_who_is_next_is_away_the_reminder_goes_to_operations_and_where_one_is_there_to_the_deputy()
    {
        using var shelf = await ReceivedAsync();
        await shelf.EverybodyHasTheAppAsync();
        await shelf.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), Shelf.Holder(Role.Chair));
        await AwayAsync(shelf, "lead-police-deputy");
        foreach (var day in new[] { 0, 1, 2 })
        {
            shelf.Clock.Set(Tuesday.AddDays(day));
            await shelf.Sweep.RunAsync(CancellationToken.None);
            await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        }

        var late = shelf.Messages.Sent.Where(sent => !sent.IsUpdate && sent.Summary.Contains("Late: three leads to agree or disagree", StringComparison.Ordinal)).Select(sent => sent.Chat).ToList();
        Assert.Contains("a:operations-officer", late);
        Assert.Contains("a:lead-health-deputy", late);
        Assert.DoesNotContain("a:lead-police-deputy", late);
        Assert.Equal(late.Distinct().Count(), late.Count);
    }

    [Fact]
    public async Task What_is_put_before_somebody_who_is_away_and_has_no_deputy_is_put_before_operations_too()
    {
        using var shelf = await ReceivedAsync();
        await AwayAsync(shelf, "scrutineer");
        shelf.Clock.Set(Tuesday);
        await shelf.Sweep.RunAsync(CancellationToken.None);
        await shelf.EverybodyHasTheAppAsync();
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        await shelf.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), Shelf.Holder(Role.Chair));
        await shelf.RunAsync(new DecideAsPartner(CaseStory.Id, 1, true, ""), Shelf.Holder(Role.LeadHealth));
        await shelf.RunAsync(new DecideAsPartner(CaseStory.Id, 1, false, "No."), Shelf.Holder(Role.LeadPolice));
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(shelf.Messages.Sent, sent => sent.Chat == "a:operations-officer" && sent.Summary.Contains("The leads differ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_an_agencys_representative_or_who_comes_to_the_meeting_is_away_operations_are_told_once()
    {
        using var shelf = await emulator.OpenAsync();
        shelf.InForce.Fresh = TimeSpan.Zero;
        await ReviewHands.SentAsync(shelf);
        await shelf.EverybodyHasTheAppAsync();
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        await AwayAsync(shelf, "rep-police");
        await AwayAsync(shelf, "rep-schools");
        await AwayAsync(shelf, "inspector-police");
        shelf.Clock.Set(Tuesday);
        for (var sweep = 0; sweep < 2; sweep++)
        {
            await shelf.Sweep.RunAsync(CancellationToken.None);
            await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        }

        var covered = (await shelf.FileAsync()).History.Select(recorded => recorded.Event).OfType<RoleCovered>().ToList();
        Assert.Equal([Role.AgencyRepresentative, Role.AgencyRepresentative, Role.RapidReviewAttendee], covered.Select(one => one.Role).Order());
        Assert.Contains(covered, one => one.AwayDisplay.EndsWith("(answers for The schools)", StringComparison.Ordinal));
        Assert.Equal(3, shelf.Messages.Sent.Count(sent => sent.Chat == "a:operations-officer" && sent.Summary.Contains("counts on is away", StringComparison.Ordinal)));
        Assert.Equal("yes", (await shelf.Rows.FindAsync(Keys.AwayLine("rep-police", new(2026, 11, 3)), CancellationToken.None))!["told"]);
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

    private static async Task<string> AwayAsync(Shelf shelf, string personId)
    {
        var key = Keys.AwayLine(personId, new(2026, 11, 3));
        await shelf.Rows.CommitAsync([new RowWrite.Put(key, new Absence(personId, new(2026, 11, 3), new(2026, 11, 20)).Fields())], CancellationToken.None);
        return key;
    }

    private async Task<Shelf> ReceivedAsync()
    {
        var shelf = await emulator.OpenAsync();
        shelf.InForce.Fresh = TimeSpan.Zero;
        Assert.IsType<Outcome.Done>(await shelf.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        Assert.IsType<Outcome.Done>(await shelf.RunAsync(CommandRunnerTests.Response, Shelf.Holder(Role.MashOfficer)));
        Assert.IsType<Outcome.Done>(await shelf.RunAsync(CommandRunnerTests.Reached, Shelf.Holder(Role.MashOfficer)));
        return shelf;
    }
}
