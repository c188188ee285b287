using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>Knows in which chats people can be reached: learnt from every message that comes in, forgotten when the app is removed.</summary>
public sealed class Chats(IRows rows, IPeople people, LondonClock clock, OutboxBell bell)
{
    /// <summary>Remembers, or renews, where this account is reached. Messages parked for the person are tried again.</summary>
    public async Task SeenAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (PersonOf(chat.TenantId, chat.ObjectId) is not { } person)
        {
            return;
        }

        var key = Keys.Conversation(person, chat.TenantId, chat.ObjectId);
        var fields = chat.Fields();
        if (await rows.FindAsync(key, cancellationToken) is { } known && fields.All(field => known[field.Key] == field.Value))
        {
            return;
        }

        await rows.CommitAsync([new RowWrite.Put(key, fields)], cancellationToken);
        foreach (var parked in (await rows.ReadAsync(Keys.Parked, cancellationToken)).Where(row => row["person"] == person))
        {
            await UnparkAsync(parked, cancellationToken);
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

    /// <summary>The chats a person can be reached in; none where they have no app.</summary>
    internal async Task<IReadOnlyList<Chat>> OfAsync(string personId, CancellationToken cancellationToken) =>
        [.. (await rows.ReadAsync(Keys.Conversations(personId), cancellationToken)).Select(Chat.From)];

    /// <summary>Puts a parked message back among those to be sent.</summary>
    internal async Task UnparkAsync(Row parked, CancellationToken cancellationToken)
    {
        var item = OutboxItem.From(parked) with { Why = "", NotBefore = DateTimeOffset.MinValue };
        await rows.CommitAsync(
            [new RowWrite.Delete(parked.Key, parked.ETag), new RowWrite.Put(Keys.Outbox + parked.Key[Keys.Parked.Length..], item.Fields())], cancellationToken);
        bell.Ring();
    }

    private string? PersonOf(string tenantId, string objectId) => people.Recognise(new(tenantId, objectId), clock.Today) switch
    {
        Arrival.Known known => known.Person.Id,
        Arrival.Practitioner practitioner => practitioner.PersonId,
        _ => null,
    };
}
