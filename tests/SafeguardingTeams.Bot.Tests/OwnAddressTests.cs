using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>Behind whatever ends TLS, the page is that of its setting: sign-in comes back there, by whatever name it was asked.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class OwnAddressTests(HostFixture stage)
{
    [Theory]
    [InlineData("page.example", "http")]
    [InlineData("elsewhere.example", "https")]
    [InlineData("10.0.0.4:8080", "")]
    public async Task Sign_in_comes_back_to_the_page_and_cookies_and_TLS_are_its(string host, string forwarded)
    {
        await using var run = await stage.StartAsync(installs: false);
        var builder = run.Begin();
        builder.Configuration["WebPage:Address"] = "https://page.example/";
        builder.Configuration["Connector:LoopbackCallbacks"] = null;
        builder.Configuration["Tab:Host"] = null;
        var at = new Uri($"http://127.0.0.1:{Azurite.FreePort()}");
        builder.WebHost.UseUrls(at.ToString());
        Assert.Empty(builder.AddBot());
        await using var bot = builder.Build();
        await bot.UseBotAsync();
        await bot.StartAsync();

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = at };
        using var asks = new HttpRequestMessage(HttpMethod.Get, "/");
        asks.Headers.Host = host;
        asks.Headers.TryAddWithoutValidation("X-Forwarded-Proto", forwarded);
        asks.Headers.TryAddWithoutValidation("X-Forwarded-Host", host);
        using var answer = await http.SendAsync(asks);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var query = System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        Assert.Equal("https://page.example/signin-oidc", query["redirect_uri"]);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
        Assert.DoesNotContain(host == "page.example" ? "http%3A" : host, answer.Headers.ToString(), StringComparison.Ordinal);
        await bot.StopAsync();
    }
}
