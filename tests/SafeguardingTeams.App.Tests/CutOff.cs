using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Tests;

/// <summary>
/// A command, and the messages that follow it, by a process that ends before or after its commits, or after its messages: nothing is
/// recorded twice, and nobody is left untold.
/// </summary>
internal static class CutOff
{
    /// <summary>Ends the process where it can end, each time from the same place.</summary>
    /// <param name="openAsync">The table before the command, with everything told that was to be told.</param>
    /// <returns>What happened to the record and who was told what, the same each time.</returns>
    internal static async Task<string> AsIfNothingAsync(Func<Task<AppFixture>> openAsync, Command command, Actor by, RecordRef record)
    {
        var smooth = await PlayAsync(openAsync, command, by, record, (null, false, null));
        Assert.False(smooth.WasCutOff);
        // That it ends before a commit, and that it ends after the one before it, leave the same. Every message goes by the same commits.
        var stops = Some(smooth.Commits)
            .Select(commit => ((int?)commit, true, (int?)null))
            .Prepend((0, false, null))
            .Concat(Some(smooth.Messages).Select(message => ((int?)null, false, (int?)message)));
        foreach (var stop in stops)
        {
            var cut = await PlayAsync(openAsync, command, by, record, stop);
            Assert.Equal((stop, true, smooth.End), (stop, cut.WasCutOff, cut.End));
        }

        return smooth.End;
    }

    /// <summary>The command's own and the first message's, one in the middle, and the last two.</summary>
    private static IEnumerable<int> Some(int count) =>
        Enumerable.Range(0, count).Where(one => one < 4 || one == count / 2 || one >= count - 2);

    private static async Task<(string End, int Commits, int Messages, bool WasCutOff)> PlayAsync(
        Func<Task<AppFixture>> openAsync,
        Command command,
        Actor by,
        RecordRef record,
        (int? Commit, bool DoesIt, int? Message) stop
    )
    {
        using var fixture = await openAsync();
        fixture.Rows.Reset(stop.Commit, stop.DoesIt);
        fixture.Messages.StopsAfter = stop.Message;
        var wasCutOff = await AgainAsync(fixture, async () =>
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by, "the same press"))
        );

        // What is learnt by the messages is a command too, and has messages of its own.
        wasCutOff |= await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
        wasCutOff |= await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
        var (commits, messages) = (fixture.Rows.Commits, fixture.Messages.Sent.Count);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)) with { Kept = [] } is { Clean: true }, $"{stop}");
        return (await EndAsync(fixture, record), commits, messages, wasCutOff);
    }

    /// <summary>As a person who presses again, and a host that is started again: until nothing stops it. Whether something did.</summary>
    private static async Task<bool> AgainAsync(AppFixture fixture, Func<Task> step)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await step();
                if (attempt == 0)
                {
                    return false;
                }
            }
            catch (StoppedException)
            {
                fixture.Rows.StopsAt = null;
                fixture.Messages.StopsAfter = null;
            }

            // What was claimed by the process that ended is free again after a minute.
            fixture.Clock.Set(fixture.Clock.GetUtcNow().AddMinutes(2));
        }

        return true;
    }

    private static async Task<string> EndAsync(AppFixture fixture, RecordRef record)
    {
        var file = (await StoredRecord.LoadAsync(fixture.Rows, record, CancellationToken.None)).Record;
        var told = fixture
            .Messages.Sent.GroupBy(sent => sent.Chat)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(chat => $"{chat.Key}={string.Join("+", chat.Select(sent => sent.Summary).Distinct().Order(StringComparer.Ordinal))}");
        var happened = file.History.Select(recorded => recorded.Event.GetType().Name);
        return $"{file.StageName} {string.Join(",", happened)} {string.Join(",", told)}";
    }
}
