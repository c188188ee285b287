using SafeguardingTeams.App.Directory;

namespace SafeguardingTeams.App.Flows;

/// <summary>Who subscribed, by the token they came with.</summary>
public abstract record FlowSubscriber
{
    /// <summary>A person: is told of records they have a part in at that moment (F2).</summary>
    /// <param name="Account">The account they came with: by it they are asked for again before anything is sent.</param>
    /// <param name="PersonId">Their own id.</param>
    public sealed record Person(Account Account, string PersonId) : FlowSubscriber;

    /// <summary>An application of a listed tenant: is no person, and gets the coded rows of every record.</summary>
    public sealed record Application(string TenantId, string ClientId) : FlowSubscriber;

    /// <summary>Whose subscriptions are counted together, as it stands in a key.</summary>
    internal string Key =>
        this switch
        {
            Person person => $"person|{person.PersonId}",
            Application application => $"application|{application.TenantId}|{application.ClientId}",
            _ => throw new InvalidOperationException("An unknown kind of subscriber."),
        };
}
