using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Presentation.Cards;

/// <summary>
/// The ids of inputs change with each drawing, because a client that shows a new card with the same ids may keep what it
/// had (facts on Teams, 11). The name in front of the two underscores is what the server reads.
/// </summary>
public static class InputIds
{
    private const string Mark = "__";

    /// <summary>The id of an input in one drawing.</summary>
    public static string For(string name, string drawing) => $"{name}{Mark}{drawing}";

    /// <summary>Whether a key of what came back is an input's, and not one of the card's own.</summary>
    public static bool IsInput(string key) => key.IndexOf(Mark, StringComparison.Ordinal) > 0;

    /// <summary>
    /// The inputs by name, and keys of the card; of all of them what is kept of a text (<see cref="Typed.Kept"/>).
    /// </summary>
    public static IReadOnlyDictionary<string, string> ByName(IEnumerable<KeyValuePair<string, string>> data)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in data)
        {
            var mark = key.IndexOf(Mark, StringComparison.Ordinal);
            named.TryAdd(mark > 0 ? $"in:{key[..mark]}" : key, Typed.Kept(value));
        }

        return named;
    }
}
