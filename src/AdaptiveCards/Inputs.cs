using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Anything somebody fills in.</summary>
public abstract record InputElement(string Id, [property: JsonConverter(typeof(SteadyText))] string Label) : Element;

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

    /// <summary>How many choices are drawn one under the other; more of them fold into a list.</summary>
    [JsonIgnore]
    public int MostExpanded { get; init; } = 5;

    /// <summary>expanded for few and where several can be chosen, compact for many.</summary>
    public string Style => Choices.Count > MostExpanded && IsMultiSelect != true ? "compact" : "expanded";
}

public sealed record InputChoice([property: JsonConverter(typeof(SteadyText))] string Title, string Value);
