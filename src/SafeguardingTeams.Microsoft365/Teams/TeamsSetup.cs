using Azure.Core;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Microsoft365.Teams.Outbound;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Microsoft365.Tokens;

namespace SafeguardingTeams.Microsoft365.Teams;

/// <summary>Adds the Teams adapter.</summary>
public static class TeamsSetup
{
    /// <summary>
    /// What every host needs: sending. Reads section <c>Bot</c>. The outgoing credential is the managed identity unless the host has
    /// added another.
    /// </summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<BotOptions>()
            .Bind(configuration.GetSection("Bot"))
            .Validate(
                options => !options.Errors().Any(),
                "The section Bot of the configuration is not complete: AppId, TenantId and Metadata."
            )
            .ValidateOnStart();
        // One client for good, as the SDK wants it: connections are renewed by the handler. Redirects are not followed.
        services
            .AddHttpClient(nameof(TeamsConnectors), client =>
            {
                client.Timeout = TeamsConnectors.Patience;
                ConnectorClient.AddDefaultRequestHeaders(client);
            })
            .UseSocketsHttpHandler(
                (handler, _) =>
                    (handler.AllowAutoRedirect, handler.UseCookies, handler.PooledConnectionLifetime) = (
                        false,
                        false,
                        TimeSpan.FromMinutes(2)
                    )
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<BotCredentials>();
        services.AddSingleton(provider => new TeamsConnectors(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(TeamsConnectors)),
            provider.GetRequiredService<BotCredentials>()
        ));
        services.AddSingleton<ITeamsMessages, TeamsMessages>();
        services.TryAddSingleton<TokenCredential>(_ => HostIdentity.Of(configuration));
        // A token's life is the machine's time, whatever clock the cases run by.
        services.AddSingleton(provider => new OutgoingTokens(
            provider.GetRequiredService<TokenCredential>(),
            provider.GetRequiredService<IOptions<BotOptions>>().Value.Scope,
            TimeProvider.System
        ));
        return services;
    }

    /// <summary>
    /// What the bot's host needs besides: the door activities come in by. It asks the host for <see cref="IListedTenants"/> and <see
    /// cref="ITeamsActivities"/>.
    /// </summary>
    public static IServiceCollection AddTeamsDoor(this IServiceCollection services)
    {
        services.TryAddSingleton(new AnswerPatience());
        // How long keys are kept is the machine's time too; whether a token is good is told by the host's clock.
        services.AddSingleton(provider => new BotKeys(
            provider.GetRequiredService<IOptions<BotOptions>>(),
            new HttpClient { Timeout = TimeSpan.FromSeconds(10) },
            TimeProvider.System
        ));
        services.AddSingleton<BotTokenValidator>().AddSingleton<DoorAuthentication>().AddSingleton<TeamsBot>().AddSingleton<TeamsTurns>();
        return services;
    }
}
