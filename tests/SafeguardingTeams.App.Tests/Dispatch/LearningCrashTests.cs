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
        Assert.Contains("WayReasonPutRight,LearningReferrerTold", smooth[^1], StringComparison.Ordinal);

        // A play ends with the step that was cut off: what is the same then goes on the same.
        void AsIfNothing((List<string> Ends, int Commits) play) => Assert.Equal(smooth[play.Ends.Count - 1], play.Ends[^1]);
        for (var stop = 0; stop < commits; stop++)
        {
            AsIfNothing(await PlayAsync(stop, doesIt: false, null));
            AsIfNothing(await PlayAsync(stop, doesIt: true, null));
        }

        for (var message = 0; message < 6; message++)
        {
            AsIfNothing(await PlayAsync(null, false, message));
        }
    }

    private async Task<(List<string> Ends, int Commits)> PlayAsync(int? stopsAt, bool doesIt, int? stopsAfterMessage)
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
        List<string> ends = [];
        foreach (var (command, actor, id) in steps)
        {
            var wasCutOff = await AgainAsync(fixture, () => fixture.RunAsync(command, actor, id));
            wasCutOff |= await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
            // What was learnt by the messages is a command too, and has messages of its own.
            wasCutOff |= await AgainAsync(fixture, () => fixture.Dispatcher.DispatchAsync(CancellationToken.None));
            ends.Add(await EndAsync(fixture));
            if (wasCutOff)
            {
                break;
            }
        }

        var commits = fixture.Rows.Commits;
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean, $"stop {stopsAt}, done {doesIt}");
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        return (ends, commits);
    }

    private static async Task<string> EndAsync(AppFixture fixture)
    {
        var file = (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, LearningStory.Id, CancellationToken.None)).Record;
        var chats = fixture.Messages.Sent.GroupBy(sent => sent.Chat).OrderBy(group => group.Key, StringComparer.Ordinal);
        return $"{file.Stage} {string.Join(",", file.History.Select(recorded => recorded.Event.GetType().Name))} "
            + $"{string.Join(",", chats.Select(chat => $"{chat.Key}={chat.Last().Summary}"))}";
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
}
