using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// Stands in for the Azure Functions host: starts a custom handler as the host does and posts what the host posts. It keeps
/// the host's rules: an answer without JSON never ends and costs the worker its life; an exit with 0 leaves it dead; three
/// failed exits stop everything; it kills and never asks.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private const int MostFailures = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FunctionApp _app;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly TimeProvider _caseTime;
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ConcurrentDictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _one = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _said = new();
    private readonly CancellationTokenSource _ended = new();
    private Process? _worker;
    private Uri? _address;
    private int _failures;

    private FunctionsHost(FunctionApp app, IReadOnlyDictionary<string, string?> settings, TimeProvider caseTime) => (_app, _settings, _caseTime) = (app, settings, caseTime);

    /// <summary>Where the rehearsal's own build publishes the timers.</summary>
    public static string Published { get; } = typeof(FunctionsHost).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().First(attribute => attribute.Key == "TimersFolder").Value!;

    /// <summary>Where the worker listens.</summary>
    public Uri Address => _address!;

    /// <summary>What the worker said, the last five hundred lines.</summary>
    public IEnumerable<string> Said => _said;

    /// <summary>How often a worker was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Whether the host gave up on the worker: it ended with 0, or failed three times.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>How long an invocation may take; the app's own limit unless a test shortens it.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.MaxValue;

    /// <summary>Starts the worker and waits until it listens.</summary>
    /// <param name="folder">The published app.</param>
    /// <param name="settings">The app settings: the worker's environment.</param>
    /// <param name="caseTime">What time the triggers say it is.</param>
    /// <param name="limit">A shorter limit for an invocation than the app's own.</param>
    /// <exception cref="InvalidOperationException">The app is not one the host would start.</exception>
    public static async Task<FunctionsHost> StartAsync(string folder, IReadOnlyDictionary<string, string?> settings, TimeProvider caseTime, TimeSpan? limit = null)
    {
        var app = FunctionApp.Read(folder, settings);
        var host = new FunctionsHost(app, settings, caseTime) { Limit = limit ?? app.Timeout };
        await host.StartWorkerAsync();
        return host;
    }

    /// <summary>Runs the timers by the machine's clock until disposed.</summary>
    public void RunOnSchedule()
    {
        foreach (var timer in _app.Timers)
        {
            _ = LoopAsync(timer);
        }
    }

    /// <summary>Fires one timer now, as the host would, with its retries. Never two runs of one timer at once.</summary>
    /// <param name="name">Which.</param>
    /// <param name="planned">The tick it is fired for, by case time; null for now.</param>
    /// <returns>Null where it succeeded, else why not.</returns>
    public async Task<string?> FireAsync(string name, DateTimeOffset? planned = null)
    {
        var timer = _app.Timers.First(one => one.Name == name);
        var gate = _one.GetOrAdd(name, _ => new(1, 1));
        await gate.WaitAsync(_ended.Token);
        try
        {
            var invocation = Guid.NewGuid().ToString();
            for (var attempt = 0; ; attempt++)
            {
                if (await InvokeAsync(timer, invocation, attempt, planned ?? _caseTime.GetUtcNow()) is not { } fault)
                {
                    _last[name] = planned ?? _caseTime.GetUtcNow();
                    return null;
                }

                if (attempt >= timer.Retries || HasGivenUp)
                {
                    return fault;
                }

                await Task.Delay(timer.RetryDelay < Limit ? timer.RetryDelay : Limit, _ended.Token);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Ends the worker as the host does: without a word.</summary>
    public async ValueTask KillWorkerAsync()
    {
        if (_worker is { HasExited: false } worker)
        {
            worker.Kill(entireProcessTree: true);
            await worker.WaitForExitAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        HasGivenUp = true;
        await KillWorkerAsync();
        _worker?.Dispose();
        _http.Dispose();
    }

    private async Task StartWorkerAsync()
    {
        var port = Azurite.FreePort();
        _address = new($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo(_app.Executable) { WorkingDirectory = _app.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new Dictionary<string, string?>(_settings)
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}",
            ["FUNCTIONS_HTTPWORKER_PORT"] = $"{port}",
            ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString(),
            ["FUNCTIONS_APP_ROOT_PATH"] = _app.Folder,
            // The host's own address, which the worker inherits: taking it for its own is a mistake this stand-in catches.
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Azurite.FreePort()}",
        })
        {
            start.Environment[name] = value;
        }

        var worker = Process.Start(start) ?? throw new InvalidOperationException("The worker could not be started.");
        _worker = worker;
        Starts++;
        worker.OutputDataReceived += (_, line) => Note(line.Data);
        worker.ErrorDataReceived += (_, line) => Note(line.Data);
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
        await ReadyAsync(worker);
        _ = WatchAsync(worker);
    }

    private async Task ReadyAsync(Process worker)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            try
            {
                using var any = await _http.GetAsync(_address);
                return;
            }
            catch (HttpRequestException) when (!worker.HasExited)
            {
                await Task.Delay(25);
            }
            catch (HttpRequestException)
            {
                throw new InvalidOperationException($"The worker ended with {worker.ExitCode} before it listened: {string.Join(" | ", _said)}");
            }
        }

        throw new InvalidOperationException("The worker did not listen on the port it was given within 30 s.");
    }

    private async Task WatchAsync(Process worker)
    {
        await worker.WaitForExitAsync();
        if (_ended.IsCancellationRequested || worker != _worker)
        {
            return;
        }

        HasGivenUp = worker.ExitCode == 0 || worker.ExitCode != 200 && ++_failures >= MostFailures;
        if (!HasGivenUp)
        {
            await StartWorkerAsync();
        }
    }

    private async Task<string?> InvokeAsync(TimerFunction timer, string invocation, int attempt, DateTimeOffset planned)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        limit.CancelAfter(Limit);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_address!, timer.Name))
            {
                Content = new StringContent(Body(timer, attempt, planned), Encoding.UTF8, "application/json"),
            };
            request.Headers.TransferEncodingChunked = true;
            request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/4.1037.0.0");
            request.Headers.Add("X-Azure-Functions-InvocationId", invocation);
            using var answer = await _http.SendAsync(request, limit.Token);
            var text = await answer.Content.ReadAsStringAsync(limit.Token);
            return !answer.IsSuccessStatusCode ? $"{timer.Name} failed: {(int)answer.StatusCode}"
                : answer.StatusCode == HttpStatusCode.NoContent || text.Trim() is "" or "null" ? await HangAsync(timer, limit.Token)
                : answer.Content.Headers.ContentType?.MediaType != "application/json" || JsonNode.Parse(text) is not JsonObject ? $"{timer.Name} failed: the answer is no JSON object"
                : null;
        }
        catch (OperationCanceledException) when (!_ended.IsCancellationRequested)
        {
            await KillWorkerAsync();
            return $"{timer.Name} failed: timed out, the worker was killed";
        }
        catch (HttpRequestException e)
        {
            return $"{timer.Name} failed: {e.HttpRequestError}";
        }
    }

    private static async Task<string?> HangAsync(TimerFunction timer, CancellationToken limit)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, limit);
        return timer.Name;
    }

    /// <summary>The body as a real host sends it.</summary>
    private string Body(TimerFunction timer, int attempt, DateTimeOffset planned)
    {
        var now = _caseTime.GetUtcNow();
        var last = _last.TryGetValue(timer.Name, out var at) ? at : default;
        return JsonSerializer.Serialize(new
        {
            Data = new Dictionary<string, object>
            {
                [timer.Binding] = new
                {
                    Schedule = new { AdjustForDST = true },
                    ScheduleStatus = new { Last = Instant(last), Next = Instant(planned), LastUpdated = Instant(last) },
                    IsPastDue = now - planned > TimeSpan.FromMinutes(1),
                },
            },
            Metadata = new
            {
                sys = new { MethodName = timer.Name, UtcNow = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture), RandGuid = Guid.NewGuid().ToString() },
                RetryContext = new { RetryCount = attempt, MaxRetryCount = timer.Retries, Exception = (object?)null, Instance = (object?)null, State = new { } },
            },
        });
    }

    private async Task LoopAsync(TimerFunction timer)
    {
        while (!_ended.IsCancellationRequested)
        {
            // Ticks come up to a millisecond early.
            var now = TimeProvider.System.GetUtcNow();
            var next = timer.Schedule.GetNextOccurrence(now.UtcDateTime);
            try
            {
                await Task.Delay(next - now.UtcDateTime - TimeSpan.FromMilliseconds(1) is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _ended.Token);
                if (await FireAsync(timer.Name) is { } fault)
                {
                    Note(fault);
                }

                await Task.Delay(2, _ended.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Note(string? line)
    {
        if (line is { Length: > 0 })
        {
            _said.Enqueue(line);
            while (_said.Count > 500)
            {
                _said.TryDequeue(out _);
            }
        }
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffK", CultureInfo.InvariantCulture);
}
