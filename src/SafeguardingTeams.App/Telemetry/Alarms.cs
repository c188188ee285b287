using System.Diagnostics.Metrics;

namespace SafeguardingTeams.App.Telemetry;

/// <summary>Numbers that call somebody, beside those of queues and sweeps: kinds and counts, never which record (F2).</summary>
public static class Alarms
{
    private static readonly Meter Meter = new(Spans.Source);

    private static readonly Counter<int> Records = Meter.CreateCounter<int>(
        "safeguarding.records.unreadable",
        "{read}",
        "Reads of a record that cannot be read"
    );

    private static readonly Counter<int> Access = Meter.CreateCounter<int>(
        "safeguarding.access.drifted",
        "{look}",
        "Looks at a folder that others can open than should, or fewer"
    );

    private static readonly Gauge<int> Known = Meter.CreateGauge<int>(
        "safeguarding.calendar.days_known",
        "d",
        "How long bank holidays are known ahead"
    );

    /// <summary>A record could not be read.</summary>
    /// <param name="kind">What kind of record.</param>
    internal static void Unreadable(string kind) => Records.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>A secured folder is open to others than it should be (B9).</summary>
    internal static void Drifted() => Access.Add(1, new KeyValuePair<string, object?>("of", "folder"));

    /// <summary>How many days from today bank holidays are known.</summary>
    public static void CalendarKnown(int days) => Known.Record(days, new KeyValuePair<string, object?>("calendar", "england-and-wales"));
}
