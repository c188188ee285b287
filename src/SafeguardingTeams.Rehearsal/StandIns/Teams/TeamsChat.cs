using System.Text.Json;
using SafeguardingTeams.Rehearsal.People;

namespace SafeguardingTeams.Rehearsal.StandIns.Teams;

/// <summary>One person's one-to-one chat with the bot, as Teams stores it.</summary>
public sealed class TeamsChat(CastMember member, string conversationId, string userId)
{
    private readonly Lock _lock = new();
    private readonly List<ChatMessage> _messages = [];
    private readonly Queue<DateTimeOffset> _operations = new();

    public CastMember Member => member;

    /// <summary>Teams' id of it.</summary>
    public string ConversationId => conversationId;

    /// <summary>The person's id in it.</summary>
    public string UserId => userId;

    /// <summary>Whether the app is installed for the person.</summary>
    public bool Installed { get; set; }

    /// <summary>Whether the person has blocked the app: Teams tells the bot nothing, and refuses what it puts in.</summary>
    public bool Blocked { get; set; }

    /// <summary>Everything in it, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    internal void Add(ChatMessage message)
    {
        lock (_lock)
        {
            _messages.Add(message);
        }
    }

    internal bool Replace(string id, Func<ChatMessage, ChatMessage> change)
    {
        lock (_lock)
        {
            var at = _messages.FindIndex(message => message.Id == id && message.FromBot);
            if (at >= 0)
            {
                _messages[at] = change(_messages[at]);
            }

            return at >= 0;
        }
    }

    /// <summary>Counts an operation against the limits of a thread: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour.</summary>
    internal bool Takes(DateTimeOffset now)
    {
        lock (_lock)
        {
            while (_operations.TryPeek(out var oldest) && now - oldest > TimeSpan.FromHours(1))
            {
                _operations.Dequeue();
            }

            if (Within(1) >= 7 || Within(2) >= 8 || Within(30) >= 60 || _operations.Count >= 1800)
            {
                return false;
            }

            _operations.Enqueue(now);
            return true;
        }

        int Within(int seconds) => _operations.Count(at => now - at < TimeSpan.FromSeconds(seconds));
    }
}

/// <summary>One stored message.</summary>
/// <param name="Id">Teams' id.</param>
/// <param name="FromBot">Whether the bot wrote it.</param>
/// <param name="Text">What a person wrote; empty for a card.</param>
/// <param name="Summary">The line a notification shows.</param>
/// <param name="Card">The card; undefined where there is none.</param>
/// <param name="Edits">How often it was replaced.</param>
public sealed record ChatMessage(string Id, bool FromBot, DateTimeOffset At, string Text, string Summary, JsonElement Card, int Edits);
