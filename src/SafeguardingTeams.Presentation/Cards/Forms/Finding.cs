using AdaptiveCards;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>
/// Choosing among more people than a card can hold: a box to search in, its button, and of those found as many as can be taken in. Among
/// few there is only the list.
/// </summary>
public static class Finding
{
    /// <summary>Which of a card's buttons looks for somebody: nothing is sent, and what was typed stays.</summary>
    public const string Do = "find";

    /// <summary>So many are listed without a search.</summary>
    internal const int Few = 100;

    /// <summary>So many of those found are listed.</summary>
    internal const int Most = 30;

    private const string Box = "find";

    /// <summary>The longest line of a list.</summary>
    private const int Longest = 120;

    /// <summary>The box and its button, over a list that would be too long; nothing over another.</summary>
    /// <param name="find">The button: the card's own verb, with <see cref="Do"/>.</param>
    internal static IEnumerable<Element> Over(IReadOnlyList<InputChoice> all, Filled filled, CardContext context, ActionExecute find)
    {
        if (all.Count <= Few)
        {
            yield break;
        }

        var found = Found(all, filled).Count;
        yield return new InputText(InputIds.For(Box, context.CardInvocation), "Find somebody: a part of their role or agency")
        {
            Value = filled[Box],
            MaxLength = 100,
            Spacing = "medium",
        };
        yield return Buttons(find);
        yield return Aside(
            found == 0 ? "Nobody is found. Search for less of a word."
            : found > Most ? $"{Most} of {found} are listed below. Search for more words to see others."
            : $"{found} found, listed below."
        );
    }

    /// <summary>Those to list: all of few; else those found, and whoever is chosen already.</summary>
    /// <param name="chosen">The values chosen so far.</param>
    internal static IEnumerable<InputChoice> Shown(IReadOnlyList<InputChoice> all, Filled filled, params IEnumerable<string> chosen)
    {
        if (all.Count <= Few)
        {
            return all;
        }

        var kept = chosen.Where(value => value.Length > 0).ToHashSet(StringComparer.Ordinal);
        var found = Found(all, filled).Take(Most).ToList();
        return all.Where(choice => kept.Contains(choice.Value) && !found.Contains(choice))
            .Concat(found)
            .Select(choice => choice with { Title = Inputs.Cut(choice.Title, Longest) });
    }

    private static List<InputChoice> Found(IReadOnlyList<InputChoice> all, Filled filled)
    {
        var words = filled[Box].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. all.Where(choice => words.All(word => choice.Title.Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }
}
