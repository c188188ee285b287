using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.People;

namespace SafeguardingTeams.Rehearsal.StandIns.Teams;

/// <summary>
/// Teams, as far as the bot can tell: people's chats, signed deliveries to the bot, the connector's answers. As strict as
/// the real one: what it would refuse or break on is a fault here.
/// </summary>
public sealed class TeamsStandIn(TimeProvider time, string botAppId) : IDisposable
{
    /// <summary>Who signs what Teams sends.</summary>
    public const string Issuer = "https://api.botframework.com";

    /// <summary>Teams waits for fifteen seconds; a busy machine may need more, and no test is about how long that is.</summary>
    private static readonly TimeSpan DeliveryPatience = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<string, TeamsChat> _byConversation = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new() { Timeout = DeliveryPatience };
    private int _version;

    /// <summary>The key that signs deliveries, endorsed for Teams.</summary>
    public SigningKey Key { get; } = new();

    /// <summary>The key of the bot's own tokens.</summary>
    public SigningKey OutgoingKey { get; } = new();

    /// <summary>Where the bot listens.</summary>
    public Uri Bot { get; set; } = new("http://127.0.0.1");

    /// <summary>Where this stand-in is reached, as activities say it.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>The bot's id in every chat.</summary>
    public string BotId => $"28:{botAppId}";

    /// <summary>Whether each press is delivered twice, as Teams does when an answer is slow.</summary>
    public bool DeliversTwice { get; set; }

    /// <summary>Answers the connector gives instead of doing anything, one for each call, first come first served.</summary>
    public ConcurrentQueue<ConnectorFault> Faults { get; } = new();

    /// <summary>Goes up whenever something changes in any chat.</summary>
    public int Version => _version;

    /// <summary>Everything wrong that the bot has sent, for the tests: empty at the end of a good run.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public IEnumerable<TeamsChat> Chats => _byConversation.Values;

    /// <summary>A person's chat, which begins when the app is installed or the person writes.</summary>
    public TeamsChat ChatOf(CastMember member)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(member.TenantId + member.ObjectId)))[..24];
        return _byConversation.GetOrAdd($"a:1{id}", conversation => new(member, conversation, $"29:1{id}"));
    }

    internal TeamsChat? Find(string conversationId) => _byConversation.GetValueOrDefault(conversationId);

    /// <summary>The app is installed for somebody: Teams tells the bot.</summary>
    public async Task InstallAsync(CastMember member)
    {
        var chat = ChatOf(member);
        (chat.Installed, chat.Blocked) = (true, false);
        var activity = Activity(chat, "installationUpdate");
        activity["action"] = "add";
        await DeliverAsync(activity, member);
    }

    /// <summary>The app is removed for somebody.</summary>
    public async Task RemoveAsync(CastMember member)
    {
        var chat = ChatOf(member);
        chat.Installed = false;
        var activity = Activity(chat, "installationUpdate");
        activity["action"] = "remove";
        await DeliverAsync(activity, member);
    }

    /// <summary>Somebody writes to the bot. Returns the status the bot answered.</summary>
    public async Task<int> SayAsync(CastMember member, string text)
    {
        var chat = ChatOf(member);
        (chat.Installed, chat.Blocked) = (true, false);
        chat.Add(new(NewId(), FromBot: false, time.GetUtcNow(), text, "", default, 0));
        Interlocked.Increment(ref _version);
        var activity = Activity(chat, "message");
        activity["text"] = text;
        activity["textFormat"] = "plain";
        using var response = await DeliverAsync(activity, member);
        return (int)response.StatusCode;
    }

    /// <summary>Somebody presses a button. What comes back is what Teams would show.</summary>
    /// <param name="messageId">The message that carries the card; null for the newest.</param>
    /// <param name="verb">The button's.</param>
    /// <param name="data">The button's data and the inputs.</param>
    public async Task<PressAnswer> PressAsync(CastMember member, string? messageId, string verb, IReadOnlyDictionary<string, string> data)
    {
        var chat = ChatOf(member);
        var activity = Activity(chat, "invoke");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = messageId ?? chat.Messages.LastOrDefault(message => message.FromBot)?.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["id"] = null,
                ["verb"] = verb,
                ["data"] = new JsonObject(data.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))),
            },
            ["trigger"] = "manual",
        };
        if (DeliversTwice)
        {
            (await DeliverAsync(activity.DeepClone().AsObject(), member)).Dispose();
            activity["id"] = $"f:{NewId()}";
        }

        try
        {
            using var response = await DeliverAsync(activity, member);
            return await AnswerAsync(response);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return new("", "Unable to reach app. Please try again.", default);
        }
    }

    /// <summary>Sends any activity, signed for what it says.</summary>
    public async Task<HttpResponseMessage> DeliverAsync(JsonObject activity, CastMember member, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Bot, "/api/messages"))
        {
            Content = new StringContent(activity.ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        request.Headers.Authorization = new("Bearer", token ?? Token(activity["serviceUrl"]?.GetValue<string>() ?? ServiceUrl));
        return await _http.SendAsync(request);
    }

    /// <summary>A token as Teams makes them.</summary>
    public string Token(string serviceUrl) =>
        Key.Sign(Issuer, botAppId, time.GetUtcNow(), TimeSpan.FromHours(1), ("serviceurl", serviceUrl));

    /// <summary>An activity of a chat.</summary>
    public JsonObject Activity(TeamsChat chat, string type) =>
        new()
        {
            ["type"] = type,
            ["id"] = $"f:{NewId()}",
            ["timestamp"] = time.GetUtcNow().ToString("O"),
            ["serviceUrl"] = ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject
            {
                ["id"] = chat.UserId,
                ["name"] = chat.Member.Name,
                ["aadObjectId"] = chat.Member.ObjectId,
            },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "Safeguarding" },
            ["conversation"] = new JsonObject
            {
                ["id"] = chat.ConversationId,
                ["conversationType"] = "personal",
                ["tenantId"] = chat.Member.TenantId,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = chat.Member.TenantId } },
            ["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "clientInfo",
                    ["locale"] = "en-GB",
                    ["country"] = "GB",
                    ["platform"] = "Web",
                }
            ),
        };

    internal void Changed() => Interlocked.Increment(ref _version);

    internal static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Everybody's chats are emptied, and nobody has the app.</summary>
    public void Clear()
    {
        _byConversation.Clear();
        Changed();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        Key.Dispose();
        OutgoingKey.Dispose();
    }

    private async Task<PressAnswer> AnswerAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode != 200)
        {
            return new("", "Unable to reach app. Please try again.", default);
        }

        using var document = JsonDocument.Parse(body);
        var answer = document.RootElement.Clone();
        if (response.Content.Headers.ContentType?.MediaType != "application/json" || CardRules.AnswerFault(answer) is not null)
        {
            Complaints.Enqueue($"Invoke answer: {CardRules.AnswerFault(answer) ?? "wrong content type"}");
            return new("", "Something went wrong. Please try again.", default);
        }

        var value = answer.GetProperty("value");
        return answer.GetProperty("type").GetString() switch
        {
            "application/vnd.microsoft.card.adaptive" => new("", "", value),
            "application/vnd.microsoft.activity.message" => new(value.GetString()!, "", default),
            _ => new("", "Something went wrong. Please try again.", default),
        };
    }
}

/// <summary>What Teams shows after a press: a card in place of the other, a line beside it, or its own error.</summary>
public sealed record PressAnswer(string Message, string Error, JsonElement Card);

/// <summary>What the connector answers instead of doing what it is asked.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON.</param>
/// <param name="DoesIt">Whether it does it all the same, as when only the answer is lost.</param>
/// <param name="RetryAfter">Seconds, in the header.</param>
public sealed record ConnectorFault(int Status, string Body = "", bool DoesIt = false, int? RetryAfter = null);
