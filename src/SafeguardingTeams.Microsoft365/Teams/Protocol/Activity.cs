using System.Text.Json;
using System.Text.Json.Serialization;

namespace SafeguardingTeams.Microsoft365.Teams.Protocol;

/// <summary>What Teams sends: the fields we read, all of which may be missing; others are passed over.</summary>
public sealed record Activity(
    string? Type,
    string? Id,
    string? Name,
    string? ServiceUrl,
    string? ChannelId,
    ChannelAccount? From,
    ChannelAccount? Recipient,
    Conversation? Conversation,
    ChannelData? ChannelData,
    string? ReplyToId,
    string? Text,
    string? Action,
    IReadOnlyList<ChannelAccount>? MembersAdded,
    IReadOnlyList<ChannelAccount>? MembersRemoved,
    JsonElement Value
)
{
    /// <summary>The tenant of the conversation; null where the two places that name it disagree or both are missing.</summary>
    [JsonIgnore]
    public string? TenantId =>
        (Conversation?.TenantId, ChannelData?.Tenant?.Id) switch
        {
            (null or "", var tenant) => tenant,
            (var tenant, null or "") => tenant,
            var (one, other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase) ? one : null,
        };
}

/// <summary>A person or a bot in a conversation.</summary>
public sealed record ChannelAccount(string? Id, string? Name, string? AadObjectId);

public sealed record Conversation(string? Id, string? ConversationType, string? TenantId);

/// <summary>What Teams adds.</summary>
public sealed record ChannelData(TenantInfo? Tenant);

public sealed record TenantInfo(string? Id);

/// <summary>The value of an <c>adaptiveCard/action</c> invoke.</summary>
public sealed record InvokeValue(InvokeAction? Action, string? Trigger);

/// <summary>The button pressed.</summary>
public sealed record InvokeAction(string? Type, string? Verb, JsonElement Data);

/// <summary>The value of a <c>composeExtension</c> invoke of a command on a message. Who sent the message is not read.</summary>
public sealed record ComposeValue(string? CommandId, string? CommandContext, MessagePayload? MessagePayload);

/// <summary>The message it was chosen on.</summary>
public sealed record MessagePayload(string? Id, MessageBody? Body);

public sealed record MessageBody(string? ContentType, string? Content);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    MaxDepth = 32,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(InvokeValue))]
[JsonSerializable(typeof(ComposeValue))]
[JsonSerializable(typeof(InvokeReply))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(string))]
internal sealed partial class TeamsJson : JsonSerializerContext;
