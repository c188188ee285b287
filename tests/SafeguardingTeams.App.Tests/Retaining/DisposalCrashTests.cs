using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Tests.Retaining;

/// <summary>A disposal by a process that ends at any commit or message, and is started again: the same is gone (F3).</summary>
public class DisposalCrashTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Cut_off_at_any_commit_or_message_it_ends_as_if_nothing_had_happened_F3()
    {
        var smooth = await PlayAsync(null, false, null);
        Assert.False(smooth.WasCutOff);
        Assert.True(smooth.Commits > 10 && smooth.Messages > 0, $"{smooth.Commits} commits, {smooth.Messages} messages");
        for (var commit = 0; commit < smooth.Commits; commit++)
        {
            foreach (var doesIt in new[] { false, true })
            {
                var cut = await PlayAsync(commit, doesIt, null);
                Assert.Equal((commit, doesIt, true, smooth.End), (commit, doesIt, cut.WasCutOff, cut.End));
            }
        }

        for (var message = 0; message < smooth.Messages; message++)
        {
            var cut = await PlayAsync(null, false, message);
            Assert.Equal((message, true, smooth.End), (message, cut.WasCutOff, cut.End));
        }
    }

    private static async Task<(string End, int Commits, int Messages, bool WasCutOff)> PlayAsync(int? commit, bool doesIt, int? message)
    {
        using var world = await RetentionWorld.ProposedAsync();
        var before = world.App.Messages.Sent.Count;
        world.App.Rows.Reset(commit, doesIt);
        world.App.Messages.StopsAfter = before + message;
        var seen = (await world.KeptOfAsync()).Changes;
        var records = world.App.Get<App.Retaining.RecordsToGo>();
        var wasCutOff = await AgainAsync(world, async () =>
            Assert.IsType<Outcome.Done>(await records.ConfirmAsync(RetentionWorld.Gone, seen, "confirm", RetentionWorld.Chair, Stop))
        );
        wasCutOff |= await AgainAsync(world, () => world.App.Reconciling.RunAsync(Stop));
        world.App.Clock.Set(RetentionWorld.Due.AddDays(1));
        wasCutOff |= await AgainAsync(world, world.NightAsync);
        wasCutOff |= await AgainAsync(world, () => world.App.Reconciling.RunAsync(Stop));
        var (commits, messages) = (world.App.Rows.Commits, world.App.Messages.Sent.Count - before);
        Assert.Empty(await world.App.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
        Assert.True((await world.App.Upkeep.CheckAsync(Stop)).Clean);
        return (await EndAsync(world), commits, messages, wasCutOff);
    }

    /// <summary>As a person who presses again, and a host that is started again. Whether something stopped it.</summary>
    private static async Task<bool> AgainAsync(RetentionWorld world, Func<Task> step)
    {
        var stopped = false;
        for (var attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                await step();
                return stopped;
            }
            catch (StoppedException)
            {
                stopped = true;
                (world.App.Rows.StopsAt, world.App.Messages.StopsAfter) = (null, null);
            }

            // What was claimed by the process that ended is free again.
            world.App.Clock.Set(world.App.Clock.GetUtcNow().AddMinutes(10));
        }

        return true;
    }

    private static async Task<string> EndAsync(RetentionWorld world)
    {
        var done = (await world.KeptOfAsync()).Disposal!;
        var keys = (await world.EverythingAsync()).Select(row => row.Key).Where(key => !key.StartsWith("meta|", StringComparison.Ordinal));
        var kept = await world.Kept.NamesAsync(RecordRef.Group, Stop);
        return string.Join(
            '\n',
            [
                .. keys,
                $"{done.Certificate} {done.Done!.On}",
                .. done.Done.Removed.Select(part => $"{part.Place} {part.Count}"),
                .. done.Done.Remains.Select(part => $"{part.Rest} {part.Count} {part.Until}"),
                $"{kept.Count} kept, {(await world.Kept.NamesAsync(RetentionWorld.Gone, Stop)).Count} of it",
                .. world
                    .App.Messages.Sent.Select(sent => $"{sent.Chat} {sent.MessageId} {sent.Summary}")
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ]
        );
    }
}
