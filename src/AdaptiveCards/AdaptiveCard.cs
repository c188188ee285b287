using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>An Adaptive Card, named as in its schema. Stamped 1.5, which Teams takes everywhere; so are its elements.</summary>
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

    /// <summary>What it is written in. The official renderer refuses "en-GB".</summary>
    [JsonPropertyOrder(-1)]
    public string Lang => "en";

    /// <summary>What a client shows that cannot draw the card.</summary>
    public string FallbackText { get; init; } = "This card cannot be shown here. Open it in Teams or in the browser.";
}
