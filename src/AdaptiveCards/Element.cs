using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Anything in a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
[JsonDerivedType(typeof(InputTime), "Input.Time")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
public abstract record Element
{
    /// <summary>The space above: none, small, default, medium, large.</summary>
    public string? Spacing { get; init; }

    /// <summary>A line above.</summary>
    public bool? Separator { get; init; }
}

/// <summary>Our own words. Teams reads Markdown in them, so no text from a case or a person may stand here.</summary>
public sealed record TextBlock([property: JsonConverter(typeof(SteadyText))] string Text) : Element
{
    /// <summary>Always: a text that is cut off is a text not read.</summary>
    public bool Wrap => true;

    /// <summary>small, default, medium, large, extraLarge.</summary>
    public string? Size { get; init; }

    /// <summary>lighter, default, bolder.</summary>
    public string? Weight { get; init; }

    /// <summary>default, attention: never the only sign of anything. good and warning cannot be read on white in Teams.</summary>
    public string? Color { get; init; }

    /// <summary>left, center, right.</summary>
    public string? HorizontalAlignment { get; init; }

    /// <summary>Paler.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>"heading" for screen readers.</summary>
    public string? Style { get; init; }
}

/// <summary>Text somebody typed: shown as it is, never read as Markdown.</summary>
public sealed record RichTextBlock(ImmutableList<TextRun> Inlines) : Element
{
    /// <summary>left, center, right.</summary>
    public string? HorizontalAlignment { get; init; }
}

/// <summary>A run of such text.</summary>
public sealed record TextRun([property: JsonConverter(typeof(SteadyText))] string Text)
{
    /// <summary>Always this.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "TextRun";

    /// <summary>small, default, medium, large, extraLarge.</summary>
    public string? Size { get; init; }

    /// <summary>lighter, default, bolder.</summary>
    public string? Weight { get; init; }

    /// <summary>default, attention for what is late, accent for a link.</summary>
    public string? Color { get; init; }

    /// <summary>Paler.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>A link looks like one.</summary>
    public bool? Underline { get; init; }
}

/// <summary>Elements that belong together.</summary>
public sealed record Container(ImmutableList<Element> Items) : Element
{
    /// <summary>What a fold opens is found by it.</summary>
    public string? Id { get; init; }

    /// <summary>false for what is folded away when the card is drawn.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>default, emphasis, good, attention, warning, accent.</summary>
    public string? Style { get; init; }
}

/// <summary>Buttons, at most six, those behind "More" included.</summary>
public sealed record ActionSet(ImmutableList<CardButton> Actions) : Element;
