namespace SafeguardingTeams.App.Flows;

/// <summary>How subscribing ended.</summary>
public abstract record SubscribeEnd
{
    /// <summary>It stands.</summary>
    /// <param name="Id">Names it, for whoever made it to take it back.</param>
    /// <param name="Again">Whether it stood already.</param>
    public sealed record Done(string Id, bool Again) : SubscribeEnd;

    /// <summary>The address may not be called.</summary>
    /// <param name="Why">In plain words, without the address.</param>
    public sealed record CallbackRefused(string Why) : SubscribeEnd;

    /// <summary>This subscriber has as many as anybody may have.</summary>
    public sealed record TooMany(int Limit) : SubscribeEnd;
}
