using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Anything in a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
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
public sealed record TextBlock(string Text) : Element
{
    /// <summary>Always: a text that is cut off is a text not read.</summary>
    public bool Wrap => true;

    /// <summary>small, default, medium, large, extraLarge.</summary>
    public string? Size { get; init; }

    /// <summary>lighter, default, bolder.</summary>
    public string? Weight { get; init; }

    /// <summary>default, good, warning, attention: never the only sign of anything.</summary>
    public string? Color { get; init; }

    /// <summary>Paler.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>"heading" for screen readers.</summary>
    public string? Style { get; init; }
}

/// <summary>Text somebody typed: shown as it is, never read as Markdown.</summary>
public sealed record RichTextBlock(ImmutableList<TextRun> Inlines) : Element;

/// <summary>A run of such text.</summary>
public sealed record TextRun(string Text)
{
    /// <summary>Always this.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "TextRun";

    /// <summary>lighter, default, bolder.</summary>
    public string? Weight { get; init; }

    /// <summary>Paler.</summary>
    public bool? IsSubtle { get; init; }
}

/// <summary>Elements that belong together.</summary>
public sealed record Container(ImmutableList<Element> Items) : Element
{
    /// <summary>default, emphasis, good, attention, warning, accent.</summary>
    public string? Style { get; init; }
}

/// <summary>Buttons, at most six.</summary>
public sealed record ActionSet(ImmutableList<CardButton> Actions) : Element;
