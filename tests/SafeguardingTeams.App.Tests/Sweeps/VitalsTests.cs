using System.Diagnostics.Metrics;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Sweeps;

/// <summary>How queues and sweeps stand, as numbers.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class VitalsTests(Emulator emulator)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Lengths_age_dead_letters_and_heartbeats_are_told_by_name_and_number_only()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        var dead = new OutboxItem(CaseStory.Id, Domain.Effects.CardKind.Alert, "chair", CaseStory.Monday);
        await fixture.Rows.CommitAsync([new RowWrite.Put($"{Keys.DeadLetteredMessages}x", dead.Fields())], Stop);
        await fixture.Heartbeat.BeatAsync(Heartbeat.Watch, Stop);
        fixture.Clock.Set(CaseStory.Monday.AddSeconds(90));
        Dictionary<string, double> told = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Meter.Name == Spans.Source)
                {
                    all.EnableMeasurementEvents(instrument);
                }
            },
        };
        void Tell(Instrument instrument, double number, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            Assert.Equal(1, tags.Length);
            lock (told)
            {
                told[$"{instrument.Name} {tags[0].Key}={tags[0].Value}"] = number;
            }
        }

        listener.SetMeasurementEventCallback<int>((instrument, number, tags, _) => Tell(instrument, number, tags));
        listener.SetMeasurementEventCallback<double>((instrument, number, tags, _) => Tell(instrument, number, tags));
        listener.Start();
        var queues = new WorkQueues(fixture.Rows, new(fixture.Clock), new(new Random(1)));
        var ages = await new Vitals(queues, fixture.Heartbeat).TakeAsync(Stop);
        Assert.Equal(
            ["DeadlineSweep", "DispatchSweep", "ReconcileSweep", "FlowSweep", "WatchSweep", "ExportSweep"],
            ages.Select(one => one.Timer)
        );
        Assert.Equal(3, told["safeguarding.queue.length queue=messages"]);
        Assert.InRange(told["safeguarding.queue.oldest queue=messages"], 60, 600);
        Assert.Equal(1, told["safeguarding.queue.dead_lettered queue=messages"]);
        Assert.Equal(0, told["safeguarding.queue.length queue=jobs"]);
        Assert.Equal(1, told["safeguarding.queue.length queue=announcements"]);
        Assert.InRange(told["safeguarding.queue.oldest queue=announcements"], 60, 600);
        Assert.Equal(0, told["safeguarding.queue.length queue=flows"]);
        Assert.InRange(told["safeguarding.sweep.heartbeat_age sweep=WatchSweep"], 0, 600);
    }

    [Theory]
    [InlineData(34, 0, false)]
    [InlineData(36, 0, true)]
    [InlineData(null, 34, false)]
    [InlineData(null, 36, true)]
    public void A_sweep_has_stopped_once_its_heartbeat_is_too_old_or_a_first_one_is_overdue(int? age, int waited, bool stopped)
    {
        var one = new SweepAge(
            Heartbeat.Watch,
            "WatchSweep",
            age is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            TimeSpan.FromMinutes(35),
            0
        );
        Assert.Equal(stopped, one.HasStopped(TimeSpan.FromMinutes(waited)));
    }
}
