using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// Knows in which chats people can be reached: learnt from everything that comes in, forgotten when the app is removed. Teams does not
/// always say that it was: a chat into which nothing can be put is dead, until something comes from it.
/// </summary>
public sealed class Chats(IRows rows, IPeople people, LondonClock clock, WorkQueues queues, OutboxSignal signal, ITeamsMessages teams)
{
    private const int MaxRetried = 40;

    /// <summary>
    /// Remembers, renews or revives where this account is reached; in the same transaction messages dead-lettered for the person, or kept
    /// because they went by mail, go back among those to be sent. True where the chat was not known yet.
    /// </summary>
    public async Task<bool> SeenAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (PersonOf(chat.TenantId, chat.ObjectId) is not { } person)
        {
            return false;
        }

        var key = Keys.Conversation(person, chat.TenantId, chat.ObjectId);
        // Read each time: another process may have found it dead meanwhile.
        var known = await rows.FindAsync(key, cancellationToken) is { } row ? Chat.From(row) : null;
        if (known is null || known with { Email = "" } != chat)
        {
            await RememberAsync(key, chat with { Email = known?.Email ?? "" }, person, cancellationToken);
        }

        return known is null;
    }

    /// <summary>Everybody who can be reached in a chat, by their ids.</summary>
    public async Task<IReadOnlySet<string>> ReachableAsync(CancellationToken cancellationToken) =>
        (await rows.ReadAsync(Keys.AllConversations, cancellationToken))
            .Where(row => Chat.From(row).IsAlive)
            .Select(row => row.Key.Split('|')[1])
            .ToHashSet();

    /// <summary>
    /// Asks Teams for the person's email address, once, so that a form can fill it in. Never in the path of a card's answer.
    /// </summary>
    public async Task LearnEmailAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (
            PersonOf(chat.TenantId, chat.ObjectId) is { } person
            && await rows.FindAsync(Keys.Conversation(person, chat.TenantId, chat.ObjectId), cancellationToken) is { } row
            && Chat.From(row) is { Email: "" } known
            && await teams.EmailAsync(known, cancellationToken) is { Length: > 0 and < 200 } email
        )
        {
            await rows.CommitAsync([new RowWrite.Replace(row.Key, (known with { Email = email }).Fields(), row.ETag)], cancellationToken);
        }
    }

    /// <summary>The app was removed there.</summary>
    public async Task RemovedAsync(Account account, CancellationToken cancellationToken)
    {
        if (PersonOf(account.TenantId, account.ObjectId) is { } person)
        {
            await rows.CommitAsync([new RowWrite.Delete(Keys.Conversation(person, account.TenantId, account.ObjectId))], cancellationToken);
        }
    }

    /// <summary>
    /// Nothing can be put into the chat. Whether it stays so: false where something has come from it meanwhile, which may have revived it.
    /// </summary>
    internal async Task<bool> DiedAsync(string personId, Chat chat, string why, CancellationToken cancellationToken)
    {
        var key = Keys.Conversation(personId, chat.TenantId, chat.ObjectId);
        if (
            await rows.FindAsync(key, cancellationToken) is { } row
            && Chat.From(row) == chat
            && await rows.CommitAsync([new RowWrite.Replace(key, (chat with { Dead = why }).Fields(), row.ETag)], cancellationToken)
                is CommitResult.Done
        )
        {
            return true;
        }

        return await rows.FindAsync(key, cancellationToken) is not { } now || !Chat.From(now).IsAlive;
    }

    /// <summary>The chats a person can be reached in, the account named first in the file first; none where they have no app.</summary>
    internal async Task<IReadOnlyList<Chat>> OfAsync(string personId, CancellationToken cancellationToken) =>
        [.. (await KnownAsync(personId, cancellationToken)).Where(chat => chat.IsAlive)];

    /// <summary>The same, with those that are dead.</summary>
    internal async Task<IReadOnlyList<Chat>> KnownAsync(string personId, CancellationToken cancellationToken)
    {
        var accounts = people.Find(personId)?.Accounts ?? [];
        return
        [
            .. (await rows.ReadAsync(Keys.Conversations(personId), cancellationToken))
                .Select(Chat.From)
                .OrderBy(chat => accounts.IndexOf(new(chat.TenantId, chat.ObjectId))),
        ];
    }

    /// <summary>The person's email address where a chat has told it, or empty.</summary>
    internal async Task<string> EmailOfAsync(string personId, CancellationToken cancellationToken) =>
        (await KnownAsync(personId, cancellationToken)).Select(chat => chat.Email).FirstOrDefault(email => email.Length > 0) ?? "";

    /// <summary>Puts a dead-lettered message back among those to be sent.</summary>
    internal async Task PutBackAsync(Row deadLettered, CancellationToken cancellationToken)
    {
        await rows.CommitAsync([.. PutBack(deadLettered)], cancellationToken);
        signal.Set();
    }

    private async Task RememberAsync(string key, Chat chat, string person, CancellationToken cancellationToken)
    {
        CommitResult result;
        do
        {
            var deadLettered = (await rows.ReadAsync(Keys.DeadLetteredMessages, cancellationToken))
                .Where(row => row["person"] == person)
                .Concat((await rows.ReadAsync(Keys.Mailed(person), cancellationToken)).OrderByDescending(row => OutboxItem.From(row).Since))
                .Take(MaxRetried);
            result = await rows.CommitAsync([new RowWrite.Put(key, chat.Fields()), .. deadLettered.SelectMany(PutBack)], cancellationToken);
        } while (result is not CommitResult.Done);
        signal.Set();
    }

    /// <summary>What was kept because it went by mail says itself where it stood.</summary>
    private IReadOnlyList<RowWrite> PutBack(Row kept) => queues.Messages.PutBack(kept, kept["line"] is { Length: > 0 } line ? line : null);

    private string? PersonOf(string tenantId, string objectId) =>
        people.Recognise(new(tenantId, objectId), clock.Today) switch
        {
            Arrival.Known known => known.Actor.PersonId,
            Arrival.Practitioner practitioner => practitioner.PersonId,
            _ => null,
        };
}
