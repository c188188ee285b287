using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using SafeguardingTeams.Bot.Web;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The oversight tab over HTTP: who is let in, with what, and who may frame it (E5, F2).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class TabTests(HostFixture stage)
{
    private const string Excel = "/tab/api/oversight/excel/";

    [Fact]
    public async Task Its_page_is_empty_sets_no_cookie_and_is_framed_by_Teams_alone_and_no_other_page_is_framed()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var shell = await Browser.AskTabAsync(host, null, "/tab/oversight");
        Assert.Equal(HttpStatusCode.OK, shell.StatusCode);
        Assert.Equal(host.Page.GetLeftPart(UriPartial.Authority), FramedBy(shell));
        Assert.DoesNotContain("GSCP", await shell.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (
            var path in new[]
            {
                "/",
                "/privacy",
                "/terms",
                "/signed-out",
                "/page/tab.js",
                "/page/index.html",
                "/health",
                "/tab",
                "/tab/oversight/",
                "/tab/api/oversight",
                $"{Excel}all",
            }
        )
        {
            using var other = await Browser.AskTabAsync(host, null, path);
            Assert.Equal("'none'", FramedBy(other));
        }

        Assert.Equal(
            "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com "
                + "https://*.office.com https://outlook.office365.com",
            TabPages.FramedBy("/tab/oversight", null)
        );
    }

    [Fact]
    public async Task Each_role_that_oversees_the_work_is_let_in_and_anybody_else_is_told_where_their_own_lists_are()
    {
        await using var host = await stage.StartAsync();
        await new Story(host, TextWriter.Null).ReferAsync();
        foreach (var key in new[] { "chair", "operations-officer", "scrutineer", "lead-police", "lead-health", "lead-authority" })
        {
            var shown = await host.TabAsync(key);
            Assert.Contains("As it stands on", shown, StringComparison.Ordinal);
            using var book = await Browser.AskTabAsync(host, host.Tab.For(host.Member(key)), $"{Excel}late");
            Assert.Equal(
                ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "oversight-late-2026-11-02.xlsx"),
                (book.Content.Headers.ContentType!.MediaType, book.Content.Headers.ContentDisposition!.FileName)
            );
        }

        foreach (var key in new[] { "mash-officer", "paediatrician", "school-lead", "rep-acute-trust", "authority-notifier" })
        {
            foreach (var path in new[] { "/tab/api/oversight", $"{Excel}all", $"{Excel}late" })
            {
                using var answer = await Browser.AskTabAsync(host, host.Tab.For(host.Member(key)), path);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                var said = await answer.Content.ReadAsStringAsync();
                Assert.Contains("choose Home there", said, StringComparison.Ordinal);
                Assert.DoesNotContain("GSCP", said, StringComparison.Ordinal);
            }
        }

        using var unknown = await Browser.AskTabAsync(host, host.Tab.For(host.Member("chair")), $"{Excel}0");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_token_that_is_wrong_in_anything_is_refused_and_tells_nothing()
    {
        await using var host = await stage.StartAsync(installs: false);
        var (chair, now) = (host.Member("chair"), TimeProvider.System.GetUtcNow());
        var good = host.Tab.For(chair);
        using var another = new SigningKey();
        (string Why, string? Token)[] bad =
        [
            ("none", null),
            ("no token", "x"),
            ("empty", ""),
            ("another audience", host.Tab.For(chair, audience: Guid.NewGuid().ToString())),
            ("the bot's audience", host.Tab.For(chair, audience: "https://api.botframework.com")),
            ("another host's registration", host.Tab.For(chair, audience: $"api://elsewhere.example/{host.Tab.ClientId}")),
            ("expired", host.Tab.For(chair, from: now.AddHours(-2))),
            ("not yet", host.Tab.For(chair, from: now.AddHours(1))),
            ("an unlisted tenant", host.Tab.For(Cast.Stranger)),
            ("another tenant than the issuer's", host.Tab.For(Cast.Stranger, issuer: chair.TenantId)),
            ("an unlisted issuer", host.Tab.For(chair, issuer: Cast.Stranger.TenantId)),
            ("another scope", host.Tab.For(chair, scope: "User.Read")),
            ("a scope that begins alike", host.Tab.For(chair, scope: "access_as_user.all")),
            ("an app's own", host.Tab.For(chair, scope: "")),
            ("another key", host.Tab.For(chair, by: another)),
            ("cut short", good[..^4]),
            ("unsigned", $"{new string([.. good.TakeWhile(letter => letter != '.')])}.{good.Split('.')[1]}."),
        ];
        foreach (var (why, token) in bad)
        {
            foreach (var path in new[] { "/tab/api/oversight", $"{Excel}all" })
            {
                using var answer = await Browser.AskTabAsync(host, token, path);
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{why}: {answer.StatusCode}");
                Assert.DoesNotContain("Greenwich", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            }
        }

        foreach (var token in new[] { good, host.Tab.For(chair, audience: $"api://{host.WebPage.Authority}/{host.Tab.ClientId}") })
        {
            using var answer = await Browser.AskTabAsync(host, token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task The_sign_in_of_the_page_opens_nothing_of_the_tab_and_the_tabs_token_nothing_of_the_page()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var signedIn = await Browser.SignedInAsync(host, "chair");
        using var answer = await signedIn.GetAsync("/tab/api/oversight");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var token = host.Tab.For(host.Member("chair"));
        using var session = await Browser.AskTabAsync(host, token, "/web/session");
        Assert.Equal(HttpStatusCode.Unauthorized, session.StatusCode);
        using var file = await Browser.AskTabAsync(host, token, "/documents/oversight/excel");
        Assert.Equal(HttpStatusCode.Redirect, file.StatusCode);
    }

    [Fact]
    public async Task The_style_has_neither_the_crown_nor_the_typeface_of_GOV_UK_and_asks_for_nothing_else()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var http = new HttpClient { BaseAddress = host.WebPage };
        var style = await http.GetStringAsync("/page/shell.css");
        Assert.Contains("govuk-table", style, StringComparison.Ordinal);
        foreach (var not in new[] { "GDS Transport", "crown", "@font-face", "url(" })
        {
            Assert.DoesNotContain(not, style, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Teams_refuses_a_token_to_a_frame_of_another_host_and_to_whom_the_app_is_not_given()
    {
        await using var host = await stage.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Page };
        Assert.Equal(HttpStatusCode.OK, await AskAsync("chair", host.WebPage.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync("chair", "http://127.0.0.1:1"));
        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync("chair", ""));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("stranger", host.WebPage.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("nobody", host.WebPage.GetLeftPart(UriPartial.Authority)));

        async Task<HttpStatusCode> AskAsync(string key, string origin)
        {
            using var answer = await http.PostAsync(
                $"/api/tab/{key}/token",
                new StringContent($$"""{"origin":"{{origin}}"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"))
            );
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("https://page.example", "http://127.0.0.1:5000")]
    [InlineData("http://127.0.0.1:5001", "https://elsewhere.example")]
    [InlineData("http://127.0.0.1:5001", "http://127.0.0.1:5000 https://elsewhere.example")]
    [InlineData("http://127.0.0.1:5001", "*")]
    public void Anybody_but_Teams_frames_it_only_where_all_is_on_one_machine(string address, string host)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["WebPage:Address"] = address, ["Tab:Host"] = host });
        Assert.StartsWith("Tab:Host", Assert.Single(WebPage.Errors(builder.Configuration)), StringComparison.Ordinal);
        builder.Configuration["Tab:Host"] = null;
        Assert.Empty(WebPage.Errors(builder.Configuration));
    }

    private static string FramedBy(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single().Split("frame-ancestors ")[1];
}
