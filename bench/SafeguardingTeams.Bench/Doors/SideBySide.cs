using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.StandIns;

namespace SafeguardingTeams.Bench.Doors;

/// <summary>
/// A press that reads no storage, side by side: a bare endpoint that checks the same token, the SDK alone, our door. Each in a
/// process of its own, in turns; the figures are medians of the turns.
/// </summary>
internal sealed class SideBySide : IDisposable
{
    private const int AtOnce = 50,
        Turns = 5;

    private const string ServiceUrl = "https://smba.trafficmanager.net/uk/";

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5),
        Turn = TimeSpan.FromSeconds(4);

    private readonly SigningKey _key = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce });
    private readonly List<Process> _servers = [];

    internal static async Task RunAsync()
    {
        using var bench = new SideBySide();
        await bench.MeasureAsync();
    }

    public void Dispose()
    {
        foreach (var server in _servers)
        {
            server.StandardInput.Close();
            server.WaitForExit(5000);
            server.Dispose();
        }

        _http.Dispose();
        _key.Dispose();
    }

    private async Task MeasureAsync()
    {
        await using var keys = await AnnounceAsync();
        var kinds = new List<(string Kind, Uri Address, List<double[]> Seen)>();
        foreach (var kind in new[] { "bare", "sdk", "ours" })
        {
            kinds.Add((kind, await StartAsync(kind, new Uri(keys.Urls.First() + "/metadata")), []));
        }

        foreach (var (_, address, _) in kinds)
        {
            await TurnAsync(address, Warm);
        }

        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var (_, address, seen) in kinds)
            {
                seen.Add(await TurnAsync(address, Turn));
            }
        }

        Console.WriteLine("| | requests a second | p50 ms | p99 ms | CPU µs each | allocated KB each |\n|---|---|---|---|---|---|");
        foreach (var (kind, _, seen) in kinds)
        {
            var figures = Enumerable
                .Range(0, 5)
                .Select(i =>
                    Median(seen, i)
                        .ToString(
                            i switch
                            {
                                0 => "N0",
                                3 => "0",
                                _ => "0.0",
                            },
                            CultureInfo.InvariantCulture
                        )
                );
            Console.WriteLine($"| {kind} | {string.Join(" | ", figures)} |");
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Ours over the SDK alone: {Median(kinds[2].Seen, 0) / Median(kinds[1].Seen, 0):0.00}"
            )
        );
    }

    private static double Median(List<double[]> seen, int at) => seen.Select(figures => figures[at]).Order().ElementAt(seen.Count / 2);

    private async Task<double[]> TurnAsync(Uri address, TimeSpan time)
    {
        var now = TimeProvider.System.GetUtcNow();
        var token = _key.Sign(
            "https://api.botframework.com",
            Server.AppId,
            now.AddMinutes(-1),
            TimeSpan.FromHours(1),
            ("serviceurl", ServiceUrl)
        );
        var body = CardInvocation();
        var before = await CountersAsync(address);
        var taken = await Load.ClosedAsync(AtOnce, time, async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/messages"));
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            request.Headers.Authorization = new("Bearer", token);
            using var response = await _http.SendAsync(request);
            return response.IsSuccessStatusCode && (await response.Content.ReadAsByteArrayAsync()).Length > Server.Card.Length;
        });
        var after = await CountersAsync(address);
        return taken.Failed > 0
            ? throw new InvalidOperationException($"{address}: {taken.Failed} of {taken.Sorted.Count} failed.")
            :
            [
                taken.PerSecond,
                taken.At(0.5),
                taken.At(0.99),
                Each((after.Cpu - before.Cpu) * 1000),
                Each((after.Bytes - before.Bytes) / 1024),
            ];

        double Each(double all) => all / taken.Sorted.Count;
    }

    private async Task<(double Cpu, double Bytes)> CountersAsync(Uri address)
    {
        var parts = (await _http.GetStringAsync(new Uri(address, "/counters"))).Split(' ');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private async Task<Uri> StartAsync(string kind, Uri keys)
    {
        var address = new Uri($"http://127.0.0.1:{Azurite.FreePort()}");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(SideBySide).Assembly.Location);
        }

        foreach (var argument in new[] { "serve", kind, address.ToString(), keys.ToString() })
        {
            start.ArgumentList.Add(argument);
        }

        _servers.Add(Process.Start(start)!);
        await Listening.WaitAsync(_servers[^1], address);
        return address;
    }

    private async Task<WebApplication> AnnounceAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Azurite.FreePort()}");
        var app = builder.Build();
        app.MapGet("/metadata", (HttpRequest request) =>
            Results.Json(new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = $"http://{request.Host}/keys" })
        );
        app.MapGet("/keys", () => Results.Json(new JsonObject { ["keys"] = new JsonArray(_key.Public("msteams")) }));
        await app.StartAsync();
        return app;
    }

    private static byte[] CardInvocation() =>
        Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["id"] = "f:1",
                ["timestamp"] = "2026-11-02T10:00:00Z",
                ["serviceUrl"] = ServiceUrl,
                ["channelId"] = "msteams",
                ["from"] = new JsonObject
                {
                    ["id"] = "29:1",
                    ["name"] = "Practitioner",
                    ["aadObjectId"] = "33333333-2222-4333-8444-555555555555",
                },
                ["recipient"] = new JsonObject { ["id"] = $"28:{Server.AppId}" },
                ["conversation"] = new JsonObject
                {
                    ["id"] = "a:1",
                    ["conversationType"] = "personal",
                    ["tenantId"] = Server.Tenant,
                },
                ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Server.Tenant } },
                ["entities"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "clientInfo",
                        ["locale"] = "en-GB",
                        ["country"] = "GB",
                        ["platform"] = "Web",
                    }
                ),
                ["value"] = new JsonObject
                {
                    ["action"] = new JsonObject
                    {
                        ["type"] = "Action.Execute",
                        ["verb"] = "save",
                        ["data"] = new JsonObject(
                            Enumerable
                                .Range(0, 12)
                                .Select(i => KeyValuePair.Create($"question-{i}", (JsonNode?)$"An answer of the usual length, number {i}."))
                        ),
                    },
                    ["trigger"] = "manual",
                },
            }.ToJsonString()
        );
}
