using System.Collections.Concurrent;
using System.Diagnostics;
using SafeguardingTeams.App.Telemetry;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>Everything the product tells in spans, as one line each.</summary>
internal sealed class Spyglass : IDisposable
{
    private readonly ActivityListener _listener;

    internal Spyglass()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == Spans.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Lines.Enqueue(Line(span)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    internal ConcurrentQueue<string> Lines { get; } = new();

    public void Dispose() => _listener.Dispose();

    private static string Line(Activity span) =>
        $"{span.DisplayName}: {Tags(span.TagObjects)} {span.Status} {span.StatusDescription} "
        + string.Join(' ', span.Events.Select(happened => $"{happened.Name} {Tags(happened.Tags)}"))
        + string.Join(' ', span.Baggage);

    private static string Tags(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
