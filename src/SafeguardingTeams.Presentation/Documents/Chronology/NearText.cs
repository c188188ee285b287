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
        var rarity = split.SelectMany(words => words).CountBy(word => word).OrderBy(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal)
            .Select((each, rank) => (each.Key, rank)).ToDictionary(each => each.Key, each => each.rank, StringComparer.Ordinal);
        _words = [.. split.Select(words => words.Select(word => rarity[word]).Order().ToArray())];
        Plain = [.. texts.Select(text => string.Join(' ', Words(text)))];
    }

    /// <summary>Each text in small letters, words only.</summary>
    internal IReadOnlyList<string> Plain { get; }

    /// <summary>How many different words a text has.</summary>
    internal int Count(int text) => _words[text].Length;

    /// <summary>All pairs that are nearly the same, the smaller index first, in order.</summary>
    internal IEnumerable<(int One, int Other)> Pairs()
    {
        var byWord = new Dictionary<int, List<int>>();
        for (var i = 0; i < _words.Length; i++)
        {
            var words = _words[i];
            var rarest = words.Length - (int)Math.Ceiling(Near * words.Length) + 1;
            var others = new SortedSet<int>();
            foreach (var word in words.Take(rarest))
            {
                if (!byWord.TryGetValue(word, out var before))
                {
                    byWord[word] = before = [];
                }

                others.UnionWith(before);
                before.Add(i);
            }

            foreach (var other in others.Where(other => AreNear(_words[other], words)))
            {
                yield return (other, i);
            }
        }
    }

    private static bool AreNear(int[] one, int[] other)
    {
        if (Math.Min(one.Length, other.Length) < Near * Math.Max(one.Length, other.Length))
        {
            return false;
        }

        int i = 0, j = 0, shared = 0;
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
