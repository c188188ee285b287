using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Flows;

/// <summary>Adds what calls flows back.</summary>
internal static class FlowsSetup
{
    private const string Hosts = "Connector:CallbackHosts";

    private const string Loopback = "Connector:LoopbackCallbacks";

    /// <summary>Reads section <c>Connector</c>, already checked.</summary>
    internal static void AddFlows(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(
            new FlowSetting
            {
                CallbackHosts = [.. Patterns(configuration)],
                Loopback = configuration[Loopback] is { } told && bool.Parse(told),
            }
        );
        services.AddSingleton<IFlowCallbacks, FlowCallbacks>();
    }

    /// <summary>Everything that is wrong with it: flows on this machine are called in a rehearsal only.</summary>
    internal static ImmutableList<string> Errors(IConfiguration configuration)
    {
        var errors = ImmutableList.CreateBuilder<string>();
        if (Patterns(configuration).Any(pattern => !CallbackAddress.IsPattern(pattern)))
        {
            errors.Add($"{Hosts}: each is the name of a host in small letters, or *. and a name of two labels or more.");
        }

        if (configuration[Loopback] is { } told)
        {
            var here = Uri.TryCreate(configuration["WebPage:Address"], UriKind.Absolute, out var page) && page.IsLoopback;
            if (!bool.TryParse(told, out var wanted) || (wanted && !here))
            {
                errors.Add($"{Loopback}: is for a rehearsal on one machine; leave it out.");
            }
        }

        return errors.ToImmutable();
    }

    /// <summary>One by one, or in one text with commas.</summary>
    private static IEnumerable<string> Patterns(IConfiguration configuration) =>
        configuration
            .GetSection(Hosts)
            .GetChildren()
            .Select(one => one.Value ?? "")
            .Concat((configuration[Hosts] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
