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

    [Theory]
    [InlineData("{", "it cannot be read. Restore it from a backup.")]
    [InlineData(
        "{\"name\":\"ReferralSubmitted.v99\"}",
        "this version knows no event ReferralSubmitted.v99. A newer version wrote it: use that one."
    )]
    public async Task An_event_that_cannot_be_read_is_named_and_keeps_nobody_else_from_being_checked(string text, string said)
    {
        using var fixture = await StoryAsync();
        await ChangeAsync(fixture, Keys.Event(CaseStory.OtherId, 1), "record", text);
        var rows = await fixture.Rows.ReadRangeAsync("a", "z~", Stop);
        await fixture.Rows.CommitAsync(
            [new RowWrite.Delete((await fixture.Rows.ReadAsync("task|", Stop)).First(row => row["case"] == CaseStory.Id.Value).Key)],
            Stop
        );
        var report = await fixture.Upkeep.RebuildAsync(Stop);
        Assert.Contains($"{CaseStory.OtherId}, event 1: {said}", report.Damaged);
        Assert.DoesNotContain(report.Damaged, damage => damage.StartsWith($"{CaseStory.Id}", StringComparison.Ordinal));
        Assert.Equal((1, 1, 0), (report.Cases, report.Missing.Count, report.Extra.Count));
        Assert.Equal([CaseStory.OtherId], report.Unreadable);
        Assert.Equal([CaseStory.OtherId], await fixture.Upkeep.UnreadableAsync(Stop));
        Assert.Equal(rows.Select(row => row.Key), (await fixture.Rows.ReadRangeAsync("a", "z~", Stop)).Select(row => row.Key));
    }

    [Fact]
    public async Task Of_a_record_whose_events_are_lost_nothing_is_removed_and_it_is_named()
    {
        using var fixture = await StoryAsync();
        foreach (var row in await fixture.Rows.ReadAsync(Keys.Case(CaseStory.Id), Stop))
        {
            await fixture.Rows.CommitAsync([new RowWrite.Delete(row.Key)], Stop);
        }

        var left = (await fixture.Rows.ReadRangeAsync("a", "z~", Stop)).Select(row => row.Key).ToList();
        var report = await fixture.Upkeep.RebuildAsync(Stop);
        Assert.Contains(report.Damaged, damage =>
            damage.StartsWith($"{CaseStory.Id}: ", StringComparison.Ordinal) && damage.Contains("it was lost", StringComparison.Ordinal)
        );
        Assert.Empty(report.Extra);
        Assert.Equal(left, (await fixture.Rows.ReadRangeAsync("a", "z~", Stop)).Select(row => row.Key));

        // The last row of all: who read it.
        foreach (var key in left.Where(key => key.Contains(CaseStory.Id.Value, StringComparison.Ordinal)))
        {
            await fixture.Rows.CommitAsync([new RowWrite.Delete(key)], Stop);
        }

        await fixture.Rows.CommitAsync(
            [new RowWrite.Put($"read|{CaseStory.Id}|1|x", new Dictionary<string, string> { ["case"] = CaseStory.Id.Value })],
            Stop
        );
        Assert.Contains((await fixture.Upkeep.CheckAsync(Stop)).Damaged, damage =>
            damage.StartsWith($"{CaseStory.Id}: ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_wrong_at_one_look_only_was_in_the_making()
    {
        using var fixture = await StoryAsync();
        var head = (await fixture.Rows.FindAsync(Keys.Head(CaseStory.Id), Stop))!;
        await ChangeAsync(fixture, head.Key, "version", "99");
        fixture.Rows.AfterReading = ("case|", () => ChangeAsync(fixture, head.Key, "version", head["version"]));
        Assert.True((await fixture.Upkeep.CheckAsync(Stop)).Clean);
    }

    private static CancellationToken Stop => CancellationToken.None;

    private static async Task ChangeAsync(AppFixture fixture, string key, string field, string text)
    {
        var row = (await fixture.Rows.FindAsync(key, Stop))!;
        var fields = row.Fields.Where(one => one.Key != "Timestamp").ToDictionary(one => one.Key, one => one.Value);
        fields[field] = text;
        await fixture.Rows.CommitAsync([new RowWrite.Put(key, fields)], Stop);
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
