using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.Microsoft365.Teams;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Bench.Doors;

/// <summary>
/// One of the three ways of answering a press, in a process of its own, with nothing behind it. Ends when its standard input
/// does, so with whoever started it, and after ten minutes in any case.
/// </summary>
internal static class Server
{
    internal const string AppId = "11111111-2222-4333-8444-555555555555",
        Tenant = "22222222-2222-4333-8444-555555555555";

    /// <summary>A card of the usual size.</summary>
    internal static string Card { get; } =
        $$"""
        {"type":"AdaptiveCard","version":"1.5","body":[{{string.Join(',', Enumerable.Range(0, 20).Select(i =>
            $$"""{"type":"TextBlock","text":"What is asked, line {{i}}, with a date and who it comes from, as a """
                + """card of ours has it.","wrap":true,"size":"Medium"}"""))}}]}
        """;

    internal static async Task RunAsync(string kind, Uri address, Uri keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Bot:AppId"] = AppId,
                ["Bot:TenantId"] = Tenant,
                ["Bot:Metadata"] = keys.ToString(),
            }
        );
        if (kind == "ours")
        {
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddSingleton<IListedTenants, OneTenant>().AddSingleton<ITeamsActivities, OneCard>();
            builder.Services.AddTeams(builder.Configuration).AddTeamsDoor();
        }

        await using var app = builder.Build();
        app.MapGet("/counters", () =>
            string.Create(CultureInfo.InvariantCulture, $"{Environment.CpuUsage.TotalTime.TotalMilliseconds} {GC.GetTotalAllocatedBytes()}")
        );
        _ = kind switch
        {
            "ours" => app.MapTeamsMessages(),
            "sdk" => SdkAlone.Map(app, keys.ToString()),
            _ => Bare.Map(app, keys),
        };
        await app.StartAsync();
        await Task.WhenAny(Console.In.ReadToEndAsync(), Task.Delay(TimeSpan.FromMinutes(10)));
    }

    private sealed class OneTenant : IListedTenants
    {
        public bool Lists(string tenantId) => tenantId == Tenant;
    }

    private sealed class OneCard : ITeamsActivities
    {
        private static readonly byte[] Bytes = System.Text.Encoding.UTF8.GetBytes(Card);

        public Task<InvokeReply> PressedAsync(
            Activity activity,
            string verb,
            IReadOnlyDictionary<string, string> data,
            CancellationToken cancellationToken
        ) => Task.FromResult(InvokeReply.Card(Bytes));

        public Task<DialogReply> ReferredAsync(Activity activity, string message, string text, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Only presses are measured.");

        public Task WroteAsync(Activity activity, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task InstalledAsync(Activity activity, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task RemovedAsync(Activity activity, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
