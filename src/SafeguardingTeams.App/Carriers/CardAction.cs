namespace SafeguardingTeams.App.Carriers;

/// <summary>What somebody pressed: who by the token, never by the card; the verb; the card's keys and the inputs, all as text.</summary>
/// <param name="Account">The account of the token.</param>
/// <param name="DisplayName">The name the token or Teams gives, for showing only.</param>
/// <param name="Verb">What was pressed.</param>
/// <param name="Data">Keys and inputs. Untrusted.</param>
/// <param name="Carrier">Where it came from, for the record: "Teams" or "web page".</param>
public sealed record CardAction(Account Account, string DisplayName, string Verb, IReadOnlyDictionary<string, string> Data, string Carrier)
{
    /// <summary>A value, or empty.</summary>
    public string this[string key] => Data.GetValueOrDefault(key, "");
}

/// <summary>The answer: a bare Adaptive Card object as UTF-8 JSON.</summary>
public sealed record CardReply(ReadOnlyMemory<byte> Card);

/// <summary>Answers what people press, whatever carried it: Teams or the web page.</summary>
public interface ICardActions
{
    /// <summary>Does what was pressed, where this person may, and draws the next card. Refusals are cards too.</summary>
    Task<CardReply> AnswerAsync(CardAction action, CancellationToken cancellationToken);
}
