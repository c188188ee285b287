using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>What those who got in have sent.</summary>
public partial class InboundTests
{
    [Fact]
    public async Task Answers_to_presses_are_golden()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        (Func<InvokeReply> Reply, string Body)[] cases =
        [
            (
                () => InvokeReply.Message("Try again."),
                "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\",\"value\":\"Try again.\"}"
            ),
            (
                () => throw new InvalidOperationException("Child A"),
                "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\",\"value\":\"Something went wrong on our "
                    + "side. What you typed is still here, and nothing is done twice: press the button again, now or in a few minutes.\"}"
            ),
        ];
        foreach (var (reply, body) in cases)
        {
            door.Recorder.Answers = reply;
            Assert.Equal(
                (HttpStatusCode.OK, body),
                await door.SendAsync(TeamsDoorFixture.CardInvocation("home").ToJsonString(), door.Token())
            );
        }
    }

    [Fact]
    public async Task A_press_that_cannot_be_read_or_was_not_pressed_is_answered_and_does_nothing()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        JsonObject[] cases =
        [
            TeamsDoorFixture.CardInvocation(""),
            TeamsDoorFixture.CardInvocation("home", null, activity => activity["value"] = null),
            TeamsDoorFixture.CardInvocation("home", null, activity => activity["value"] = "text"),
            TeamsDoorFixture.CardInvocation("home", null, activity => activity["value"] = new JsonObject { ["action"] = 3 }),
            TeamsDoorFixture.CardInvocation("home", null, activity => activity["value"]!["action"]!["type"] = "Action.Submit"),
            TeamsDoorFixture.CardInvocation("threshold", null, activity => activity["value"]!["trigger"] = "automatic"),
            TeamsDoorFixture.CardInvocation("home", null, activity => activity["conversation"]!["conversationType"] = "groupChat"),
        ];
        foreach (var activity in cases)
        {
            var (status, body) = await door.SendAsync(activity.ToJsonString(), door.Token());
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.StartsWith("{\"statusCode\":400,\"type\":\"application/vnd.microsoft.error\"", body, StringComparison.Ordinal);
        }

        Assert.Equal(
            HttpStatusCode.NotImplemented,
            (
                await door.SendAsync(
                    TeamsDoorFixture.CardInvocation("home", null, activity => activity["name"] = "task/fetch").ToJsonString(),
                    door.Token()
                )
            ).Status
        );
        Assert.Empty(door.Recorder.Came);
    }

    [Fact]
    public async Task Installing_and_removing_are_understood_in_all_their_forms()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        foreach (
            var (type, action) in new[]
            {
                ("installationUpdate", "add"),
                ("installationUpdate", "add-upgrade"),
                ("installationUpdate", "remove"),
                ("installationUpdate", "remove-upgrade"),
            }
        )
        {
            await door.SendAsync(
                TeamsDoorFixture
                    .Message(activity =>
                    {
                        activity["type"] = type;
                        activity["action"] = action;
                    })
                    .ToJsonString(),
                door.Token()
            );
        }

        await door.SendAsync(
            TeamsDoorFixture
                .Message(activity =>
                {
                    activity["type"] = "conversationUpdate";
                    activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = $"28:{TeamsDoorFixture.AppId}" });
                })
                .ToJsonString(),
            door.Token()
        );
        await door.SendAsync(
            TeamsDoorFixture
                .Message(activity =>
                {
                    activity["type"] = "conversationUpdate";
                    activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:1" });
                })
                .ToJsonString(),
            door.Token()
        );
        await door.SendAsync(
            TeamsDoorFixture
                .Message(activity =>
                {
                    activity["type"] = "conversationUpdate";
                    activity["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = $"28:{TeamsDoorFixture.AppId}" });
                })
                .ToJsonString(),
            door.Token()
        );
        Assert.Equal(
            (HttpStatusCode.OK, ""),
            await door.SendAsync(TeamsDoorFixture.Message(activity => activity["type"] = "messageReaction").ToJsonString(), door.Token())
        );
        Assert.Equal(["installed", "installed", "removed", "removed", "installed", "removed"], door.Recorder.Came);
    }
}
