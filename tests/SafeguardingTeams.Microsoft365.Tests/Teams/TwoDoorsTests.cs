using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>
/// What the bot's door refuses, or answers otherwise, than the SDK alone: each row of docs/teams-door.md is one request sent to
/// both, and the page holds what was seen.
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public class TwoDoorsTests
{
    private const string Evil = "https://evil.trafficmanager.net/",
        Plain = "http://smba.trafficmanager.net/",
        Disguised = "https://smba.trafficmanager.net@evil.example/";

    [Fact]
    public async Task What_each_door_does_with_a_request_is_what_the_page_says()
    {
        await using var doors = await TwoDoors.OpenAsync();
        var page = new StringBuilder(
            await File.ReadAllTextAsync(Path.Combine(Approved.Root, "tests/SafeguardingTeams.Microsoft365.Tests/Teams/teams-door.head.md"))
        );
        foreach (var (title, rows) in Sections(doors))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| a request | the SDK alone | our door |\n|---|---|---|\n");
            foreach (var (name, sent) in rows)
            {
                var (sdk, ours) = await doors.SendAsync(sent);
                Assert.True(sdk != ours, $"{name}: both {ours}");
                page.Append(CultureInfo.InvariantCulture, $"| {name} | {sdk} | {ours} |\n");
            }
        }

        Approved.Same("docs/teams-door.md", page.ToString());
    }

    [Fact]
    public async Task None_of_the_first_kind_reaches_the_product_and_all_of_it_gets_through_the_SDK_or_is_read_by_it()
    {
        await using var doors = await TwoDoors.OpenAsync();
        foreach (var (name, sent) in LetIn(doors.Ours))
        {
            var (sdk, ours) = await doors.SendAsync(sent);
            Assert.True(
                sdk.StartsWith("reaches the handler", StringComparison.Ordinal) || sdk.EndsWith("all of it read", StringComparison.Ordinal),
                $"{name}: {sdk}"
            );
            Assert.True(ours.StartsWith("stops", StringComparison.Ordinal), $"{name}: {ours}");
        }

        Assert.Empty(doors.Ours.Recorder.Came);
    }

    [Fact]
    public async Task A_good_message_and_a_good_press_reach_both_handlers()
    {
        await using var doors = await TwoDoors.OpenAsync();
        foreach (var activity in new[] { TeamsDoorFixture.Message(), TeamsDoorFixture.CardInvocation("home") })
        {
            Assert.Equal(
                ("reaches the handler: HTTP 200", "reaches the handler: HTTP 200"),
                await doors.SendAsync(new(activity.ToJsonString(), doors.Ours.Token()))
            );
        }
    }

    private static IEnumerable<(string Title, IEnumerable<(string, Sent)> Rows)> Sections(TwoDoors doors) =>
        [("Let in by the SDK alone, or read by it", LetIn(doors.Ours)), ("Answered otherwise", Otherwise(doors))];

    private static IEnumerable<(string Name, Sent)> LetIn(TeamsDoorFixture door) =>
        [
            ("somebody of a tenant that is not listed", Message(door, activity => Tenants(activity, Guid.NewGuid().ToString(), null))),
            (
                "two tenants that contradict each other",
                Message(door, activity => Tenants(activity, TeamsDoorFixture.Tenant, Guid.NewGuid().ToString()))
            ),
            ("no tenant", Message(door, activity => Tenants(activity, null, null))),
            ("a sender without an object id", Message(door, activity => activity["from"]!["aadObjectId"] = null)),
            ("no sender", Message(door, activity => activity["from"] = null)),
            ("a service address of a host that is not Teams'", Message(door, activity => activity["serviceUrl"] = Evil, Evil)),
            ("a service address over plain http", Message(door, activity => activity["serviceUrl"] = Plain, Plain)),
            ("a service address with a user's name in it", Message(door, activity => activity["serviceUrl"] = Disguised, Disguised)),
            ("no channel", Message(door, activity => activity["channelId"] = null)),
            ("another channel the key is endorsed for", Message(door, activity => activity["channelId"] = "webchat")),
            ("a body that says it is not JSON", Message(door, _ => { }) with { Type = "text/plain" }),
            ("5 MB, signed", Message(door, activity => activity["text"] = new string('x', 5_000_000))),
            ("27 MB without a token", Message(door, activity => activity["text"] = new string('x', 27_000_000)) with { Token = null }),
            ("JSON a hundred deep", Deep(door, 100)),
            ("an automatic refresh", CardInvocation(door, activity => activity["value"]!["trigger"] = "automatic")),
            ("a press in a group's chat", CardInvocation(door, activity => activity["conversation"]!["conversationType"] = "groupChat")),
            ("a press without a verb", CardInvocation(door, activity => activity["value"]!["action"]!["verb"] = "")),
        ];

    private static IEnumerable<(string Name, Sent)> Otherwise(TwoDoors doors)
    {
        var door = doors.Ours;
        var (good, other) = (door.Token().Split('.'), door.Token(audience: "other").Split('.'));
        var unsigned = $"{Base64UrlEncoder.Encode("{\"alg\":\"none\"}")}.{good[1]}.";
        yield return ("a changed token", Message(door, _ => { }) with { Token = $"{good[0]}.{other[1]}.{good[2]}" });
        yield return ("an unsigned token", Message(door, _ => { }) with { Token = unsigned });
        yield return (
            "a token that is not valid yet",
            Message(door, _ => { }) with
            {
                Token = door.Token(from: TeamsDoorFixture.Now.AddMinutes(10)),
            }
        );
        yield return ("a key that is not endorsed for Teams", Message(door, _ => { }) with { Token = door.Token(door.Unendorsed) });
        yield return ("no service address", Message(door, activity => activity["serviceUrl"] = null));
        yield return (
            "a service address without its last slash",
            Message(door, activity => activity["serviceUrl"] = TeamsDoorFixture.ServiceUrl.TrimEnd('/'))
        );
        yield return (
            "a press that is no `Action.Execute`",
            CardInvocation(door, activity => activity["value"]!["action"]!["type"] = "Action.Submit")
        );
        yield return ("a press that cannot be read", CardInvocation(door, activity => activity["value"] = "text"));
        yield return (
            "a command on a message that is not the bot's",
            new(TeamsDoorFixture.Referral(null, activity => activity["value"]!["commandId"] = "another").ToJsonString(), door.Token())
        );
        yield return ("a sender's locale", CardInvocation(door, activity => activity["locale"] = "th-TH") with { Culture = true });
        yield return ("somebody else joins the chat", Message(door, activity =>
            {
                activity["type"] = "conversationUpdate";
                activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:2" });
            }));
        door.LaterIsAnnounced = true;
        yield return ("a key announced since the keys were fetched", Message(door, _ => { }) with { Token = door.Token(door.Later) });
        doors.Sdk.Does = () => throw new InvalidOperationException();
        door.Recorder.Answers = () => throw new InvalidOperationException();
        yield return ("a press in which the handler fails", CardInvocation(door, _ => { }));
    }

    private static Sent Message(TeamsDoorFixture door, Action<JsonObject> change, string serviceUrl = TeamsDoorFixture.ServiceUrl) =>
        new(TeamsDoorFixture.Message(change).ToJsonString(), door.Token(serviceUrl: serviceUrl));

    private static Sent CardInvocation(TeamsDoorFixture door, Action<JsonObject> change) =>
        new(TeamsDoorFixture.CardInvocation("home", null, change).ToJsonString(), door.Token());

    private static Sent Deep(TeamsDoorFixture door, int levels) =>
        new(
            TeamsDoorFixture
                .CardInvocation("home")
                .ToJsonString()
                .Replace(
                    "\"data\":null",
                    $"\"data\":{string.Concat(Enumerable.Repeat("{\"a\":", levels))}1{new string('}', levels)}",
                    StringComparison.Ordinal
                ),
            door.Token()
        );

    private static void Tenants(JsonObject activity, string? ofConversation, string? ofChannel)
    {
        activity["conversation"]!["tenantId"] = ofConversation;
        activity["channelData"] = ofChannel is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = ofChannel } };
    }
}
