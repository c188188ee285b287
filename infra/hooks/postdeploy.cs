// After both hosts are deployed: the bot answers, refuses what has no token, and has heard of every timer.
using System.Net;

var host = Environment.GetEnvironmentVariable("PAGE_HOST");
if (string.IsNullOrEmpty(host))
{
    Console.Error.WriteLine("PAGE_HOST: it is not set. Run azd provision first.");
    return 1;
}

var page = new Uri(host.StartsWith("http://127.0.0.1:", StringComparison.Ordinal) ? host : $"https://{host}");
var patience = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("HEALTH_SECONDS") ?? "600"));
var until = DateTimeOffset.UtcNow + patience;
using var http = new HttpClient { BaseAddress = page, Timeout = TimeSpan.FromSeconds(30) };
var last = "no answer";
while (DateTimeOffset.UtcNow < until)
{
    try
    {
        using var health = await http.GetAsync("/health");
        last = $"{(int)health.StatusCode} {await health.Content.ReadAsStringAsync()}";
        if (last.StartsWith("200 healthy") && last.Contains("Timers: last sweep"))
        {
            using var door = await http.PostAsync("/api/messages", new StringContent("{}", null, "application/json"));
            if (door.StatusCode == HttpStatusCode.Unauthorized)
            {
                Console.WriteLine("Both hosts are well, and the bot takes nothing without a token.");
                return 0;
            }

            last = $"the bot answered {(int)door.StatusCode} to a message without a token, and should have answered 401";
        }
    }
    catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
    {
        last = $"no answer ({e.GetType().Name})";
    }

    await Task.Delay(TimeSpan.FromSeconds(5));
}

Console.Error.WriteLine($"After {patience.TotalSeconds:0} seconds {page} is not well: {last}");
Console.Error.WriteLine("Read the log of both hosts (docs/runbook/03-first-deployment.md), then: azd hooks run postdeploy");
return 1;
