using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Protocol;

/// <summary>What the product does with what comes from Teams.</summary>
public interface ITeamsActivities
{
    /// <summary>Somebody pressed a button of a card: the answer is the next card.</summary>
    Task<InvokeReply> PressedAsync(
        Activity activity,
        string verb,
        IReadOnlyDictionary<string, string> data,
        CancellationToken cancellationToken
    );

    /// <summary>Somebody chose "Refer for learning" on a message. Only they see the answer.</summary>
    /// <param name="message">The message, wherever it stands: the same for everybody.</param>
    /// <param name="text">Its words, of whatever length.</param>
    Task<DialogReply> ReferredAsync(Activity activity, string message, string text, CancellationToken cancellationToken);

    /// <summary>Somebody wrote to the bot.</summary>
    Task WroteAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>The app was installed for somebody, or is still there.</summary>
    Task InstalledAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>The app was removed for somebody.</summary>
    Task RemovedAsync(Activity activity, CancellationToken cancellationToken);
}
