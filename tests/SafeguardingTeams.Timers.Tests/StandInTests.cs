using SafeguardingTeams.Rehearsal.StandIns.Functions;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>The stand-in keeps the real host's rules: a worker that breaks one is punished as it would be in Azure.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public class StandInTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(600);

    [Fact]
    public async Task An_empty_answer_hangs_until_the_worker_is_killed_and_another_started()
    {
        await using var host = await StartAsync("answer.writeHead(200); answer.end();", retries: 0);
        Assert.Contains("timed out", await host.FireAsync("Sweep"), StringComparison.Ordinal);
        while (host.Starts < 2)
        {
            await Task.Delay(20);
        }

        Assert.False(host.HasGivenUp);
    }

    [Fact]
    public async Task A_worker_that_ends_with_0_stays_dead()
    {
        await using var host = await StartAsync("process.exit(0);", retries: 0);
        Assert.NotNull(await host.FireAsync("Sweep"));
        while (!host.HasGivenUp)
        {
            await Task.Delay(20);
        }

        Assert.NotNull(await host.FireAsync("Sweep"));
        Assert.Equal(1, host.Starts);
    }

    [Fact]
    public async Task A_failed_run_is_tried_again_with_the_same_invocation_id_and_then_given_up()
    {
        await using var host = await StartAsync("console.log('id ' + request.headers['x-azure-functions-invocationid'] + ' ' + request.headers['transfer-encoding']); answer.writeHead(500, {'content-type': 'application/json'}); answer.end('{}');", retries: 2);
        Assert.Contains("500", await host.FireAsync("Sweep"), StringComparison.Ordinal);
        while (host.Said.Count() < 3)
        {
            await Task.Delay(20);
        }

        Assert.Single(host.Said.Distinct());
        Assert.EndsWith("chunked", host.Said.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_object_is_a_failure()
    {
        await using var host = await StartAsync("answer.writeHead(200, {'content-type': 'text/plain'}); answer.end('done');", retries: 0);
        Assert.Contains("no JSON", await host.FireAsync("Sweep"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_listens_where_ASPNETCORE_URLS_says_is_never_ready()
    {
        var folder = Folder("", 0, "new URL(process.env.ASPNETCORE_URLS).port");
        var start = FunctionsHost.StartAsync(folder, new Dictionary<string, string?>(), TimeProvider.System, Soon);
        Assert.NotSame(start, await Task.WhenAny(start, Task.Delay(1500)));
    }

    [Fact]
    public void An_app_the_host_would_not_take_is_refused()
    {
        var folder = Folder("answer.end('{}');", 0);
        File.WriteAllText(Path.Combine(folder, "Sweep", "function.json"), """{"bindings":[{"type":"timerTrigger","direction":"in","name":"timer","schedule":"%When%"}]}""");
        Assert.Throws<InvalidOperationException>(() => FunctionApp.Read(folder, new Dictionary<string, string?>()));
        Assert.Single(FunctionApp.Read(folder, new Dictionary<string, string?> { ["When"] = "0 */5 * * * *" }).Timers);
        File.WriteAllText(Path.Combine(folder, "Sweep", "function.json"), """{"bindings":[{"type":"httpTrigger","direction":"in","name":"req"}]}""");
        Assert.Throws<InvalidOperationException>(() => FunctionApp.Read(folder, new Dictionary<string, string?>()));
    }

    private static Task<FunctionsHost> StartAsync(string onPost, int retries) =>
        FunctionsHost.StartAsync(Folder(onPost, retries), new Dictionary<string, string?>(), TimeProvider.System, Soon);

    /// <summary>A worker of a few lines that does one thing wrong.</summary>
    private static string Folder(string onPost, int retries, string port = "process.env.FUNCTIONS_CUSTOMHANDLER_PORT")
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("worker").FullName;
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "Sweep"));
        File.WriteAllText(Path.Combine(folder, "host.json"), """{"version":"2.0","functionTimeout":"00:05:00","customHandler":{"description":{"defaultExecutablePath":"worker"}}}""");
        File.WriteAllText(Path.Combine(folder, "Sweep", "function.json"), """{"bindings":[{"type":"timerTrigger","direction":"in","name":"timer","schedule":"0 * * * * *"}],"retry":{"strategy":"fixedDelay","maxRetryCount":RETRIES,"delayInterval":"00:00:00.050"}}""".Replace("RETRIES", $"{retries}", StringComparison.Ordinal));
        var worker = Path.Combine(folder, "worker");
        File.WriteAllText(worker, $"#!/usr/bin/env node\nrequire('http').createServer((request, answer) => {{ if (request.method === 'GET') {{ answer.end(); return; }} {onPost} }}).listen({port}, '127.0.0.1');\n");
        File.SetUnixFileMode(worker, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
