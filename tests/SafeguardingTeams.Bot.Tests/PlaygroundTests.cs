using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>
/// Microsoft's local client, by what it was seen to send: no token, no trigger, texts only, and its news of itself at every page load.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class PlaygroundTests(HostFixture stage)
{
    private readonly ConcurrentQueue<JsonElement> _posted = new();

    [Fact]
    public async Task The_local_client_is_welcomed_once_and_its_presses_are_answered()
    {
        var port = Azurite.FreePort();
        await using var connector = await ConnectorAsync(port);
        await using var host = await RehearsalHost.StartAsync(
            new()
            {
                Azurite = await stage.AzuriteAsync(),
                TablePrefix = "playground",
                Clock = new(HostFixture.Monday),
                InstallsForEverybody = false,
                LocalClient = $"localhost:{port}",
            }
        );
        var client = new Client(
            new Uri(host.Page, "/door/api/messages"),
            $"http://localhost:{port}/_connector",
            host.Member("school-lead")
        );
        for (var load = 0; load < 2; load++)
        {
            await client.SendAsync("conversationUpdate", ("membersAdded", new JsonArray(client.Bot())));
            await client.SendAsync("conversationUpdate", ("membersAdded", new JsonArray(client.User())));
            await client.SendAsync("installationUpdate", ("action", "add"));
        }

        Assert.Equal("Learning from serious incidents: choose Begin", Assert.Single(_posted).GetProperty("summary").GetString());
        await client.SendAsync("message", ("text", "hello"));
        Assert.Equal(2, _posted.Count);
        var card = new CardView(_posted.Last().GetProperty("attachments")[0].GetProperty("content"));
        foreach (var title in new[] { "Begin", "Refer a serious incident" })
        {
            card = await client.PressAsync(card.CardInvocation(title, null));
        }

        // As a form arrives there: what was typed is text, what was not is absent.
        var (verb, data) = card.CardInvocation("Continue", null);
        card = await client.PressAsync(
            (verb, data.Where(pair => pair.Value.Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value))
        );
        Assert.NotEmpty(card.Buttons);
        Assert.Equal(2, _posted.Count);
    }

    private async Task<WebApplication> ConnectorAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://localhost:{port}");
        var app = builder.Build();
        app.MapPost("/_connector/v3/conversations/{conversation}/activities", async (HttpRequest request) =>
        {
            _posted.Enqueue((await JsonDocument.ParseAsync(request.Body)).RootElement);
            return Results.Json(new JsonObject { ["id"] = Guid.NewGuid().ToString() });
        });
        await app.StartAsync();
        return app;
    }

    private sealed class Client(Uri door, string serviceUrl, CastMember member)
    {
        private static readonly HttpClient Http = new();

        internal JsonObject Bot() => new() { ["id"] = "00000000-0000-0000-0000-00000000000011", ["name"] = "Test Bot" };

        internal JsonObject User() =>
            new()
            {
                ["id"] = member.ObjectId,
                ["name"] = member.Name,
                ["aadObjectId"] = member.ObjectId,
                ["userPrincipleName"] = member.Email,
                ["role"] = "user",
            };

        internal async Task<string> SendAsync(string type, params (string Name, JsonNode Value)[] more)
        {
            var activity = new JsonObject
            {
                ["type"] = type,
                ["id"] = Guid.NewGuid().ToString(),
                ["channelId"] = "msteams",
                ["serviceUrl"] = serviceUrl,
                ["locale"] = "en-US",
                ["localTimezone"] = "Europe/London",
                ["timestamp"] = "2026-11-02T10:00:00.000Z",
                ["from"] = User(),
                ["recipient"] = Bot(),
                ["conversation"] = new JsonObject
                {
                    ["id"] = "personal-chat-id",
                    ["conversationType"] = "personal",
                    ["tenantId"] = member.TenantId,
                },
                ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = member.TenantId } },
            };
            foreach (var (name, value) in more)
            {
                activity[name] = value;
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, door)
            {
                Content = new StringContent(activity.ToJsonString(), new MediaTypeHeaderValue("application/json")),
            };
            request.Headers.Add("x-ms-agents-playground", "true");
            using var response = await Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return await response.Content.ReadAsStringAsync();
        }

        internal async Task<CardView> PressAsync((string Verb, IReadOnlyDictionary<string, string> Data) invocation)
        {
            var action = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = invocation.Verb,
                ["data"] = new JsonObject(invocation.Data.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            };
            using var answer = JsonDocument.Parse(
                await SendAsync("invoke", ("name", "adaptiveCard/action"), ("value", new JsonObject { ["action"] = action }))
            );
            Assert.Equal(200, answer.RootElement.GetProperty("statusCode").GetInt32());
            return new(answer.RootElement.GetProperty("value").Clone());
        }
    }
}
