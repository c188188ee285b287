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
    /// <exception cref="InvalidOperationException">Too large, or one of the guards.</exception>
    public static ReadOnlyMemory<byte> Write(AdaptiveCard card)
    {
        CardGuards.Check(card);
        var json = JsonSerializer.SerializeToUtf8Bytes(card, CardTypes.Default.AdaptiveCard);
        var size = Encoding.UTF8.GetCharCount(json) * 2;
        return size <= MaxBytes ? json : throw new InvalidOperationException($"The card has {size} bytes; Teams takes {MaxBytes}.");
    }

    /// <summary>Every element, those inside containers and columns too.</summary>
    public static IEnumerable<Element> Flat(IEnumerable<Element> elements) => elements.SelectMany(element => element switch
    {
        Container container => Flat(container.Items).Prepend(element),
        ColumnSet columns => columns.Columns.SelectMany(column => Flat(column.Items)).Prepend(element),
        _ => [element],
    });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardTypes : JsonSerializerContext;
