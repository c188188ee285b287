using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// Columns beside each other: what tables, strips and bars are made of, since Table is drawn blank on phones. The widths that
/// are not automatic share what is left.
/// </summary>
public sealed record ColumnSet(ImmutableList<Column> Columns) : Element;

public sealed record Column(ImmutableList<Element> Items)
{
    /// <summary>Always this.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "Column";

    /// <summary>How wide.</summary>
    public required ColumnWidth Width { get; init; }

    /// <summary>The space before it: none, small, default, medium, large.</summary>
    public string? Spacing { get; init; }

    /// <summary>default, emphasis, good, attention, warning, accent: a tint, never the only sign of anything.</summary>
    public string? Style { get; init; }

    /// <summary>At least so high, "44px" where it is tapped.</summary>
    public string? MinHeight { get; init; }

    /// <summary>top, center, bottom.</summary>
    public string? VerticalContentAlignment { get; init; }

    /// <summary>
    /// What a tap does: always an <see cref="ActionExecute"/>, and a short cut only, since taps on columns have failed on phones.
    /// Its title is all a screen reader says of it.
    /// </summary>
    public CardButton? SelectAction { get; init; }
}
