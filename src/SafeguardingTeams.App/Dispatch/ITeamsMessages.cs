using System.Collections.Immutable;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>Puts messages into people's chats with the bot. The Teams adapter is behind it.</summary>
public interface ITeamsMessages
{
    /// <summary>Posts a new message.</summary>
    Task<PostResult> PostAsync(Chat chat, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken);

    /// <summary>What Teams knows of the person; null where it does not say.</summary>
    Task<string?> EmailAsync(Chat chat, CancellationToken cancellationToken);

    /// <summary>Puts a new card in place of one posted before.</summary>
    Task<PostResult> UpdateAsync(
        Chat chat,
        string messageId,
        ReadOnlyMemory<byte> card,
        string summary,
        CancellationToken cancellationToken
    );
}

/// <summary>A person's one-to-one chat with the bot.</summary>
/// <param name="TenantId">Of the account.</param>
/// <param name="ObjectId">Of the account.</param>
/// <param name="ConversationId">Teams' id of the chat.</param>
/// <param name="ServiceUrl">Where it is reached, as last seen.</param>
/// <param name="BotId">The bot's id in it.</param>
/// <param name="UserId">The person's id in it.</param>
public sealed record Chat(string TenantId, string ObjectId, string ConversationId, string ServiceUrl, string BotId, string UserId)
{
    internal ImmutableDictionary<string, string> Fields() =>
        ImmutableDictionary.CreateRange(
            StringComparer.Ordinal,
            new Dictionary<string, string>
            {
                ["tenant"] = TenantId,
                ["object"] = ObjectId,
                ["conversation"] = ConversationId,
                ["service"] = ServiceUrl,
                ["bot"] = BotId,
                ["user"] = UserId,
                ["email"] = Email,
                ["dead"] = Dead,
            }
        );

    /// <summary>The person's email address, where Teams said it.</summary>
    public string Email { get; init; } = "";

    /// <summary>Why nothing can be put into it any more; empty while it takes what comes. The next that comes from it revives it.</summary>
    public string Dead { get; init; } = "";

    /// <summary>Whether something can be put into it, as far as is known.</summary>
    internal bool IsAlive => Dead.Length == 0;

    internal static Chat From(Storage.Row row) =>
        new(row["tenant"], row["object"], row["conversation"], row["service"], row["bot"], row["user"])
        {
            Email = row["email"],
            Dead = row["dead"],
        };
}

/// <summary>How a post ended.</summary>
public abstract record PostResult
{
    /// <summary>It is there. The id is null where Teams did not say.</summary>
    public sealed record Delivered(string? MessageId) : PostResult;

    /// <summary>Not now; try again after the wait.</summary>
    /// <param name="Wait">How long.</param>
    /// <param name="OutcomeUnknown">Whether the message may be there all the same.</param>
    public sealed record Later(TimeSpan Wait, bool OutcomeUnknown) : PostResult;

    /// <summary>The message or chat is no longer there.</summary>
    public sealed record NotFound : PostResult;

    /// <summary>
    /// The chat takes nothing any more: it was blocked, removed, or is served from elsewhere. Another message fares no better.
    /// </summary>
    public sealed record Unreachable(string Why) : PostResult;

    /// <summary>It cannot be delivered; a person has to see to it.</summary>
    public sealed record Refused(string Why) : PostResult;
}
