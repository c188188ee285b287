using System.Collections.Concurrent;
using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>Knows in which chats people can be reached: learnt from every message that comes in, forgotten when the app is removed.</summary>
public sealed class Chats(IRows rows, IPeople people, LondonClock clock, OutboxBell bell, ITeamsMessages teams)
{
    private const int MostUnparked = 40;

    private readonly ConcurrentDictionary<string, Chat> _seen = new(StringComparer.Ordinal);

    /// <summary>
    /// Remembers, or renews, where this account is reached; in the same transaction messages parked for the person, or kept
    /// because they went by mail, go back among those to be sent. True where the chat was not known yet.
    /// </summary>
    public async Task<bool> SeenAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (PersonOf(chat.TenantId, chat.ObjectId) is not { } person)
        {
            return false;
        }

        var key = Keys.Conversation(person, chat.TenantId, chat.ObjectId);
        if (_seen.TryGetValue(key, out var seen) && seen == chat)
        {
            return false;
        }

        var known = await rows.FindAsync(key, cancellationToken) is { } row ? Chat.From(row) : null;
        if (known is null || known with { Email = "" } != chat)
        {
            await RememberAsync(key, chat with { Email = known?.Email ?? "" }, person, cancellationToken);
        }

        _seen[key] = chat;
        return known is null;
    }

    /// <summary>Asks Teams for the person's email address, once, so that a form can fill it in. Never in the path of a card's answer.</summary>
    public async Task LearnEmailAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (PersonOf(chat.TenantId, chat.ObjectId) is { } person
            && await rows.FindAsync(Keys.Conversation(person, chat.TenantId, chat.ObjectId), cancellationToken) is { } row
            && Chat.From(row) is { Email: "" } known
            && await teams.EmailAsync(known, cancellationToken) is { Length: > 0 and < 200 } email)
        {
            await rows.CommitAsync([new RowWrite.Replace(row.Key, (known with { Email = email }).Fields(), row.ETag)], cancellationToken);
        }
    }

    /// <summary>The app was removed there.</summary>
    public async Task RemovedAsync(Account account, CancellationToken cancellationToken)
    {
        if (PersonOf(account.TenantId, account.ObjectId) is { } person)
        {
            var key = Keys.Conversation(person, account.TenantId, account.ObjectId);
            _seen.TryRemove(key, out _);
            await rows.CommitAsync([new RowWrite.Delete(key)], cancellationToken);
        }
    }

    /// <summary>The chats a person can be reached in, the account named first in the file first; none where they have no app.</summary>
    internal async Task<IReadOnlyList<Chat>> OfAsync(string personId, CancellationToken cancellationToken)
    {
        var accounts = people.Find(personId)?.Accounts ?? [];
        return [.. (await rows.ReadAsync(Keys.Conversations(personId), cancellationToken)).Select(Chat.From).OrderBy(chat => accounts.IndexOf(new(chat.TenantId, chat.ObjectId)))];
    }

    /// <summary>The person's email address where a chat has told it, or empty.</summary>
    internal async Task<string> EmailOfAsync(string personId, CancellationToken cancellationToken) =>
        (await OfAsync(personId, cancellationToken)).Select(chat => chat.Email).FirstOrDefault(email => email.Length > 0) ?? "";

    /// <summary>Puts a parked message back among those to be sent.</summary>
    internal async Task UnparkAsync(Row parked, CancellationToken cancellationToken)
    {
        await rows.CommitAsync([.. Unparking(parked)], cancellationToken);
        bell.Ring();
    }

    private async Task RememberAsync(string key, Chat chat, string person, CancellationToken cancellationToken)
    {
        CommitResult result;
        do
        {
            var parked = (await rows.ReadAsync(Keys.Parked, cancellationToken)).Where(row => row["person"] == person)
                .Concat((await rows.ReadAsync(Keys.Mailed(person), cancellationToken)).OrderByDescending(row => OutboxItem.From(row).Since)).Take(MostUnparked);
            result = await rows.CommitAsync([new RowWrite.Put(key, chat.Fields()), .. parked.SelectMany(Unparking)], cancellationToken);
        }
        while (result is not CommitResult.Done);
        bell.Ring();
    }

    private static IEnumerable<RowWrite> Unparking(Row parked) =>
    [
        new RowWrite.Delete(parked.Key, parked.ETag),
        new RowWrite.Put(Keys.Outbox + (parked["line"] is { Length: > 0 } line ? line : parked.Key[Keys.Parked.Length..]), (OutboxItem.From(parked) with { Why = "", NotBefore = DateTimeOffset.MinValue, Attempts = 0 }).Fields()),
    ];

    private string? PersonOf(string tenantId, string objectId) => people.Recognise(new(tenantId, objectId), clock.Today) switch
    {
        Arrival.Known known => known.Actor.PersonId,
        Arrival.Practitioner practitioner => practitioner.PersonId,
        _ => null,
    };
}
