using System.Runtime.InteropServices;

namespace SafeguardingTeams.Presentation.Documents.Chronology;

/// <summary>
/// Which texts are nearly the same: those that share four fifths of their words. Only texts that share one of their rarest words
/// are compared, so that thousands of rows take no longer than a moment.
/// </summary>
internal sealed class NearText
{
    private const double Near = 0.8;

    private readonly int[][] _words;

    internal NearText(IReadOnlyList<string> texts)
    {
        var split = texts.Select(text => Words(text).Distinct(StringComparer.Ordinal).ToArray()).ToArray();
        var rarity = split
            .SelectMany(words => words)
            .CountBy(word => word)
            .OrderBy(each => each.Value)
            .ThenBy(each => each.Key, StringComparer.Ordinal)
            .Select((each, rank) => (each.Key, rank))
            .ToDictionary(each => each.Key, each => each.rank, StringComparer.Ordinal);
        _words = [.. split.Select(words => words.Select(word => rarity[word]).Order().ToArray())];
        Plain = [.. texts.Select(text => string.Join(' ', Words(text)))];
    }

    /// <summary>Each text in small letters, words only.</summary>
    internal IReadOnlyList<string> Plain { get; }

    /// <summary>How many different words a text has.</summary>
    internal int Count(int text) => _words[text].Length;

    /// <summary>All pairs that are nearly the same, the smaller index first, in order.</summary>
    /// <param name="worth">Whether a pair is worth comparing.</param>
    internal IEnumerable<(int One, int Other)> Pairs(Func<int, int, bool> worth)
    {
        var byWord = new Dictionary<int, List<int>>();
        var comparedWith = new int[_words.Length];
        var near = new List<int>();
        for (var i = 0; i < _words.Length; i++)
        {
            var words = _words[i];
            foreach (var word in words.AsSpan(0, Rarest(words.Length)))
            {
                ref var texts = ref CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _);
                foreach (var other in texts ??= [])
                {
                    if (comparedWith[other] != i && worth(other, i) && AreNear(_words[other], words))
                    {
                        near.Add(other);
                    }

                    comparedWith[other] = i;
                }

                texts.Add(i);
            }

            near.Sort();
            foreach (var other in near)
            {
                yield return (other, i);
            }

            near.Clear();
        }
    }

    /// <summary>Of so many words, how many two texts may differ in and one more: if none of these is shared, they are not near.</summary>
    private static int Rarest(int count) => count == 0 ? 0 : count - (int)Math.Ceiling(Near * count) + 1;

    private static bool AreNear(int[] one, int[] other)
    {
        if (Math.Min(one.Length, other.Length) < Near * Math.Max(one.Length, other.Length))
        {
            return false;
        }

        int i = 0,
            j = 0,
            shared = 0;
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared >= Near * (one.Length + other.Length - shared);
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (letter && start < 0)
            {
                start = i;
            }
            else if (!letter && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }
}
