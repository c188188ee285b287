using System.Collections.Immutable;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Tests.CardActions;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Audit;

/// <summary>What the night writes of the days before, and what verify says of it (F1).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class AuditExportTests(Emulator emulator)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_reading_says_who_when_in_what_capacity_and_for_what()
    {
        using var fixture = await StoryAsync();
        var read = Assert.Single(await fixture.Rows.ReadAsync(Keys.Reads(CaseStory.Id), Stop), row => row["person"] == "mash-officer");
        Assert.Equal(("MashOfficer", "Reading", "open-case", "test"), (read["capacity"], read["purpose"], read["what"], read["carrier"]));
        Assert.NotEmpty(read["name"]);
    }

    [Fact]
    public async Task Every_day_is_written_once_in_order_and_agrees_with_the_table()
    {
        using var fixture = await StoryAsync();
        Assert.Equal([Before], (await fixture.Get<ExportSweep>().RunAsync(Stop)).Written.Select(day => day.Day));

        // Three nights on: what was missed is written, and said to be late, but the last.
        fixture.Clock.Set(CaseStory.Monday.AddDays(3));
        var report = await fixture.Get<ExportSweep>().RunAsync(Stop);
        Assert.Equal([true, true, false], report.Written.Select(day => day.Late));
        Assert.Empty(report.Broken);
        Assert.Empty((await fixture.Get<ExportSweep>().RunAsync(Stop)).Written);

        var verified = await fixture.Get<AuditCheck>().RunAsync(report.Written[^1].Fingerprint, Stop);
        Assert.Empty(verified.Findings);
        Assert.Equal((4, Before, Before.AddDays(3)), (verified.Days, verified.First, verified.Last));
        Assert.Equal(await EntriesAsync(fixture), verified.Entries);
        Assert.True((await fixture.Upkeep.CheckAsync(Stop)).Clean);
        Assert.NotNull((await fixture.Heartbeat.AgesAsync(Stop)).Single(one => one.Timer == "ExportSweep").Age);
    }

    [Fact]
    public async Task Two_at_it_at_once_leave_one_file_for_each_day_and_the_chain_whole()
    {
        using var fixture = await StoryAsync();
        using var other = await emulator.OpenBesideAsync(fixture);
        foreach (var day in Enumerable.Range(1, 3))
        {
            fixture.Clock.Set(CaseStory.Monday.AddDays(day));
            other.Clock.Set(CaseStory.Monday.AddDays(day));
            await Task.WhenAll(fixture.Get<AuditExport>().RunAsync(Stop), other.Get<AuditExport>().RunAsync(Stop));
        }

        Assert.Empty((await fixture.Get<AuditCheck>().RunAsync("", Stop)).Findings);
        Assert.Equal(3, (await DaysAsync(fixture)).Count);
    }

    [Fact]
    public async Task Cut_off_after_any_file_it_goes_on_where_it_was()
    {
        using var fixture = await StoryAsync();
        fixture.Clock.Set(CaseStory.Monday.AddDays(1));
        await fixture.Get<AuditExport>().RunAsync(Stop);
        fixture.Clock.Set(CaseStory.Monday.AddDays(4));
        for (var puts = 0; puts < 3; puts++)
        {
            var export = new AuditExport(
                fixture.Rows,
                new StopsAfterAPut(fixture.Get<IAuditFiles>()),
                fixture.Get<Drafts.Partnership>(),
                fixture.Get<Time.LondonClock>()
            );
            await Assert.ThrowsAsync<StoppedException>(() => export.RunAsync(Stop));
        }

        Assert.Empty((await fixture.Get<AuditExport>().RunAsync(Stop)).Written);
        Assert.Empty((await fixture.Get<AuditCheck>().RunAsync("", Stop)).Findings);
    }

    [Fact]
    public async Task Readings_deleted_and_events_rewritten_with_hashes_computed_anew_are_found_by_verify_and_by_the_next_night()
    {
        using var fixture = await StoryAsync();
        fixture.Clock.Set(CaseStory.Monday.AddDays(1));
        await fixture.Get<ExportSweep>().RunAsync(Stop);
        var read = (await fixture.Rows.ReadAsync(Keys.Reads(CaseStory.Id), Stop))[0];
        var rows = await fixture.Rows.ReadAsync($"{Keys.Case(CaseStory.Id)}e|", Stop);
        var head = (await fixture.Rows.FindAsync(Keys.Head(CaseStory.Id), Stop))!;
        List<RowWrite> writes = [new RowWrite.Delete(read.Key)];
        var hash = HashChain.Start;
        foreach (var row in rows)
        {
            var text = LongText.In(row, "record").Replace("The same child.", "Another child.", StringComparison.Ordinal);
            var fields = new Dictionary<string, string>([LongText.Field("record", text)])
            {
                ["previous"] = hash,
                ["hash"] = hash = HashChain.Next(hash, text),
            };
            writes.Add(new RowWrite.Put(row.Key, fields));
        }

        var newHead = head.Fields.Where(field => field.Key != "Timestamp").ToDictionary();
        newHead["hash"] = hash;
        await fixture.Rows.CommitAsync([.. writes, new RowWrite.Put(head.Key, newHead)], Stop);
        Assert.Empty((await fixture.Upkeep.CheckAsync(Stop)).Damaged);

        var found = (await fixture.Get<AuditCheck>().RunAsync("", Stop)).Findings;
        Assert.Equal([$"{CaseStory.Id}, event 2", read.Key], found.Select(one => one.Where).Order(StringComparer.Ordinal));
        fixture.Clock.Set(CaseStory.Monday.AddDays(2));
        Assert.Equal([CaseStory.Id.Value], (await fixture.Get<ExportSweep>().RunAsync(Stop)).Broken);
    }

    [Fact]
    public async Task The_Chair_sees_who_has_looked_and_nobody_else_does()
    {
        using var fixture = await StoryAsync();
        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.SendAsync(Verbs.WhoLooked, new() { ["case"] = CaseStory.Id.Value });
        Assert.Contains("Who has looked at this case", chair.Card.Text, StringComparison.Ordinal);
        Assert.Contains("to read where it stands", chair.Card.Text, StringComparison.Ordinal);
        Assert.Contains("MASH officer", chair.Card.Text, StringComparison.Ordinal);
        var officer = new Hands(fixture, Hands.Of("mash-officer"));
        await officer.SendAsync(Verbs.WhoLooked, new() { ["case"] = CaseStory.Id.Value });
        Assert.DoesNotContain("Who has looked", officer.Card.Text, StringComparison.Ordinal);
    }

    private static readonly DateOnly Before = new(2026, 11, 1);

    private static async Task<ImmutableList<DateOnly>> DaysAsync(AppFixture fixture) =>
        [.. (await fixture.Get<IAuditFiles>().NamesAsync(AuditDay.Folder, Stop)).Select(AuditDay.DayOf).OfType<DateOnly>()];

    private static async Task<int> EntriesAsync(AppFixture fixture)
    {
        var table = await AuditTable.LoadAsync(fixture.Rows, Stop);
        return table.Reads.Count + table.Records.Sum(record => record.Value.Count);
    }

    private async Task<AppFixture> StoryAsync()
    {
        var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        await fixture.RunAsync(CommandRunnerTests.Submit with { CaseId = CaseStory.OtherId }, CaseStory.Person("other", Role.Practitioner));
        await fixture.RunAsync(new JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."), AppFixture.Holder(Role.MashOfficer));
        var officer = new Hands(fixture, Hands.Of("mash-officer"));
        await officer.OpenAsync(CaseStory.Id.Value);
        return fixture;
    }

    /// <summary>A process that ends right after it has put a file.</summary>
    private sealed class StopsAfterAPut(IAuditFiles real) : IAuditFiles
    {
        public async Task<bool> PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
            await real.PutAsync(name, bytes, cancellationToken) ? throw new StoppedException() : false;

        public Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken) =>
            real.ReadAsync(name, cancellationToken);

        public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) =>
            real.NamesAsync(prefix, cancellationToken);
    }
}
