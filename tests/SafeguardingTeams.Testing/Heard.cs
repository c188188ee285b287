using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SafeguardingTeams.App.Telemetry;

namespace SafeguardingTeams.Testing;

/// <summary>
/// The numbers that are told in this flow of calls, each with its name and tag; what other tests tell meanwhile is not heard.
/// </summary>
public sealed class Heard : IDisposable
{
    private readonly AsyncLocal<bool> _here = new();
    private readonly ConcurrentQueue<string> _told = new();
    private readonly MeterListener _listener;

    public Heard()
    {
        _here.Value = true;
        _listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Spans.Source)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<int>(
            (instrument, number, tags, _) =>
            {
                if (_here.Value)
                {
                    _told.Enqueue($"{instrument.Name} {tags[0].Key}={tags[0].Value}: {number}");
                }
            }
        );
        _listener.Start();
    }

    /// <summary>In order: name, tag and number.</summary>
    public IEnumerable<string> Told => _told;

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
