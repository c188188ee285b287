using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionExecute), "Action.Execute")]
[JsonDerivedType(typeof(ActionOpenUrl), "Action.OpenUrl")]
[JsonDerivedType(typeof(ActionToggleVisibility), "Action.ToggleVisibility")]
public abstract record CardButton([property: JsonConverter(typeof(SteadyText))] string Title)
{
    /// <summary>positive for the one main thing, destructive for what cannot be undone.</summary>
    public string? Style { get; init; }

    /// <summary>secondary for what stands behind "More".</summary>
    public string? Mode { get; init; }
}

/// <summary>Sends a verb, its keys and the inputs to the bot.</summary>
public sealed record ActionExecute(string Title, string Verb, ImmutableSortedDictionary<string, string> Data) : CardButton(Title);

/// <summary>Opens a page.</summary>
public sealed record ActionOpenUrl(string Title, Uri Url) : CardButton(Title);

/// <summary>Opens and folds away one part of the card, on the client alone: the bot never hears of it.</summary>
public sealed record ActionToggleVisibility(string Title, ImmutableList<string> TargetElements) : CardButton(Title);
