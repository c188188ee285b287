using SafeguardingTeams.App.Directory;

namespace SafeguardingTeams.App.Ports;

/// <summary>What somebody pressed: who by the token, never by the card; the verb; the card's keys and the inputs, all as text.</summary>
/// <param name="Account">The account of the token.</param>
/// <param name="DisplayName">The name the token or Teams gives, for showing only.</param>
/// <param name="Verb">What was pressed.</param>
/// <param name="Data">Keys and inputs. Untrusted.</param>
/// <param name="Channel">Where it came from, for the record: "Teams" or "web page".</param>
public sealed record CardAction(Account Account, string DisplayName, string Verb, IReadOnlyDictionary<string, string> Data, string Channel)
{
    /// <summary>The email address the sign-in gives; empty where it gives none.</summary>
    public string Email { get; init; } = "";

    /// <summary>A value, or empty.</summary>
    public string this[string key] => Data.GetValueOrDefault(key, "");
}

/// <summary>The answer to a press.</summary>
public abstract record CardReply
{
    private CardReply() { }

    /// <summary>A card in place of the one pressed.</summary>
    /// <param name="Json">A bare Adaptive Card object as UTF-8 JSON.</param>
    /// <param name="IsForm">Whether something can be typed or chosen on it.</param>
    public sealed record Card(ReadOnlyMemory<byte> Json, bool IsForm) : CardReply;

    /// <summary>A line beside the card pressed, which stays with all that was typed into it: something went wrong on our side.</summary>
    public sealed record Message(string Text) : CardReply;
}

/// <summary>Answers what people press, whatever carried it: Teams or the web page.</summary>
public interface ICardActions
{
    /// <summary>Does what was pressed, where this person may, and draws the next card. Refusals are cards too.</summary>
    Task<CardReply> AnswerAsync(CardAction action, CancellationToken cancellationToken);
}
