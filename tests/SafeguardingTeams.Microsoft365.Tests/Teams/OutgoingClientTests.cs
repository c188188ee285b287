using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.Microsoft365.Teams;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>The HTTP client behind the SDK's, as a host has it.</summary>
[Trait(Needs.Name, Needs.Server)]
public class OutgoingClientTests
{
    [Fact]
    public async Task A_redirect_is_not_followed_and_no_cookie_is_kept()
    {
        var address = $"http://127.0.0.1:{Azurite.FreePort()}";
        var asked = new List<string>();
        var web = WebApplication.CreateSlimBuilder();
        web.Logging.ClearProviders();
        web.WebHost.UseUrls(address);
        await using var teams = web.Build();
        teams.Run(http =>
        {
            asked.Add($"{http.Request.Method} {http.Request.Path} {http.Request.Headers.Cookie} {http.Request.Headers.UserAgent}");
            http.Response.Cookies.Append("a", "b");
            http.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await teams.StartAsync();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Bot:AppId"] = TeamsDoorFixture.AppId,
                    ["Bot:TenantId"] = TeamsDoorFixture.Tenant,
                    ["Bot:ServiceHosts:0"] = new Uri(address).Authority,
                }
            )
            .Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TokenCredential, OneToken>()
            .AddTeams(configuration)
            .BuildServiceProvider();
        var chat = new Chat("tenant", "person", "a:1", address, "28:bot", "29:1");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                new PostResult.Refused("Teams answered 302."),
                await services.GetRequiredService<ITeamsMessages>().PostAsync(chat, "{}"u8.ToArray(), "s", CancellationToken.None)
            );
        }

        Assert.Equal(2, asked.Count);
        Assert.All(asked, line =>
            Assert.StartsWith("POST /v3/conversations/a:1/activities  Microsoft-BotFramework/3.1", line, StringComparison.Ordinal)
        );
    }

    private sealed class OneToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", TimeProvider.System.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
