using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>
/// The keys that sign what Teams sends, with their endorsements. Fetched again twice a day, and when an unknown key is met;
/// a failed fetch is not kept, and known keys go on working meanwhile.
/// </summary>
/// <remarks>
/// Whoever brings an unknown id waits for a fetch that begins after they came; all who wait share it, and unknown ids bring
/// at most one in five seconds. So strangers' ids cost next to nothing, and none of them uses up the fetch a new key needs.
/// An id that such a fetch did not show is unknown for a minute without being asked for again.
/// </remarks>
internal sealed class BotKeys(IOptions<BotOptions> options, HttpClient http, TimeProvider time)
{
    /// <summary>The least time between two fetches that unknown ids asked for.</summary>
    internal static readonly TimeSpan Gap = TimeSpan.FromSeconds(5);

    private const int MaxAbsent = 1000;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12),
        RefreshAgain = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AbsentFor = TimeSpan.FromMinutes(1),
        AfterAFailure = TimeSpan.FromSeconds(1);

    private readonly HttpDocumentRetriever _documents = new(http) { RequireHttps = !options.Value.Metadata.IsLoopback };
    private readonly ConcurrentDictionary<string, TimeSpan> _absent = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private volatile Announced? _known;
    private Task<Announced>? _next,
        _running;
    private TimeSpan _notBefore,
        _refreshAt;

    /// <summary>Waits until some keys are known.</summary>
    /// <exception cref="InvalidOperationException">The keys cannot be fetched.</exception>
    internal Task ReadyAsync(CancellationToken cancellationToken) =>
        _known is null ? FirstAsync().WaitAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>The key of an id, or null where no fetch that began after the question shows it.</summary>
    /// <exception cref="InvalidOperationException">The keys cannot be fetched.</exception>
    internal async Task<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var known = _known ?? await FirstAsync().WaitAsync(cancellationToken);
        RefreshWhereOld();
        if (known.Find(keyId) is { } key)
        {
            return key;
        }

        if (_absent.TryGetValue(keyId, out var until) && Now < until)
        {
            return null;
        }

        key = (await NextAsync().WaitAsync(cancellationToken)).Find(keyId);
        if (key is null && _absent.Count < MaxAbsent)
        {
            _absent[keyId] = Now + AbsentFor;
        }

        return key;
    }

    /// <summary>Whether the key is endorsed for a channel. A key without endorsements is endorsed for none.</summary>
    internal static bool Endorses(JsonWebKey key, string channel) =>
        key.AdditionalData.TryGetValue("endorsements", out var list)
        && list switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => array
                .EnumerateArray()
                .Any(item => item.ValueKind == JsonValueKind.String && item.GetString() == channel),
            IEnumerable<object> items => items.Any(item => item.ToString() == channel),
            _ => false,
        };

    /// <summary>Since this was made, whatever the clock on the wall is set to.</summary>
    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Where nothing is known yet, a fetch that has begun will do.</summary>
    private Task<Announced> FirstAsync()
    {
        lock (_lock)
        {
            return _running is { IsCompleted: false } running ? running : NextAsync();
        }
    }

    /// <summary>The fetch that begins next: one for all who ask before it begins, and whoever hangs up does not end it.</summary>
    private Task<Announced> NextAsync()
    {
        lock (_lock)
        {
            if (_next is null)
            {
                _next = Task.Run(FetchAsync);
                _ = _next.ContinueWith(
                    ended => ended.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted,
                    TaskScheduler.Default
                );
            }

            return _next;
        }
    }

    /// <summary>Beside the request, which the known keys answer.</summary>
    private void RefreshWhereOld()
    {
        lock (_lock)
        {
            if (Now >= _refreshAt && _known is not null)
            {
                _refreshAt = Now + RefreshAgain;
                _ = NextAsync();
            }
        }
    }

    private async Task<Announced> FetchAsync()
    {
        if (_notBefore - Now is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, time);
        }

        TimeSpan begun;
        lock (_lock)
        {
            // Whoever asks from here on waits for another. The first fetch was asked for by nobody's unknown id.
            (_running, _next, begun) = (_next, null, Now);
            _notBefore = _known is null ? begun : begun + Gap;
        }

        foreach (var (id, _) in _absent.Where(absent => absent.Value <= begun))
        {
            _absent.TryRemove(id, out _);
        }

        try
        {
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(
                options.Value.Metadata.ToString(),
                _documents,
                CancellationToken.None
            );
            return Keep(new(begun, [.. document.JsonWebKeySet?.Keys ?? []]));
        }
        catch (Exception e)
        {
            lock (_lock)
            {
                _notBefore = Now + (_known is null ? AfterAFailure : Gap);
            }

            throw new InvalidOperationException("The keys cannot be fetched.", e);
        }
    }

    private Announced Keep(Announced fetched)
    {
        lock (_lock)
        {
            if (fetched.Keys.Count == 0)
            {
                throw new InvalidOperationException("No keys are announced.");
            }

            _refreshAt = fetched.Begun + Fresh;
            return _known = _known is { } other && other.Begun > fetched.Begun ? other : fetched;
        }
    }

    /// <summary>The keys of one fetch.</summary>
    private sealed record Announced(TimeSpan Begun, IReadOnlyList<JsonWebKey> Keys)
    {
        internal JsonWebKey? Find(string keyId) => Keys.FirstOrDefault(key => key.Kid == keyId);
    }
}
