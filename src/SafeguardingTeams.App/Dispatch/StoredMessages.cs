using System.Security.Cryptography;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Stored;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>Draws the messages that are stored in Teams, from the case as it is now.</summary>
public sealed class StoredMessages(PartnershipWords words)
{
    /// <summary>The bot's answer to a hello.</summary>
    public DrawnMessage Welcome() => Drawn(StoredCard.Welcome(words));

    /// <summary>The answer to a reference typed into the chat, or without one to "my tasks".</summary>
    public DrawnMessage WayTo(CaseId? id) => Drawn(StoredCard.WayTo(id, words));

    internal DrawnMessage Draw(OutboxItem item, CaseFile file, CaseFile? goesOnAs, bool mayHaveComeBefore) =>
        Drawn(item.Former ? StoredCard.Former(item.Kind, file, words) : StoredCard.Draw(item.Kind, file, words, mayHaveComeBefore, item.About, goesOnAs));

    private static DrawnMessage Drawn((AdaptiveCard Card, string Summary) drawn)
    {
        var json = CardJson.Write(drawn.Card);
        return new(json, drawn.Summary, Convert.ToHexStringLower(SHA256.HashData(json.Span))[..16]);
    }
}

/// <summary>A message ready to be posted.</summary>
/// <param name="Card">The card as UTF-8 JSON.</param>
/// <param name="Summary">The line a notification shows.</param>
/// <param name="Fingerprint">Equal for equal cards: an update that changes nothing is not sent.</param>
public sealed record DrawnMessage(ReadOnlyMemory<byte> Card, string Summary, string Fingerprint);
