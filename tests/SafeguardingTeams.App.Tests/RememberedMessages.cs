using SafeguardingTeams.App.Dispatch;

namespace SafeguardingTeams.App.Tests;

/// <summary>Chats that only remember what was put into them.</summary>
internal sealed class RememberedMessages : ITeamsMessages
{
    internal const string WhyBlocked = "The app is not installed for this person in Teams, or they have blocked it.";

    private int _ids;

    internal List<(string Chat, string MessageId, string Summary, string Card, bool IsUpdate)> Sent { get; } = [];

    /// <summary>Answers in place of doing it, one for each call.</summary>
    internal Queue<Func<bool, PostResult>> Answers { get; } = new();

    /// <summary>Chats into which nothing can be put, as Teams answers for one that was blocked without a word; by their ids.</summary>
    internal HashSet<string> Blocked { get; } = [];

    /// <summary>Whether Teams never has time.</summary>
    internal bool IsSilent { get; set; }

    /// <summary>How often each chat was tried.</summary>
    internal Dictionary<string, int> Tried { get; } = [];

    /// <summary>What somebody else does just before each message goes.</summary>
    internal Func<Task>? Before { get; set; }

    private bool _isBetween;

    /// <summary>The call (from 0) after whose doing the process ends; null for never.</summary>
    internal int? StopsAfter { get; set; }

    public Task<string?> EmailAsync(Chat chat, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Called when a post begins that then never ends by itself; null where posts end.</summary>
    internal Func<Task>? Hangs { get; set; }

    public async Task<PostResult> PostAsync(Chat chat, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken)
    {
        if (Hangs is { } hangs)
        {
            await hangs();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return await DoAsync(chat, $"m{++_ids}", card, summary, false);
    }

    public Task<PostResult> UpdateAsync(
        Chat chat,
        string messageId,
        ReadOnlyMemory<byte> card,
        string summary,
        CancellationToken cancellationToken
    ) => DoAsync(chat, messageId, card, summary, true);

    private Task<PostResult> DoAsync(Chat chat, string id, ReadOnlyMemory<byte> card, string summary, bool isUpdate)
    {
        Tried[chat.ConversationId] = Tried.GetValueOrDefault(chat.ConversationId) + 1;
        if (Blocked.Contains(chat.ConversationId))
        {
            return Task.FromResult<PostResult>(new PostResult.Unreachable(WhyBlocked));
        }

        if (IsSilent)
        {
            return Task.FromResult<PostResult>(new PostResult.Later(TimeSpan.FromSeconds(10), OutcomeUnknown: false));
        }

        if (Answers.TryDequeue(out var answer))
        {
            return Task.FromResult(answer(isUpdate));
        }

        return SendAsync(chat, id, card, summary, isUpdate);
    }

    private async Task<PostResult> SendAsync(Chat chat, string id, ReadOnlyMemory<byte> card, string summary, bool isUpdate)
    {
        if (Before is { } before && !_isBetween)
        {
            _isBetween = true;
            await before();
            _isBetween = false;
        }

        Sent.Add((chat.ConversationId, id, summary, System.Text.Encoding.UTF8.GetString(card.Span), isUpdate));
        return StopsAfter == Sent.Count - 1 ? throw new StoppedException() : new PostResult.Delivered(id);
    }
}
