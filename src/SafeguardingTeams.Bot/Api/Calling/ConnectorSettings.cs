using SafeguardingTeams.Bot.Web;

namespace SafeguardingTeams.Bot.Api.Calling;

/// <summary>The section <c>Connector</c> of the configuration: without a registration there is no API.</summary>
/// <param name="ClientId">The registration that the tokens are for.</param>
/// <param name="Applications">The applications that may come in nobody's name: their client ids.</param>
/// <param name="CallsAtOnce">As many calls one caller may make at once; after that they may make five a second.</param>
internal sealed record ConnectorSettings(string ClientId, IReadOnlyList<string> Applications, int CallsAtOnce)
{
    /// <summary>How many that are where nothing is said.</summary>
    internal const int UsualCallsAtOnce = 120;

    private const string Section = "Connector";

    private const string AtOnce = $"{Section}:CallsAtOnce";

    /// <summary>The settings; null where there is no registration.</summary>
    internal static ConnectorSettings? Of(IConfiguration configuration) =>
        configuration[$"{Section}:ClientId"] is { Length: > 0 } client
            ? new(
                client,
                [.. configuration.GetSection($"{Section}:Applications").GetChildren().Select(one => one.Value ?? "")],
                int.TryParse(configuration[AtOnce] ?? $"{UsualCallsAtOnce}", out var calls) ? calls : 0
            )
            : null;

    /// <summary>What is wrong with them.</summary>
    internal static IEnumerable<string> Errors(IConfiguration configuration)
    {
        if (Of(configuration) is not { } settings)
        {
            yield break;
        }

        if (!Guid.TryParseExact(settings.ClientId, "D", out _) || settings.ClientId == configuration["AzureAd:ClientId"])
        {
            yield return $"{Section}:ClientId: the client id of a registration of its own, not the page's, as Entra shows it.";
        }

        if (settings.CallsAtOnce < 1)
        {
            yield return $"{AtOnce}: a number from 1; leave it out, and it is {UsualCallsAtOnce}.";
        }

        foreach (var wrong in settings.Applications.Where(one => !Guid.TryParseExact(one, "D", out _)))
        {
            yield return $"{Section}:Applications: '{wrong}' is no client id.";
        }
    }
}
