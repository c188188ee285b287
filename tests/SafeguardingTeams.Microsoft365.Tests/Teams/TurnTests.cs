using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>What a turn in the SDK leaves as it was.</summary>
[Trait(Needs.Name, Needs.Server)]
public class TurnTests
{
    private static readonly string[] OtherInvokes =
    [
        "",
        "application/search",
        "task/fetch",
        "task/submit",
        "composeExtension/query",
        "composeExtension/queryLink",
        "composeExtension/anonymousQueryLink",
        "composeExtension/selectItem",
        "composeExtension/querySettingUrl",
        "composeExtension/setting",
        "composeExtension/onCardButtonClicked",
        "signin/verifyState",
        "signin/tokenExchange",
        "signin/failure",
        "config/fetch",
        "config/submit",
        "tab/fetch",
        "tab/submit",
        "fileConsent/invoke",
        "actionableMessage/executeAction",
        "message/submitAction",
        "suggestedActions/submit",
    ];

    [Fact]
    public async Task Every_other_invoke_is_not_there_and_everything_else_is_passed_over()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        foreach (var name in OtherInvokes)
        {
            Assert.Equal((HttpStatusCode.NotImplemented, ""), await SendAsync("invoke", name));
        }

        foreach (
            var type in new[]
            {
                "",
                "typing",
                "event",
                "endOfConversation",
                "messageReaction",
                "messageUpdate",
                "messageDelete",
                "contactRelationUpdate",
                "command",
                "commandResult",
                "handoff",
                "trace",
                "suggestion",
                "delay",
                "invokeResponse",
                "Message",
                "nonsense",
            }
        )
        {
            Assert.Equal((HttpStatusCode.OK, ""), await SendAsync(type, null));
        }

        foreach (
            var name in new[]
            {
                "tokens/response",
                "application/vnd.microsoft.meetingStart",
                "application/vnd.microsoft.meetingParticipantJoin",
                "application/vnd.microsoft.readReceipt",
            }
        )
        {
            Assert.Equal((HttpStatusCode.OK, ""), await SendAsync("event", name));
        }

        Assert.Empty(door.Recorder.Came);

        Task<(HttpStatusCode, string)> SendAsync(string type, string? name) =>
            door.SendAsync(
                TeamsDoorFixture
                    .Message(activity =>
                    {
                        (activity["type"], activity["name"]) = (type.Length == 0 ? null : type, name);
                        activity["deliveryMode"] = "expectReplies";
                        activity["value"] = new JsonObject { ["x"] = 1 };
                        activity["channelData"]!["eventType"] = type == "messageUpdate" ? "editMessage" : "softDeleteMessage";
                    })
                    .ToJsonString(),
                door.Token()
            );
    }

    [Fact]
    public async Task An_activity_with_as_little_as_the_door_asks_for_gets_its_turn()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        foreach (var activity in new[] { TeamsDoorFixture.Message(Bare), TeamsDoorFixture.CardInvocation("home", null, Bare) })
        {
            Assert.Equal(HttpStatusCode.OK, (await door.SendAsync(activity.ToJsonString(), door.Token())).Status);
        }

        Assert.Equal(["wrote", "pressed home"], door.Recorder.Came);

        static void Bare(JsonObject activity)
        {
            foreach (var name in new[] { "id", "recipient", "conversation", "text" })
            {
                activity.Remove(name);
            }

            activity["timestamp"] = "never";
            activity["from"] = new JsonObject { ["aadObjectId"] = TeamsDoorFixture.Person };
        }
    }

    [Fact]
    public async Task A_card_is_answered_as_the_bytes_it_was_drawn_as()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        var card = "{\"type\":\"AdaptiveCard\",\"text\":\"\\u003Cb\\u003E \\u00E9 é \\\" \\\\ \\u2028\",\"n\":1.0,\"e\":[]}";
        door.Recorder.Answers = () => InvokeReply.Card(Encoding.UTF8.GetBytes(card));
        var (_, body) = await door.SendAsync(TeamsDoorFixture.CardInvocation("home").ToJsonString(), door.Token());
        Assert.Equal($"{{\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\",\"value\":{card}}}", body);
    }

    [Fact]
    public async Task The_SDKs_own_way_in_is_registered_nowhere_and_lets_nobody_in()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        Assert.Null(door.Services.GetService<IBotFrameworkHttpAdapter>());
        Assert.Null(door.Services.GetService<BotAdapter>());
        Assert.Null(door.Services.GetService<IBot>());
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.Headers.Authorization = $"Bearer {door.Token()}";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(TeamsDoorFixture.Message().ToJsonString()));
        await door
            .Services.GetRequiredService<TeamsTurns>()
            .ProcessAsync(http.Request, http.Response, door.Services.GetRequiredService<TeamsBot>());
        Assert.Equal(401, http.Response.StatusCode);
        Assert.Empty(door.Recorder.Came);
    }
}
