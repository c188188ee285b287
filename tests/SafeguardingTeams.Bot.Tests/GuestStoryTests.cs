using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>
/// Who was entered by hand signs in as a guest of the council, by the link of their mail: they see their action, and nothing else; and
/// nobody else gets in that way (C5, F2).
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class GuestStoryTests(HostFixture stage)
{
    private const string Elsewhere = "GSCP-2222-3333";
    private const string Council = "0b64d988-f1d3-4ef3-a380-34c1be5bbcc3";

    [Fact]
    public async Task Invited_they_do_it_themselves_and_see_nothing_else_until_it_is_somebody_elses_C5_F2()
    {
        const string Marker = "Zqxmarker ";
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null) { Prefix = Marker }.GuestAsync();
        Assert.Single(host.Graph.Directory.With("clinic-lead@people.example"));
        using var guest = await WebPlayer.SignInAsync(host, "clinic-lead", $"/guest?open={reference}");
        await guest.SendAsync("open-case", Case(reference));
        Assert.Contains("You own it.", guest.Card.Text, StringComparison.Ordinal);
        await guest.SendAsync("home", Nothing);
        Assert.Contains("Actions (1)", guest.Card.Buttons);
        Assert.DoesNotContain("Find a case", guest.Card.Buttons);
        Assert.DoesNotContain("The group", guest.Card.Buttons);
        await guest.SendAsync("action-list", Nothing);
        Assert.Contains(reference, Plain(guest.Card.Text), StringComparison.Ordinal);

        // What it comes from, and any other record, is not there for them; in the same words as where there is none.
        var source = (await host.Services.GetRequiredService<IRows>().ReadAsync($"link|{reference}|", CancellationToken.None))[0]["record"];
        await guest.SendAsync("open-case", Case(Elsewhere));
        var nothing = guest.Card.Text;
        foreach (var verb in new[] { "open-case", "learning-open", "group", "find", "dead-lettered" })
        {
            await guest.SendAsync(verb, Case(source));
            Assert.DoesNotContain(source, Plain(guest.Card.Text), StringComparison.Ordinal);
            Assert.DoesNotContain(Marker.Trim(), guest.Card.Text, StringComparison.Ordinal);
        }

        await guest.SendAsync("open-case", Case(source));
        Assert.Equal(
            nothing.Replace(Elsewhere, "", StringComparison.Ordinal),
            guest.Card.Text.Replace(source, "", StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/documents/{Elsewhere}/report")).Status);

        // Another owner: theirs is over, and the account opens nothing any more.
        var operations = host.Player("operations-officer");
        await operations.OpenAsync(reference);
        await operations.PressAsync("Change the owner");
        await operations.PressAsync(
            "Give it to them",
            new Dictionary<string, string> { ["owner"] = "rep-general-practice", ["reason"] = $"{Marker}A new post." }
        );
        await guest.SendAsync("open-case", Case(reference));
        Assert.DoesNotContain("You own it.", guest.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker.Trim(), guest.Card.Text, StringComparison.Ordinal);
        await guest.SendAsync("home", Nothing);
        Assert.DoesNotContain(guest.Card.Buttons, button => button.StartsWith("Actions", StringComparison.Ordinal));
        await Testing.Until.SoAsync(
            () => Task.FromResult(host.Graph.Outlook.Of("clinic-lead@people.example").Inbox.Count == 2),
            "the mail that it is somebody else's"
        );
        Assert.DoesNotContain(host.Graph.Outlook.Mails.Values, mail =>
            (mail.Subject + mail.Html).Contains(Marker.Trim(), StringComparison.Ordinal)
        );
        Assert.Empty(host.Teams.Complaints);
        Assert.Empty(host.Graph.Complaints);
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }

    /// <summary>The paediatrician's own tenant is listed, and their token there has the very address that was entered.</summary>
    [Fact]
    public async Task The_same_address_in_the_token_of_another_tenant_shows_nothing_and_the_guests_account_shows_it_C5_F2()
    {
        await using var host = await stage.StartAsync();
        var (reference, link) = await new Story(host, TextWriter.Null).EnteredByHandAsync("paediatrician");
        using var home = await WebPlayer.SignInAsync(host, "paediatrician");
        await home.SendAsync("open-case", Case(reference));
        Assert.DoesNotContain("You own it.", home.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Train the staff", home.Card.Text, StringComparison.Ordinal);
        using var guest = await WebPlayer.SignInAsync(host, "paediatrician", link);
        await guest.SendAsync("open-case", Case(reference));
        Assert.Contains("You own it.", guest.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_is_known_or_invited_comes_in_as_a_guest_and_the_link_opens_nothing_but_a_reference_C5()
    {
        await using var host = await stage.StartAsync();

        // Of no account in the council's tenant: Entra itself refuses.
        using (var stranger = Anybody(host))
        {
            using var list = await stranger.GetAsync("/guest");
            Assert.Contains($"/{Council}/oauth2", $"{list.RequestMessage!.RequestUri}", StringComparison.Ordinal);
            using var picked = await stranger.GetAsync(new Uri($"{list.RequestMessage.RequestUri}&login_hint=clinic-lead"));
            Assert.Equal(HttpStatusCode.BadRequest, picked.StatusCode);
        }

        // A guest of the council for something else, whom nobody has invited here.
        host.Graph.Directory.Add(Account.Guest(Guid.NewGuid().ToString(), "Police officer", "police-officer@people.example"));
        using (var uninvited = Anybody(host))
        {
            var (status, page) = await WebSignIn.AsAsync(host, "police-officer", uninvited, "/guest");
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("href=\"/guest\"", page, StringComparison.Ordinal);
            using var session = await uninvited.GetAsync("/web/session");
            Assert.Equal(HttpStatusCode.Unauthorized, session.StatusCode);
        }

        // Somebody of the file, as the guest the file has them as; and somebody of the council itself.
        foreach (var (key, again) in new[] { ("lead-police", "/guest"), ("operations-officer", "/sign-in") })
        {
            using var known = Anybody(host);
            var (status, _) = await WebSignIn.AsAsync(host, key, known, "/guest?open=GSCP-AC-2222-3333");
            Assert.Equal(HttpStatusCode.OK, status);
            var session = await known.GetFromJsonAsync<JsonElement>("/web/session");
            Assert.Equal(again, session.GetProperty("signIn").GetString());
            Assert.StartsWith(Council, session.GetProperty("person").GetString(), StringComparison.Ordinal);

            // Another account can be chosen as before, and takes the session's place.
            var (next, _) = await WebSignIn.AsAsync(host, "chair", known, "/sign-in");
            Assert.Equal(HttpStatusCode.OK, next);
            Assert.NotEqual(
                session.GetProperty("person").GetString(),
                (await known.GetFromJsonAsync<JsonElement>("/web/session")).GetProperty("person").GetString()
            );
        }

        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.WebPage };
        using var signedOut = await http.GetAsync("/signed-out?as=guest");
        Assert.Contains("href=\"/guest\"", await signedOut.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acct", "1", true)]
    [InlineData("acct", "0", false)]
    [InlineData("idp", "https://sts.windows.net/9f1b6f0e-7c52-4f0e-9a39-6d4b64a3c001/", true)]
    [InlineData("http://schemas.microsoft.com/identity/claims/identityprovider", "live.com", true)]
    [InlineData("idp", $"https://sts.windows.net/{Council}/", false)]
    [InlineData("name", "live.com", false)]
    public void Who_comes_as_a_guest_is_told_by_the_token_in_any_of_the_ways_Entra_says_it(string claim, string value, bool isGuest) =>
        Assert.Equal(
            isGuest,
            Web.SignIn.IsGuest(new(new System.Security.Claims.ClaimsIdentity([new("tid", Council), new("oid", "x"), new(claim, value)])))
        );

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("<script>")]
    [InlineData("")]
    public async Task Whatever_else_stands_in_the_link_leads_to_the_page_itself(string open)
    {
        await using var host = await stage.StartAsync(installs: false);
        host.Graph.Directory.Add(Account.Guest(host.Member("lead-police-guest").ObjectId, "x", "lead-police@people.example"));
        using var http = Anybody(host);
        using var list = await http.GetAsync($"/guest?open={Uri.EscapeDataString(open)}");
        using var picked = await http.GetAsync(new Uri($"{list.RequestMessage!.RequestUri}&login_hint=lead-police"));
        var html = await picked.Content.ReadAsStringAsync();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["id_token"] = WebSignIn.Field(html, "id_token"), ["state"] = WebSignIn.Field(html, "state") }
        );
        using var back = await http.PostAsync(new Uri(host.WebPage, "/signin-oidc"), form);
        Assert.Equal(host.WebPage, back.RequestMessage!.RequestUri);
    }

    private static HttpClient Anybody(RehearsalHost host) => new(WebSignIn.Cookies()) { BaseAddress = host.WebPage };

    private static Dictionary<string, string> Case(string reference) => new() { ["case"] = reference };

    private static Dictionary<string, string> Nothing => [];

    /// <summary>References stand on cards with hyphens that do not break.</summary>
    private static string Plain(string text) => text.Replace('\u2011', '-');
}
