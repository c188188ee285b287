using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

[Trait(Needs.Name, Needs.Emulator)]
public class UpkeepTests(Emulator emulator)
{
    [Fact]
    public async Task Every_index_row_is_what_the_events_call_for()
    {
        using var fixture = await StoryAsync();
        var report = await fixture.Upkeep.CheckAsync(CancellationToken.None);
        Assert.True(report.Clean, string.Join("; ", report.Damaged));
        Assert.Equal(2, report.Cases);
    }

    [Fact]
    public async Task Index_rows_that_are_lost_wrong_or_too_many_are_found_and_put_right()
    {
        using var fixture = await StoryAsync();
        var task = (await fixture.Rows.ReadAsync("task|", CancellationToken.None))[0];
        var due = (await fixture.Rows.ReadAsync("due|", CancellationToken.None))[0];
        await fixture.Rows.CommitAsync(
            [
                new RowWrite.Delete(task.Key),
                new RowWrite.Put(due.Key, new Dictionary<string, string> { ["case"] = "wrong" }),
                new RowWrite.Put("find|nothing|x", new Dictionary<string, string>()),
            ],
            CancellationToken.None
        );
        var report = await fixture.Upkeep.RebuildAsync(CancellationToken.None);
        Assert.Equal((2, 1), (report.Missing.Count, report.Extra.Count));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_record_that_was_changed_or_taken_out_is_found()
    {
        using var fixture = await StoryAsync();
        var row = (await fixture.Rows.FindAsync(Keys.Event(CaseStory.Id, 2), CancellationToken.None))!;
        await fixture.Rows.CommitAsync(
            [
                new RowWrite.Put(
                    row.Key,
                    row.Fields.ToDictionary(
                        field => field.Key,
                        field =>
                            field.Key == "record"
                                ? field.Value.Replace("The same child.", "Another child.", StringComparison.Ordinal)
                                : field.Value
                    )
                ),
            ],
            CancellationToken.None
        );
        Assert.Contains((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Damaged, damage =>
            damage.Contains("event 2", StringComparison.Ordinal)
        );

        await fixture.Rows.CommitAsync(
            [new RowWrite.Put(row.Key, row.Fields.Where(field => field.Key != "Timestamp").ToDictionary())],
            CancellationToken.None
        );
        var last = (await fixture.Rows.ReadAsync($"{Keys.Case(CaseStory.Id)}e|", CancellationToken.None))[^1];
        await fixture.Rows.CommitAsync([new RowWrite.Delete(last.Key)], CancellationToken.None);
        Assert.Contains((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Damaged, damage =>
            damage.Contains("head", StringComparison.Ordinal)
        );
    }

    private async Task<AppFixture> StoryAsync()
    {
        var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        await fixture.RunAsync(CommandRunnerTests.Submit with { CaseId = CaseStory.OtherId }, CaseStory.Person("other", Role.Practitioner));
        await fixture.RunAsync(new JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."), AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        return fixture;
    }
}
