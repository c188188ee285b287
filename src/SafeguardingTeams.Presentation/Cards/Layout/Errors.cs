using AdaptiveCards;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>
/// What is wrong with a form: all of it above the heading, and each at its field in the same words, which name the question.
/// </summary>
internal static class Errors
{
    /// <summary>Above the heading.</summary>
    internal static Container Summary(params IReadOnlyList<string> errors) =>
        new([
            new TextBlock("There is a problem")
            {
                Size = "medium",
                Weight = "bolder",
                Style = "heading",
            },
            .. errors.Select(
                (error, i) => Text(Plain(errors.Count > 1 ? $"{i + 1}. {error}" : error)) with { Spacing = i == 0 ? "small" : "none" }
            ),
        ])
        {
            Style = "attention",
            Spacing = "small",
        };

    /// <summary>Round the field. The web page knows it by "Error:" and ties it to the field for a screen reader.</summary>
    internal static Container Block(string error, InputElement field, string hint = "") =>
        new([Text(Plain($"Error: {error}")), field with { Spacing = "small" }, .. hint.Length > 0 ? [Hint(hint)] : Array.Empty<Element>()])
        {
            Style = "attention",
            Spacing = "medium",
        };

    /// <summary>What helps with the field above it: the form's own words.</summary>
    internal static TextBlock Hint(string text) =>
        new(text)
        {
            Size = "small",
            IsSubtle = true,
            Spacing = "small",
        };
}
