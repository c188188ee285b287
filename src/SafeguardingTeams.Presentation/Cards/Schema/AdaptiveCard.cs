using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SafeguardingTeams.Presentation.Cards.Schema;

/// <summary>An Adaptive Card, named as in its schema. Stamped 1.5, which Teams takes everywhere; elements are those of 1.4 and before.</summary>
public sealed record AdaptiveCard(ImmutableList<Element> Body)
{
    /// <summary>Always this.</summary>
    [JsonPropertyName("type"), JsonPropertyOrder(-3)]
    public string Type => "AdaptiveCard";

    /// <summary>The schema's address.</summary>
    [JsonPropertyName("$schema"), JsonPropertyOrder(-2)]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    /// <summary>The version every Teams client draws.</summary>
    [JsonPropertyOrder(-1)]
    public string Version => "1.5";

    /// <summary>What a client shows that cannot draw the card.</summary>
    public string FallbackText { get; init; } = "This card cannot be shown here. Open it in Teams or in the browser.";
}

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

/// <summary>Anything somebody fills in.</summary>
public abstract record InputElement(string Id, string Label) : Element;

/// <summary>Text, of one line or several.</summary>
public sealed record InputText(string Id, string Label) : InputElement(Id, Label)
{
    /// <summary>What is there already.</summary>
    public string Value { get; init; } = "";

    /// <summary>Several lines.</summary>
    public bool? IsMultiline { get; init; }

    /// <summary>The most characters a client takes.</summary>
    public int? MaxLength { get; init; }

    /// <summary>text, tel, email.</summary>
    public string? Style { get; init; }
}

/// <summary>A date, yyyy-MM-dd.</summary>
public sealed record InputDate(string Id, string Label) : InputElement(Id, Label)
{
    /// <summary>What is there already.</summary>
    public string Value { get; init; } = "";
}

/// <summary>A time of day, HH:mm.</summary>
public sealed record InputTime(string Id, string Label) : InputElement(Id, Label)
{
    /// <summary>What is there already.</summary>
    public string Value { get; init; } = "";
}

/// <summary>One of several, or any number of them.</summary>
public sealed record InputChoiceSet(string Id, string Label, ImmutableList<InputChoice> Choices) : InputElement(Id, Label)
{
    /// <summary>What is chosen already.</summary>
    public string Value { get; init; } = "";

    /// <summary>Always: a choice that is cut off is a choice not read.</summary>
    public bool Wrap => true;

    /// <summary>Whether several can be chosen: the value is then theirs with commas between.</summary>
    public bool? IsMultiSelect { get; init; }

    /// <summary>expanded for few and where several can be chosen, compact for many.</summary>
    public string Style => Choices.Count > 5 && IsMultiSelect != true ? "compact" : "expanded";
}

/// <summary>One choice.</summary>
public sealed record InputChoice(string Title, string Value);

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionExecute), "Action.Execute")]
[JsonDerivedType(typeof(ActionOpenUrl), "Action.OpenUrl")]
public abstract record CardButton(string Title)
{
    /// <summary>positive for the one main thing, destructive for what cannot be undone.</summary>
    public string? Style { get; init; }
}

/// <summary>Sends a verb, its keys and the inputs to the bot.</summary>
public sealed record ActionExecute(string Title, string Verb, ImmutableSortedDictionary<string, string> Data) : CardButton(Title);

/// <summary>Opens a page.</summary>
public sealed record ActionOpenUrl(string Title, Uri Url) : CardButton(Title);
