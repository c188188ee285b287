using System.Text.Json;
using System.Text.Json.Serialization;

namespace SafeguardingTeams.Microsoft365.Teams.Protocol;

/// <summary>What Teams sends: the fields we read, all of which may be missing; others are passed over.</summary>
public sealed record Activity(
    string? Type, string? Id, string? Name, string? ServiceUrl, string? ChannelId, ChannelAccount? From, ChannelAccount? Recipient,
    Conversation? Conversation, ChannelData? ChannelData, string? ReplyToId, string? Text, string? Action,
    IReadOnlyList<ChannelAccount>? MembersAdded, IReadOnlyList<ChannelAccount>? MembersRemoved, JsonElement Value)
{
    /// <summary>The tenant of the conversation; null where the two places that name it disagree or both are missing.</summary>
    [JsonIgnore]
    public string? TenantId => (Conversation?.TenantId, ChannelData?.Tenant?.Id) switch
    {
        (null or "", var tenant) => tenant,
        (var tenant, null or "") => tenant,
        var (one, other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase) ? one : null,
    };
}

/// <summary>A person or a bot in a conversation.</summary>
public sealed record ChannelAccount(string? Id, string? Name, string? AadObjectId);

/// <summary>A conversation.</summary>
public sealed record Conversation(string? Id, string? ConversationType, string? TenantId);

/// <summary>What Teams adds.</summary>
public sealed record ChannelData(TenantInfo? Tenant);

/// <summary>A tenant.</summary>
public sealed record TenantInfo(string? Id);

/// <summary>The value of an <c>adaptiveCard/action</c> invoke.</summary>
public sealed record InvokeValue(InvokeAction? Action, string? Trigger);

/// <summary>The button pressed.</summary>
public sealed record InvokeAction(string? Type, string? Verb, JsonElement Data);

/// <summary>The answer to an invoke; only pairs of status and type that Teams accepts can be made.</summary>
public sealed record InvokeReply
{
    private InvokeReply(int statusCode, string type, JsonElement value) => (StatusCode, Type, Value) = (statusCode, type, value);

    /// <summary>The real outcome; the HTTP status is always 200.</summary>
    public int StatusCode { get; }

    /// <summary>What the value is.</summary>
    public string Type { get; }

    /// <summary>A bare card object, or an error.</summary>
    public JsonElement Value { get; }

    /// <summary>A card in place of the one pressed.</summary>
    public static InvokeReply Card(ReadOnlyMemory<byte> card) => new(200, "application/vnd.microsoft.card.adaptive", JsonDocument.Parse(card).RootElement);

    /// <summary>A line beside the card pressed, which stays as it is.</summary>
    public static InvokeReply Message(string text) => new(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(text, TeamsJson.Default.String));

    /// <summary>Something the bot cannot read.</summary>
    public static InvokeReply BadRequest(string message) => new(400, "application/vnd.microsoft.error", Error("BadRequest", message));

    /// <summary>A fault of ours; no detail.</summary>
    public static InvokeReply Fault() => new(500, "application/vnd.microsoft.error", Error("InternalServerError", "Something went wrong. Try again."));

    private static JsonElement Error(string code, string message) =>
        JsonSerializer.SerializeToElement(new InvokeError(code, message), TeamsJson.Default.InvokeError);
}

/// <summary>An error inside an invoke's answer.</summary>
public sealed record InvokeError(string Code, string Message);

/// <summary>A message with one card.</summary>
public sealed record OutgoingMessage(string Summary, IReadOnlyList<OutgoingAttachment> Attachments, OutgoingChannelData? ChannelData)
{
    /// <summary>Always this.</summary>
    public string Type => "message";
}

/// <summary>A card in a message.</summary>
public sealed record OutgoingAttachment(JsonElement Content)
{
    /// <summary>Always this.</summary>
    public string ContentType => "application/vnd.microsoft.card.adaptive";
}

/// <summary>Asks for a notification.</summary>
public sealed record OutgoingChannelData(OutgoingNotification Notification);

/// <summary>Whether it alerts.</summary>
public sealed record OutgoingNotification(bool Alert);

/// <summary>What Teams answers to a post; may be missing altogether.</summary>
public sealed record ResourceResponse(string? Id);

/// <summary>What Teams knows of a member of a chat.</summary>
public sealed record MemberResponse(string? Email);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 32, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(InvokeValue))]
[JsonSerializable(typeof(InvokeReply))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(MemberResponse))]
[JsonSerializable(typeof(string))]
internal sealed partial class TeamsJson : JsonSerializerContext;
