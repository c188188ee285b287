using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Cards as bytes, with the guards a broken card would need a phone to find.</summary>
public static class CardJson
{
    /// <summary>The most Teams takes, with room for the message round it: bytes in UTF-16.</summary>
    public const int MaxBytes = 80_000;

    /// <summary>The card as UTF-8 JSON.</summary>
    /// <exception cref="InvalidOperationException">Too large, an input id twice or missing, more than six buttons in a row.</exception>
    public static ReadOnlyMemory<byte> Write(AdaptiveCard card)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in Flat(card.Body))
        {
            if (element is InputElement input && (input.Id.Length == 0 || !ids.Add(input.Id)))
            {
                throw new InvalidOperationException($"The input id \"{input.Id}\" is empty or stands twice in a card.");
            }

            if (element is ActionSet { Actions.Count: > 6 })
            {
                throw new InvalidOperationException("Teams shows six buttons in a row; this card has more.");
            }
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(card, CardTypes.Default.AdaptiveCard);
        var size = Encoding.UTF8.GetCharCount(json) * 2;
        return size <= MaxBytes ? json : throw new InvalidOperationException($"The card has {size} bytes; Teams takes {MaxBytes}.");
    }

    /// <summary>Every element, those inside containers too.</summary>
    public static IEnumerable<Element> Flat(IEnumerable<Element> elements) =>
        elements.SelectMany(element => element is Container container ? Flat(container.Items).Prepend(element) : [element]);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardTypes : JsonSerializerContext;
