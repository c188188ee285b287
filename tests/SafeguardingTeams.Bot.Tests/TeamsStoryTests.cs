using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The product through Teams' protocol, against a stand-in as strict as Teams.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class TeamsStoryTests(HostFixture stage)
{
    [Fact]
    public async Task People_of_three_tenants_work_on_one_case_and_each_referrer_hears_the_outcome()
    {
        await using var host = await stage.StartAsync();
        var (school, hospital, mash) = (host.Player("school-lead"), host.Player("paediatrician"), host.Player("mash-officer"));
        var (first, second) = (await school.ReferAsync(), await hospital.ReferAsync());
        await Story.ComesAsync(mash, $"{second}: A referral waits");
        await mash.OpenAsync(second);
        await mash.PressAsync("Same incident?");
        await mash.PressAsync($"Join {first} to this");
        await mash.PressAsync("Join them", new Dictionary<string, string> { ["reason"] = "The same child." });
        await mash.PressAsync("Joint Agency Response");
        await mash.PressAsync("Save", new Dictionary<string, string> { ["state"] = "Due" });
        await mash.PressAsync("Decide the threshold");
        await mash.PressAsync("Threshold reached", new Dictionary<string, string> { ["reason"] = "Both criteria are met." });
        await Story.ComesAsync(hospital, $"{second}: Your referral has gone to the Chair");
        await Story.ComesAsync(school, $"{first}: Your referral goes on with another");
        Assert.Equal(3, new[] { school, hospital, mash }.Select(player => player.Member.TenantId).Distinct().Count());
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Somebody_of_an_unlisted_tenant_is_refused_and_learns_nothing()
    {
        await using var host = await stage.StartAsync();
        var reference = await host.Player("school-lead").ReferAsync();
        Assert.Equal(403, await host.Teams.SayAsync(Cast.Stranger, "hello"));
        var answer = await host.Teams.PressAsync(Cast.Stranger, null, "open-case", new Dictionary<string, string> { ["case"] = reference });
        Assert.Equal("Unable to reach app. Please try again.", answer.Error);
        Assert.DoesNotContain(host.Teams.ChatOf(Cast.Stranger).Messages, message => message.FromBot);
    }

    [Fact]
    public async Task One_person_with_two_accounts_is_one_person()
    {
        await using var host = await stage.StartAsync();
        var home = host.Player("lead-police");
        await home.BeginAsync();
        await home.PressAsync("Refer a serious incident");
        var guest = host.Player("lead-police-guest");
        await guest.BeginAsync();
        Assert.Single(guest.Card.Buttons, button => button.StartsWith("Continue GSCP", StringComparison.Ordinal));
        Assert.NotEqual(home.Member.TenantId, guest.Member.TenantId);
    }

    [Fact]
    public async Task What_is_typed_into_the_chat_opens_a_way_in_and_is_not_repeated()
    {
        await using var host = await stage.StartAsync();
        var mash = host.Player("mash-officer");
        var reference = await host.Player("school-lead").ReferAsync();
        await Story.ComesAsync(mash, $"{reference}: A referral waits");
        foreach (var text in new[] { "hello", "help", "refer", "Child B was hurt at home last night, what shall I do?" })
        {
            await mash.SayAsync(text);
            Assert.Contains("Begin", mash.Card.Buttons);
            Assert.DoesNotContain("Child B", mash.Card.Text, StringComparison.Ordinal);
        }

        await mash.SayAsync("my tasks");
        await mash.PressAsync("Open my tasks");
        Assert.Contains(reference, mash.Card.Text, StringComparison.Ordinal);
        await mash.SayAsync($"case {reference.ToLowerInvariant()}");
        await mash.PressAsync("Open");
        Assert.Contains("Child: Child A", mash.Card.Text, StringComparison.Ordinal);
        await mash.SayAsync("case GSCP-2222-2222");
        await mash.PressAsync("Open");
        Assert.Contains("We cannot find that case", mash.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Teams_knows_of_the_referrer_is_filled_in()
    {
        await using var host = await stage.StartAsync();
        var school = host.Player("school-lead");
        await school.BeginAsync();
        await school.PressAsync("Refer a serious incident");
        await school.PressAsync("Continue", new Dictionary<string, string> { ["abuse"] = "known", ["harm"] = "died" });
        Assert.Equal(
            ("Safeguarding lead, secondary school", "Schools and colleges", "school-lead@people.example"),
            (school.Card.Inputs["name"], school.Card.Inputs["agency"], school.Card.Inputs["email"])
        );
    }

    [Fact]
    public async Task Who_has_no_app_is_shown_to_operations_and_told_when_the_app_comes()
    {
        await using var host = await stage.StartAsync();
        await host.Teams.RemoveAsync(host.Member("mash-officer"));
        var reference = await host.Player("school-lead").ReferAsync();
        await host.QuietAsync();
        var operations = host.Player("operations-officer");
        await operations.BeginAsync();
        await operations.PressAsync("Not delivered or not done (1)");
        Assert.Contains("Threshold task for MASH officer", operations.Card.Text, StringComparison.Ordinal);
        await host.Teams.InstallAsync(host.Member("mash-officer"));
        await Story.ComesAsync(host.Player("mash-officer"), $"{reference}: A referral waits");
    }

    [Fact]
    public async Task A_lead_who_blocked_the_app_is_asked_by_mail_and_in_the_chat_once_they_write_again()
    {
        await using var host = await stage.StartAsync();
        var lead = host.Player("lead-authority");
        host.Teams.ChatOf(lead.Member).Blocked = true;
        var reference = await new Story(host, TextWriter.Null).AskedAsync(met: true);
        await host.QuietAsync();
        await Testing.Until.SoAsync(
            () => Mails().Any(mail => mail.Subject == $"{reference}: something is there for you"),
            "the lead is asked by mail"
        );
        Assert.DoesNotContain(host.Teams.ChatOf(lead.Member).Messages, message =>
            message.Summary.Contains("Please decide", StringComparison.Ordinal)
        );
        var operations = host.Player("operations-officer");
        await operations.BeginAsync();
        Assert.DoesNotContain(operations.Card.Buttons, button => button.StartsWith("Not delivered", StringComparison.Ordinal));

        await lead.SayAsync("hello");
        await Story.ComesAsync(lead, $"{reference}: Please decide");
        await host.QuietAsync();
        Assert.Single(host.Teams.ChatOf(lead.Member).Messages, message =>
            message.Summary.StartsWith($"{reference}: Please decide", StringComparison.Ordinal)
        );
        Assert.Empty(host.Teams.Complaints);

        List<Rehearsal.StandIns.Graph.Outlook.StoredMail> Mails() =>
            [.. host.Graph.Outlook.Mails.Values.Where(mail => !mail.IsDraft && mail.To.Contains(lead.Member.Email))];
    }

    [Fact]
    public async Task A_busy_or_broken_connector_delays_a_message_and_loses_none()
    {
        await using var host = await stage.StartAsync();
        var school = host.Player("school-lead");
        await school.BeginAsync();
        await school.PressAsync("Refer a serious incident");
        await school.FillInAsync(ExampleReferral.Before(new(2026, 11, 2)));
        foreach (
            var fault in new ConnectorFault[]
            {
                new(429, "{\"error\":{\"code\":\"Throttled\"}}", RetryAfter: 1),
                new(503),
                new(504, DoesIt: true),
            }
        )
        {
            host.Teams.Faults.Enqueue(fault);
        }

        await school.PressAsync("Send to the Greenwich MASH");
        var reference = school.Card.Text.Split('\n').First(line => line.StartsWith("Reference ", StringComparison.Ordinal))[10..];
        await Testing.Until.SoAsync(() => host.Teams.Faults.IsEmpty, "the faults have been answered");

        host.Clock.Set(HostFixture.Monday.AddMinutes(5));
        await host.RestartBotAsync();
        await Story.ComesAsync(host.Player("mash-officer"), $"{reference}: A referral waits");
        await Story.ComesAsync(host.Player("mash-manager"), $"{reference}: A referral waits");
        await Story.ComesAsync(school, $"{reference}: Your referral was sent");
        await host.QuietAsync();

        // The one whose answer was lost came twice, and says so.
        var repeated = host
            .Teams.Chats.SelectMany(chat => chat.Messages)
            .Where(message =>
                message.Card.ValueKind == System.Text.Json.JsonValueKind.Object
                && message.Card.GetRawText().Contains("You may have had this message before", StringComparison.Ordinal)
            );
        Assert.Single(repeated);
    }

    [Fact]
    public async Task After_a_restart_in_the_middle_of_a_form_everything_is_still_there()
    {
        await using var host = await stage.StartAsync();
        var school = host.Player("school-lead");
        await school.BeginAsync();
        await school.PressAsync("Refer a serious incident");
        await school.PressAsync("Continue", new Dictionary<string, string> { ["abuse"] = "known", ["harm"] = "died" });
        await host.RestartBotAsync();
        await school.PressAsync("Save and leave", new Dictionary<string, string> { ["title"] = "Deputy head" });
        await school.PressAsync("Continue now");
        Assert.Equal("Deputy head", school.Card.Inputs["title"]);
    }

    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("draft-send")]
    [InlineData("draft-continue")]
    [InlineData("row-save")]
    [InlineData("threshold")]
    [InlineData("join")]
    [InlineData("parked-retry")]
    [InlineData("<script>")]
    public async Task A_press_nobody_could_have_made_is_answered_with_a_card_and_stores_nothing(string verb)
    {
        await using var host = await stage.StartAsync();
        var player = host.Player("mash-officer");
        Dictionary<string, string>[] datas =
        [
            [],
            new() { ["case"] = "nonsense" },
            new()
            {
                ["case"] = "GSCP-2222-2222",
                ["page"] = "children",
                ["row"] = "r1",
                ["part"] = "-1",
                ["rev"] = "x",
                ["do"] = "yes",
            },
            new()
            {
                ["case"] = "GSCP-2222-2222|0",
                ["other"] = "../x",
                ["press"] = new string('x', 5000),
                ["reason__a"] = new string('y', 9000),
                ["do"] = "reached",
            },
        ];
        foreach (var data in datas)
        {
            var card = (await player.DoAsync(verb, [.. data.Select(pair => (pair.Key, pair.Value))])).Card;
            Assert.DoesNotContain("Exception", card.Text, StringComparison.Ordinal);
            Assert.NotEmpty(card.Buttons);
        }

        Assert.Empty(await Cases(host));
        Assert.Empty(host.Teams.Complaints);
    }

    [Fact]
    public async Task The_signing_door_lets_a_client_without_a_token_in_and_the_bot_itself_does_not()
    {
        await using var host = await stage.StartAsync();
        var member = host.Member("school-lead");
        var activity = host.Teams.Activity(host.Teams.ChatOf(member), "message");
        activity["text"] = "hello";
        using var http = new HttpClient();
        using var direct = await http.PostAsync(new Uri(host.WebPage, "/api/messages"), Json(activity));
        Assert.Equal(HttpStatusCode.Unauthorized, direct.StatusCode);
        using var door = await http.PostAsync(new Uri(host.Page, "/door/api/messages"), Json(activity));
        Assert.Equal(HttpStatusCode.OK, door.StatusCode);
        Assert.Contains(host.Teams.ChatOf(member).Messages, message => message.Summary == "Learning from serious incidents: choose Begin");

        // As the client described last in the facts sends it: without a trigger, with text values.
        var invocation = host.Teams.Activity(host.Teams.ChatOf(member), "invoke");
        invocation["name"] = "adaptiveCard/action";
        invocation["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "home",
                ["data"] = new JsonObject(),
            },
        };
        using var pressed = await http.PostAsync(new Uri(host.Page, "/door/api/messages"), Json(invocation));
        Assert.Contains("Refer a serious incident", await pressed.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        static StringContent Json(JsonObject body) =>
            new(body.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
    }

    private static Task<IReadOnlyList<CaseFile>> Cases(RehearsalHost host) =>
        host.Services.GetRequiredService<Upkeep>().CasesAsync(CancellationToken.None);
}
