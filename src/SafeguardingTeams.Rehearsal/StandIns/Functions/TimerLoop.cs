namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// Fires a timer by its schedule. What was missed while the host was down, be it by seconds and however many ticks, is one run at once,
/// past due. Runs never overlap: where one takes longer than the interval, the next starts at once and those between are dropped. A failed
/// run moves the schedule on all the same.
/// </summary>
/// <param name="storage">Where the host keeps when it ran.</param>
/// <param name="machine">The schedule's clock.</param>
/// <param name="fire">Fires a tick planned for an instant, past due or not.</param>
internal sealed class TimerLoop(TimerFunction timer, HostStorage storage, TimeProvider machine, Func<DateTimeOffset, bool, Task> fire)
{
    /// <summary>Ticks come up to this much before the instant they are planned for.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(1);

    /// <summary>Until it is stopped.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        var pastDue = storage[timer.Name] is { } known && known.Next < machine.GetUtcNow();
        var next = storage[timer.Name]?.Next ?? After(machine.GetUtcNow());
        storage[timer.Name] ??= new(default, next);
        while (!stop.IsCancellationRequested)
        {
            // A delay is of whole milliseconds and may end before its time: no tick is earlier than that.
            while (next - Early - machine.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, machine, stop);
            }

            var began = machine.GetUtcNow();
            await fire(next, pastDue);
            next = After(began > next ? began : next);
            storage[timer.Name] = new(began, next);
            pastDue = false;
        }
    }

    private DateTimeOffset After(DateTimeOffset at) => new(timer.Schedule.GetNextOccurrence(at.UtcDateTime), TimeSpan.Zero);
}
