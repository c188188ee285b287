using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <summary>A copy of the table, and the way back: nothing is lost, and nothing is sent twice.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class BackupTests(Emulator emulator)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Copied_and_put_into_an_empty_table_everything_is_as_it_was_and_what_waited_waits_for_a_person()
    {
        using var before = await StoryAsync();
        var there = await before.EverythingAsync();
        var waiting = there.Keys.Where(key => key.StartsWith(Keys.Outbox, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(waiting);
        await before.Get<ExportSweep>().RunAsync(Stop);
        var copy = await before.Get<Backups>().ReadAsync(Assert.Single(await before.Get<Backups>().NamesAsync(Stop)), Stop);

        using var after = await RestoredAsync(copy!.Value);
        Assert.True((await after.Upkeep.CheckAsync(Stop)).Clean);
        Assert.Empty((await after.Get<AuditCheck>().RunAsync("", Stop)).Findings);

        // Nothing goes: no message that waited, no reminder that is due since.
        await after.EverybodyHasTheAppAsync();
        after.Clock.Set(CaseStory.Monday.AddDays(14));
        await after.Dispatcher.DispatchAsync(Stop);
        Assert.Equal(0, (await after.Sweep.RunAsync(Stop)).Due);
        await after.Dispatcher.DispatchAsync(Stop);
        Assert.Empty(after.Messages.Sent);
        Assert.Contains(("out", waiting.Count), await after.Get<Backups>().HeldBackAsync(Stop));

        Assert.Equal(waiting.Count + 1, await after.Get<Backups>().ReleaseAsync(sends: true, Stop));
        Assert.Null(await after.Get<Backups>().ReleaseAsync(sends: true, Stop));
        Assert.Equal(Compared(there), Compared(await after.EverythingAsync()));
        await after.Dispatcher.DispatchAsync(Stop);
        Assert.Equal(waiting.Count, after.Messages.Sent.Count);
    }

    [Fact]
    public async Task Dropped_it_is_not_sent_and_reminders_go_on()
    {
        using var before = await StoryAsync();
        using var after = await RestoredAsync(await before.Get<Backups>().CopyAsync(Stop));
        await after.EverybodyHasTheAppAsync();
        Assert.NotEqual(0, await after.Get<Backups>().ReleaseAsync(sends: false, Stop));
        await after.Dispatcher.DispatchAsync(Stop);
        Assert.Empty(after.Messages.Sent);
        after.Clock.Set(CaseStory.Monday.AddDays(14));
        Assert.NotEqual(0, (await after.Sweep.RunAsync(Stop)).Chased);
    }

    [Fact]
    public async Task Cut_off_anywhere_it_goes_on_with_the_same_copy_and_with_no_other()
    {
        using var before = await StoryAsync();
        var copy = await before.Get<Backups>().CopyAsync(Stop);
        using var after = await emulator.OpenAsync();
        after.Rows.Reset(1, false);
        await Assert.ThrowsAsync<StoppedException>(() => after.Get<Backups>().RestoreAsync(copy, Stop));
        after.Rows.StopsAt = null;
        Assert.Null(await after.Get<Backups>().ReleaseAsync(sends: true, Stop));
        before.Clock.Set(CaseStory.Monday.AddDays(1));
        await before.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        Assert.Contains("Another copy", await after.Get<Backups>().RestoreAsync(await before.Get<Backups>().CopyAsync(Stop), Stop));
        Assert.Null(await after.Get<Backups>().RestoreAsync(copy, Stop));
        using var started = await emulator.OpenBesideAsync(after);
        Assert.True((await started.Upkeep.CheckAsync(Stop)).Clean);
    }

    [Fact]
    public async Task A_table_that_holds_anything_a_copy_of_others_and_half_a_copy_are_refused_in_words()
    {
        using var before = await StoryAsync();
        var copy = await before.Get<Backups>().CopyAsync(Stop);
        var everything = await before.EverythingAsync();
        Assert.Contains("The table is not empty", await before.Get<Backups>().RestoreAsync(copy, Stop));
        Assert.Equal(everything, await before.EverythingAsync());
        using var after = await emulator.OpenAsync(file => file with { Code = "OTHR" });
        Assert.Contains("The copy is of the partnership GSCP", await after.Get<Backups>().RestoreAsync(copy, Stop));
        await Assert.ThrowsAsync<FormatException>(() => after.Get<Backups>().RestoreAsync(copy[..(copy.Length / 2)], Stop));
        await Assert.ThrowsAsync<FormatException>(() => after.Get<Backups>().RestoreAsync(new byte[] { 1, 2, 3 }, Stop));
    }

    [Fact]
    public async Task An_older_program_refuses_a_table_it_cannot_read_in_words_and_changes_nothing()
    {
        using var old = await StoryAsync();
        using var newer = await emulator.OpenBesideAsync(old, new(2, 2));
        var everything = await newer.EverythingAsync();
        var refused = await Assert.ThrowsAsync<NewerTableException>(() => old.Get<StorageVersion>().CheckAsync(Stop));
        Assert.Contains("newer version of this program", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NewerTableException>(async () => await emulator.OpenBesideAsync(old));
        Assert.Equal(everything, await newer.EverythingAsync());

        // Nor does it put a copy of it into a table of its own.
        using var empty = await emulator.OpenAsync();
        Assert.Contains("newer", await empty.Get<Backups>().RestoreAsync(await newer.Get<Backups>().CopyAsync(Stop), Stop));
    }

    [Fact]
    public async Task A_newer_program_that_only_adds_works_beside_an_older_one_and_the_stamp_does_not_go_back()
    {
        using var timers = await StoryAsync();
        using var bot = await emulator.OpenBesideAsync(timers, new(2, 1));
        await bot.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await timers.Get<StorageVersion>().CheckAsync(Stop);
        await timers.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        Assert.Equal(("2", "1"), await StampAsync(timers));
        Assert.True((await bot.Upkeep.CheckAsync(Stop)).Clean);
    }

    private static async Task<(string, string)> StampAsync(AppFixture fixture)
    {
        var stamp = (await fixture.Rows.FindAsync(Keys.Version, Stop))!;
        return (stamp["writes"], stamp["needs"]);
    }

    /// <summary>Without what is of no record: chats that were made for the test, heartbeats, leases.</summary>
    private static List<string> Compared(IReadOnlyDictionary<string, string> rows) =>
        [
            .. rows.Where(row =>
                    !row.Key.StartsWith("meta|", StringComparison.Ordinal) && !row.Key.StartsWith("chat|", StringComparison.Ordinal)
                )
                .Select(row => $"{row.Key} {row.Value}"),
        ];

    /// <summary>The hosts are started after a copy was put back: they read its secrets.</summary>
    private async Task<AppFixture> RestoredAsync(ReadOnlyMemory<byte> copy)
    {
        using var command = await emulator.OpenAsync();
        Assert.Null(await command.Get<Backups>().RestoreAsync(copy, Stop));
        return await emulator.OpenBesideAsync(command);
    }

    private async Task<AppFixture> StoryAsync()
    {
        var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        return fixture;
    }
}
