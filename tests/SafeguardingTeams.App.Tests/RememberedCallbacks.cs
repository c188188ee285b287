using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.App.Tests;

/// <summary>Flows that only remember what they are told, and answer as a test says, by the first label of their host.</summary>
internal sealed class RememberedCallbacks : IFlowCallbacks
{
    internal static FlowSetting Setting { get; } =
        new()
        {
            CallbackHosts = ["*.logic.azure.com"],
            MostOfOne = 250,
            CallFor = TimeSpan.FromSeconds(1),
        };

    private readonly ConcurrentQueue<(string Flow, string Body)> _told = [];

    private readonly ConcurrentQueue<string> _tried = [];

    /// <summary>How a flow answers; one that is not here takes all it is told.</summary>
    internal ConcurrentDictionary<string, Func<FlowCall>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Flows that never answer.</summary>
    internal ConcurrentDictionary<string, bool> Hanging { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the process ends right after a flow was told.</summary>
    internal bool StopsAfter { get; set; }

    internal ImmutableList<string> Tried => [.. _tried];

    internal static string Address(string flow) => $"https://{flow}.logic.azure.com/workflows/1?sig=SECRET-{flow}";

    /// <summary>What a flow was told, in order, by the id of each notification.</summary>
    internal ImmutableList<string> Of(string flow) => [.. Bodies(flow).Select(body => body.GetProperty("id").GetString()!)];

    internal IEnumerable<JsonElement> Bodies(string flow) =>
        _told.Where(one => one.Flow == flow).Select(one => JsonDocument.Parse(one.Body).RootElement);

    public async Task<FlowCall> PostAsync(Uri callback, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var flow = callback.Host.Split('.')[0];
        _tried.Enqueue(flow);
        if (Hanging.ContainsKey(flow))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        var answer = Answers.TryGetValue(flow, out var said) ? said() : new FlowCall.Taken();
        if (answer is FlowCall.Taken)
        {
            _told.Enqueue((flow, Encoding.UTF8.GetString(body.Span)));
        }

        return StopsAfter ? throw new StoppedException() : answer;
    }
}
