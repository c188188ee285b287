using System.Diagnostics.Metrics;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Telemetry;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>How the queues and the sweeps stand, as numbers for whoever looks after the service.</summary>
public sealed class Vitals(WorkQueues queues, Heartbeat heartbeat)
{
    private static readonly Meter Meter = new(Spans.Source);

    private static readonly Gauge<int> Length = Meter.CreateGauge<int>("safeguarding.queue.length", "{item}", "Not done yet");

    private static readonly Gauge<double> Oldest = Meter.CreateGauge<double>("safeguarding.queue.oldest", "s", "How long the oldest waits");

    private static readonly Gauge<int> DeadLettered = Meter.CreateGauge<int>(
        "safeguarding.queue.dead_lettered",
        "{item}",
        "Given up, for a person to see to"
    );

    private static readonly Gauge<double> Age = Meter.CreateGauge<double>(
        "safeguarding.sweep.heartbeat_age",
        "s",
        "Since a sweep last ended"
    );

    /// <summary>Reads all of them and tells them. Returns how the sweeps stand.</summary>
    public async Task<IReadOnlyList<SweepAge>> TakeAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in await queues.StatesAsync(cancellationToken))
        {
            var tag = new KeyValuePair<string, object?>("queue", queue.Name);
            Length.Record(queue.Length, tag);
            Oldest.Record(queue.Oldest.TotalSeconds, tag);
            DeadLettered.Record(queue.DeadLettered, tag);
        }

        var ages = await heartbeat.AgesAsync(cancellationToken);
        foreach (var one in ages.Where(one => one.Age is not null))
        {
            Age.Record(one.Age!.Value.TotalSeconds, new KeyValuePair<string, object?>("sweep", one.Timer));
        }

        return ages;
    }
}
