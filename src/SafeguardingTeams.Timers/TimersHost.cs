using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Microsoft365;
using SafeguardingTeams.Microsoft365.Telemetry;

namespace SafeguardingTeams.Timers;

/// <summary>The timers' host: an isolated worker, which the Azure Functions host starts and hands each tick.</summary>
internal static class TimersHost
{
    /// <summary>
    /// Adds everything. Reads what every host of the product reads, and <c>Rehearsal:TimeFromTrigger</c>.
    /// </summary>
    /// <returns>The builder, and everything that is wrong with the configuration; nothing may be started unless that is empty.</returns>
    internal static (FunctionsApplicationBuilder Builder, ImmutableList<string> Errors) Create(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        var time = new TriggerTime(FollowsTheRehearsal(builder.Configuration));
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(new LondonClock(time));
        builder.Services.AddTelemetry(builder.Configuration, "timers");
        builder.Services.AddSingleton<Preparation>();
        builder.Services.AddSingleton<Ticks>();
        var errors = builder.Services.AddSafeguarding(builder.Configuration);
        if (time.FollowsTheRehearsal && string.IsNullOrEmpty(builder.Configuration["Storage:ConnectionString"]))
        {
            errors = errors.Add($"{RehearsalSetting}: for a rehearsal on this machine's emulator only.");
        }

        // Not the providers: what is logged goes to the Functions host, tied to its invocation. host.json says what it keeps.
        builder
            .Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning);
        return (builder, errors);
    }

    private const string RehearsalSetting = "Rehearsal:TimeFromTrigger";

    private static bool FollowsTheRehearsal(IConfiguration configuration) => configuration[RehearsalSetting] == "true";
}
