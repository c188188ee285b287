using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How wide a column is: in the JSON a word, or a number for a weight.</summary>
[JsonConverter(typeof(ColumnWidthJson))]
public readonly record struct ColumnWidth
{
    private readonly int _weight;
    private readonly string? _word;

    private ColumnWidth(int weight, string? word) => (_weight, _word) = (weight, word);

    /// <summary>As wide as what is in it.</summary>
    public static ColumnWidth Auto => new(0, "auto");

    /// <summary>What the others leave.</summary>
    public static ColumnWidth Stretch => new(0, "stretch");

    /// <summary>So many pixels.</summary>
    public static ColumnWidth Pixels(int pixels) => new(0, $"{pixels.ToString(CultureInfo.InvariantCulture)}px");

    /// <summary>A share, against the weights of the other columns.</summary>
    public static ColumnWidth Weight(int weight) => new(weight, null);

    internal void Write(Utf8JsonWriter writer)
    {
        if (_word is null)
        {
            writer.WriteNumberValue(_weight);
        }
        else
        {
            writer.WriteStringValue(_word);
        }
    }
}

internal sealed class ColumnWidthJson : JsonConverter<ColumnWidth>
{
    public override ColumnWidth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are written, never read.");

    public override void Write(Utf8JsonWriter writer, ColumnWidth value, JsonSerializerOptions options) => value.Write(writer);
}
