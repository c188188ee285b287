using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>Practice learning with a process that ends between any two of its steps: what is told is recorded once (D8).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class LearningCrashTests(Emulator emulator)
{
    [Fact]
    public async Task A_crash_between_any_two_steps_ends_as_if_nothing_had_happened_and_a_correction_is_told_again_PD16()
    {
        var (smooth, commits) = await PlayAsync(stopsAt: null, doesIt: false, stopsAfterMessage: null);
        Assert.Contains("WayReasonPutRight,LearningReferrerTold", smooth, StringComparison.Ordinal);
        for (var stop = 0; stop < commits; stop++)
        {
            Assert.Equal(smooth, (await PlayAsync(stop, doesIt: false, null)).End);
            Assert.Equal(smooth, (await PlayAsync(stop, doesIt: true, null)).End);
        }

        for (var message = 0; message < 6; message++)
        {
            Assert.Equal(smooth, (await PlayAsync(null, false, message)).End);
        }
    }

    private async Task<(string End, int Commits)> PlayAsync(int? stopsAt, bool doesIt, int? stopsAfterMessage)
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        fixture.Rows.Reset(stopsAt, doesIt);
        fixture.Messages.StopsAfter = stopsAfterMessage;
        (Command, Actor, string)[] steps =
        [
            (LearningStory.Submit(), LearningStory.Lead with { PersonId = "the-referrer" }, "one"),
            (
                LearningStory.AnotherReason with
                {
                    Again = false,
                    Reason = "It is so.",
                    Themes = [],
                    PutRight = "",
                },
                AppFixture.Holder(Role.Chair),
                "two"
            ),
            (LearningStory.AnotherReason with { Themes = [] }, AppFixture.Holder(Role.Chair), "three"),
        ];
        foreach (var (command, actor, id) in steps)
        {
            await AgainAsync(fixture, () => fixture.RunAsync(command, actor, id));
            await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
            // What was learnt by the messages is a command too, and has messages of its own.
            await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
        }

        var commits = fixture.Rows.Commits;
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean, $"stop {stopsAt}, done {doesIt}");
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        var file = (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, LearningStory.Id, CancellationToken.None)).Record;
        var chats = fixture.Messages.Sent.GroupBy(sent => sent.Chat).OrderBy(group => group.Key, StringComparer.Ordinal);
        return (
            $"{file.Stage} {string.Join(",", file.History.Select(recorded => recorded.Event.GetType().Name))} "
                + $"{string.Join(",", chats.Select(chat => $"{chat.Key}={chat.Last().Summary}"))}",
            commits
        );
    }

    /// <summary>As a person who presses again, and a host that is started again: until nothing stops it.</summary>
    private static async Task AgainAsync(AppFixture fixture, Func<Task> step)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await step();
                if (attempt == 0)
                {
                    return;
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
    }
}
