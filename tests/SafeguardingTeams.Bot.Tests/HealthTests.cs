using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Bot.Sweeps;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>How the host says that it is, to whatever watches over it.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public sealed class HealthTests(HostFixture stage)
{
    private static CancellationToken Stop => CancellationToken.None;

    [Fact]
    public async Task Each_part_says_how_it_is_and_what_is_not_well_is_a_503_with_its_reason_first()
    {
        var logs = new Logbook();
        await using var host = await stage.StartAsync(logs);
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        var rows = host.Services.GetRequiredService<IRows>();
        Assert.Contains(logs.Lines, line =>
            line.Contains($"Started: version {Hosts.Version}, partnership GSCP (file ", StringComparison.Ordinal)
            && line.Contains("Graph on, storage http://127.0.0.1:", StringComparison.Ordinal)
        );
        Assert.Equal((HttpStatusCode.OK, "healthy\n"), await GetAsync(host, "/health/live"));
        Assert.Equal((HttpStatusCode.OK, "healthy\n"), await GetAsync(host, "/health/ready"));
        var (status, text) = await GetAsync(host, "/health/parts");
        var parts = JsonNode.Parse(text)!;
        Assert.Equal((HttpStatusCode.OK, "healthy", Hosts.Version), (status, (string)parts["status"]!, (string)parts["version"]!));
        Assert.Equal(
            ["storage", "sweeps", "queues", "calendar", "records", "partnership", "graph"],
            parts["parts"]!.AsObject().Select(part => part.Key)
        );
        Assert.All(parts["parts"]!.AsObject(), part => Assert.Equal("healthy", (string)part.Value!["status"]!));
        Assert.DoesNotContain(reference, text, StringComparison.Ordinal);

        await rows.CommitAsync(
            [new RowWrite.Put("meta|host|timers", new Dictionary<string, string> { ["version"] = Hosts.Version, ["file"] = "other" })],
            Stop
        );
        await host.Services.GetRequiredService<Heartbeat>().BeatAsync(Heartbeat.Deadlines, Stop, failed: 1);
        var first = (await rows.ReadAsync($"case|{reference}|e|", Stop))[0];
        await rows.CommitAsync([new RowWrite.Put(first.Key, new Dictionary<string, string> { ["record"] = "{" })], Stop);
        await host.Services.GetRequiredService<SweepWatch>().TellAsync(Stop);
        (status, text) = await GetAsync(host, "/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(
            "degraded: DeadlineSweep fails for 1 of what is due; 1 record cannot be read; bot and timers have different "
                + "partnership's files: give "
                + "both the same, and restart both",
            text.Split('\n')[0]
        );
        Assert.Contains(logs.Lines, line => line.Contains($"Record {reference} cannot be read", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(host, "/health/parts")).Status);
        Assert.Equal((HttpStatusCode.OK, "healthy\n"), await GetAsync(host, "/health/ready"));
    }

    [Fact]
    public async Task Storage_that_hangs_is_answered_within_five_seconds()
    {
        var hangs = new Gate();
        await using var host = await stage.StartAsync(installs: false, configure: services =>
            services.AddSingleton<HttpPipelinePolicy>(hangs)
        );
        hangs.Close();
        try
        {
            var began = Stopwatch.GetTimestamp();
            var (live, ready, all) = (GetAsync(host, "/health/live"), GetAsync(host, "/health/ready"), GetAsync(host, "/health"));
            Assert.Equal(HttpStatusCode.OK, (await live).Status);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "degraded: storage does not answer\n"), await ready);
            var (status, text) = await all;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.StartsWith("degraded: storage does not answer; sweeps does not answer", text, StringComparison.Ordinal);
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(Debugger.IsAttached ? 500 : 20));
        }
        finally
        {
            hangs.Open();
        }
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(RehearsalHost host, string path)
    {
        using var http = new HttpClient { BaseAddress = host.WebPage };
        using var answer = await http.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
