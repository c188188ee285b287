using System.Diagnostics;

namespace SafeguardingTeams.App.Telemetry;

/// <summary>
/// What was done, for whoever looks after the service: names, ids and numbers, never a text of a case (F2). A fault is told by its type and
/// its stack, never by its message. Costs nothing where nobody listens.
/// </summary>
public static class Spans
{
    /// <summary>What an exporter has to listen to.</summary>
    public const string Source = "SafeguardingTeams";

    private static readonly ActivitySource All = new(Source);

    /// <summary>Does something, and tells that it was done, how long it took and how it ended.</summary>
    /// <param name="name">What kind of thing: <c>command</c>, <c>message</c>, <c>reconcile job</c>, <c>sweep</c>, <c>graph</c>.</param>
    /// <param name="ids">What it is about: names and ids of this program, nothing that somebody has typed.</param>
    /// <param name="doAsync">Does it.</param>
    /// <param name="end">In a word, how it ended; null where there is nothing to say.</param>
    public static async Task<T> RunAsync<T>(
        string name,
        (string Key, object Value)[] ids,
        Func<Task<T>> doAsync,
        Func<T, string?>? end = null
    )
    {
        using var span = All.StartActivity(name);
        foreach (var (key, value) in ids)
        {
            span?.SetTag($"safeguarding.{key}", value is int or long ? value : value.ToString());
        }

        try
        {
            var result = await doAsync();
            span?.SetTag("safeguarding.end", end?.Invoke(result));
            return result;
        }
        catch (Exception e)
        {
            Fault(e);
            throw;
        }
    }

    /// <summary>Says on what is being done at this moment that it failed.</summary>
    public static void Fault(Exception fault)
    {
        if (Activity.Current is not { } span || span.Source != All)
        {
            return;
        }

        var type = fault.GetType().FullName;
        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag("error.type", type);
        span.AddEvent(new("exception", tags: new() { ["exception.type"] = type, ["exception.stacktrace"] = Faults.StackOf(fault) }));
    }

    /// <summary>Adds something to what is being done at this moment.</summary>
    public static void Add(string key, object value)
    {
        if (Activity.Current is { } span && span.Source == All)
        {
            span.SetTag($"safeguarding.{key}", value);
        }
    }
}
