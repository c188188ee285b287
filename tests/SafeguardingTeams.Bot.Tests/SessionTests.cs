using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>
/// Sessions on the page: they end, sign-out ends them and every copy of their cookie, and a press counts for whom it was drawn for.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class SessionTests(HostFixture stage)
{
    [Fact]
    public async Task Sign_out_ends_the_session_and_a_copied_cookie_no_longer_opens_anything()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var http = await Browser.SignedInAsync(host, "mash-officer");
        using var copied = Copy(host, await CookiesAsync(http));
        using (var before = await copied.GetAsync("/web/session"))
        {
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        }

        await SignOutAsync(http);
        foreach (var client in new[] { http, copied })
        {
            using var after = await client.GetAsync("/web/session");
            Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        }

        using var document = await copied.GetAsync("/documents/GSCP-0000-0000/report");
        Assert.Equal(HttpStatusCode.Redirect, document.StatusCode);
        Assert.Empty(await SessionsAsync(host));
    }

    [Fact]
    public async Task A_session_ends_after_a_working_day_however_much_it_is_used()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var http = await Browser.SignedInAsync(host, "mash-officer");
        var options = host
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        foreach (var (hours, status) in new[] { (5.0, HttpStatusCode.OK), (7.9, HttpStatusCode.OK), (8.1, HttpStatusCode.Unauthorized) })
        {
            options.TimeProvider = new Later(TimeSpan.FromHours(hours));
            using var answer = await http.GetAsync("/web/session");
            Assert.Equal(status, answer.StatusCode);
            Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], cookie =>
                cookie.StartsWith($"{options.Cookie.Name}=", StringComparison.Ordinal)
            );
        }

        // What has ended is taken away when somebody else signs in.
        using var next = await Browser.SignedInAsync(host, "mash-manager");
        Assert.Single(await SessionsAsync(host));
    }

    [Fact]
    public async Task Signing_in_as_somebody_else_ends_the_session_before_and_a_sign_in_not_finished_ends_nothing()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var http = await Browser.SignedInAsync(host, "lead-health");
        var copy = await CookiesAsync(http);
        using var chosen = await http.GetAsync("/sign-in");
        Assert.Contains("prompt=select_account", chosen.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        using (var still = Copy(host, copy))
        {
            Assert.Equal(HttpStatusCode.OK, (await still.GetAsync("/web/session")).StatusCode);
        }

        var (status, _) = await WebSignIn.AsAsync(host, "lead-police", http, "/sign-in");
        Assert.Equal(HttpStatusCode.OK, status);
        using (var ended = Copy(host, copy))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await ended.GetAsync("/web/session")).StatusCode);
        }

        Assert.Equal(
            "Lead representative, police",
            (await http.GetFromJsonAsync<JsonElement>("/web/session")).GetProperty("name").GetString()
        );
    }

    [Fact]
    public async Task A_press_drawn_for_one_and_sent_by_another_with_the_others_own_token_does_nothing()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var health = await Browser.SignedInAsync(host, "lead-health");
        using var police = await Browser.SignedInAsync(host, "lead-police");
        var drawnFor = (await health.GetFromJsonAsync<JsonElement>("/web/session")).GetProperty("person").GetString();
        var token = (await police.GetFromJsonAsync<JsonElement>("/web/session")).GetProperty("token").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/web/actions")
        {
            Content = JsonContent.Create(
                new
                {
                    verb = "start-referral",
                    data = new { invocation = "a" },
                    @for = drawnFor,
                }
            ),
        };
        await request.Content.LoadIntoBufferAsync();
        request.Headers.Add("X-CSRF-TOKEN", token);
        using var answer = await police.SendAsync(request);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(
            "Lead representative, police",
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString()
        );
        Assert.Empty(await host.Services.GetRequiredService<IRows>().ReadAsync("draft|", CancellationToken.None));
    }

    [Fact]
    public async Task A_file_is_never_put_in_by_somebody_else_than_the_one_its_page_was_drawn_for()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).AllAgreeAsync();
        var path = $"/papers/{reference}/notification";
        using var http = await Browser.SignedInAsync(host, "operations-officer");
        var drawn = await http.GetStringAsync(path);
        var (status, _) = await WebSignIn.AsAsync(host, "operations-manager", http, "/sign-in");
        Assert.Equal(HttpStatusCode.OK, status);
        var another = await http.GetStringAsync(path);

        // Even with a good token of the one who is signed in now.
        foreach (var token in new[] { drawn, another })
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(WebSignIn.Field(token, "__RequestVerificationToken")), "__RequestVerificationToken" },
                { new StringContent(WebSignIn.Field(drawn, "for")), "for" },
                { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "copy.pdf" },
            };
            using var answer = await http.PostAsync(path, form);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("Nothing was sent", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("the file is in its folder", await http.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_sent_after_the_session_has_ended_or_from_an_old_page_is_said_to_be_unsent_and_what_to_do()
    {
        await using var host = await stage.StartAsync();
        var path = $"/papers/{await new Story(host, TextWriter.Null).AllAgreeAsync()}/notification";
        using var http = await Browser.SignedInAsync(host, "operations-officer");
        var (status, page) = await SendAsync("not a token");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("This page had grown old", page, StringComparison.Ordinal);
        await SignOutAsync(http);
        (status, page) = await SendAsync("any");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("The file is still on the computer", page, StringComparison.Ordinal);

        async Task<(HttpStatusCode Status, string Page)> SendAsync(string token)
        {
            var drawn = await http.GetStringAsync(path);
            using var form = new MultipartFormDataContent
            {
                { new StringContent(token), "__RequestVerificationToken" },
                { new StringContent(WebSignIn.Field(drawn, "for")), "for" },
                { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "copy.pdf" },
            };
            using var answer = await http.PostAsync(path, form);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task SignOutAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        request.Headers.Add("X-CSRF-TOKEN", (await http.GetFromJsonAsync<JsonElement>("/web/session")).GetProperty("token").GetString());
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>The cookies as they went with the last request.</summary>
    private static async Task<string> CookiesAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/web/session");
        return answer.RequestMessage!.Headers.GetValues("Cookie").Single();
    }

    private static HttpClient Copy(RehearsalHost host, string cookies)
    {
        var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.WebPage };
        http.DefaultRequestHeaders.Add("Cookie", cookies);
        return http;
    }

    private static async Task<IReadOnlyList<Row>> SessionsAsync(RehearsalHost host) =>
        await host.Services.GetRequiredService<IRows>().ReadAsync("meta|session|", CancellationToken.None);

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
