using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Cards as bytes, with the guards a broken card would need a phone to find.</summary>
public static class CardJson
{
    /// <summary>The most Teams takes, with room for the message round it: bytes in UTF-16.</summary>
    public const int MaxBytes = 80_000;

    private static readonly JsonWriterOptions Plain = new() { Encoder = CardEncoder.Instance };

    /// <summary>The card as UTF-8 JSON.</summary>
    /// <exception cref="InvalidOperationException">Too large, or one of the guards.</exception>
    public static ReadOnlyMemory<byte> Write(AdaptiveCard card) =>
        WriteIfFits(card) ?? throw new InvalidOperationException($"The card is larger than the {MaxBytes} bytes that Teams takes.");

    /// <summary>
    /// The card as UTF-8 JSON; null where it is larger than Teams takes, because what people wrote on it is too long for one message.
    /// </summary>
    /// <exception cref="InvalidOperationException">One of the guards.</exception>
    public static ReadOnlyMemory<byte>? WriteIfFits(AdaptiveCard card)
    {
        CardGuards.Check(card);
        var json = Bytes(card);
        return Size(json) <= MaxBytes ? json : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>Whether Teams takes a card of this size.</summary>
    public static bool Fits(AdaptiveCard card) => Size(Bytes(card)) <= MaxBytes;

    private static ReadOnlyMemory<byte> Bytes(AdaptiveCard card)
    {
        var json = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(json, Plain))
        {
            JsonSerializer.Serialize(writer, card, CardTypes.Default.AdaptiveCard);
        }

        return Broken(json.WrittenMemory);
    }

    /// <summary>
    /// Teams runs <c>${…}</c> and <c>{{…}}</c> in any text of a card. Both pairs are broken by a joiner nobody sees; in JSON itself
    /// neither can stand. Where an input or a key comes back, the joiner is taken out again.
    /// </summary>
    private static ReadOnlyMemory<byte> Broken(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOf("{{"u8) < 0 && json.Span.IndexOf("${"u8) < 0)
        {
            return json;
        }

        var broken = new ArrayBufferWriter<byte>(json.Length + 64);
        var before = (byte)0;
        foreach (var next in json.Span)
        {
            if (next == '{' && (before == '{' || before == '$'))
            {
                broken.Write(Joiner);
            }

            broken.Write([next]);
            before = next;
        }

        return broken.WrittenMemory;
    }

    private static ReadOnlySpan<byte> Joiner => [0xE2, 0x80, 0x8D];

    private static int Size(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetCharCount(json.Span) * 2;

    /// <summary>Whether something can be typed or chosen on a card.</summary>
    public static bool HasInputs(AdaptiveCard card) => Flat(card.Body).Any(element => element is InputElement);

    /// <summary>Every element, those inside containers and columns too.</summary>
    public static IEnumerable<Element> Flat(IEnumerable<Element> elements) =>
        elements.SelectMany(element =>
            element switch
            {
                Container container => Flat(container.Items).Prepend(element),
                ColumnSet columns => columns.Columns.SelectMany(column => Flat(column.Items)).Prepend(element),
                _ => [element],
            }
        );
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardTypes : JsonSerializerContext;
