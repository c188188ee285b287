using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Domain.Actions;

/// <content>Where in a text a name stands, also where it is split or inside another word (E26).</content>
public sealed partial class SourceNames
{
    private const int ShortestInside = 4;
    private const int WidestGap = 3;

    /// <summary>A name in a text.</summary>
    /// <param name="At">Where it begins, in characters from 0.</param>
    /// <param name="Text">As it stands there; of a name inside a word the word.</param>
    /// <param name="IsWhole">Whether it is a word of its own, or one with an ending of possession.</param>
    public sealed record Found(int At, string Text, bool IsWhole);

    /// <summary>All names in a text, in the order they stand.</summary>
    public IEnumerable<Found> Find(string text)
    {
        var words = new List<(string Word, int At)>();
        var from = 0;
        foreach (var word in AnsweredNames.Words(text))
        {
            var at = text.IndexOf(word, from, StringComparison.Ordinal);
            words.Add((word, at));
            from = at + word.Length;
        }

        for (var i = 0; i < words.Count; i++)
        {
            var (word, at) = words[i];
            if (IsName(word) || IsInside(word))
            {
                var whole = Joined(text, at, word.Length);
                yield return new(whole.At, whole.Text, whole.Text == word && IsName(word));
            }

            if (SplitFrom(words, i, text) is { } end)
            {
                yield return new(at, text[at..end], false);
            }
        }
    }

    /// <summary>A word with what stands before and after it without a blank, such as the year in the name of an account.</summary>
    private static (int At, string Text) Joined(string text, int at, int length)
    {
        static bool Joins(char c) => c == '_' || char.IsLetterOrDigit(c);
        var (from, to) = (at, at + length);
        while (from > 0 && Joins(text[from - 1]))
        {
            from--;
        }

        while (to < text.Length && Joins(text[to]))
        {
            to++;
        }

        return (from, text[from..to]);
    }

    /// <summary>Whether a word is a name. Of a name that is also an ordinary word only the capitalised word is one.</summary>
    private bool IsName(string word) =>
        NameWords.Forms(word).Any(form => _names.Contains(form) && (!Ordinary.Contains(form) || char.IsUpper(word[0])));

    /// <summary>
    /// Whether a name is a part of a word. Short names, and those that are ordinary words, count only where a capital begins them or ends
    /// the word before: they stand in too many others.
    /// </summary>
    private bool IsInside(string word)
    {
        var plain = NameWords.Plain(word);
        return _names.Any(name =>
                name.Length < plain.Length
                && (NameWords.IsShortScript(name) || (name.Length >= ShortestInside && !Ordinary.Contains(name)))
                && plain.Contains(name, StringComparison.Ordinal)
            )
            || Humps(word).Skip(1).Any() && Humps(word).Any(IsName);
    }

    /// <summary>The parts of a word that begin with a capital, such as the two of "AnneMarie".</summary>
    private static IEnumerable<string> Humps(string word)
    {
        var from = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]))
            {
                yield return word[from..i];
                from = i;
            }
        }

        yield return word[from..];
    }

    /// <summary>Where a name ends that begins with this word and is split over the next ones; null where none is.</summary>
    private int? SplitFrom(List<(string Word, int At)> words, int first, string text)
    {
        var plain = NameWords.Plain(words[first].Word);
        for (var i = first + 1; i < words.Count; i++)
        {
            var (before, next) = (words[i - 1], words[i]);
            var gap = text[(before.At + before.Word.Length)..next.At];
            if (gap.Length > WidestGap)
            {
                return null;
            }

            plain += NameWords.Plain(next.Word);
            var isSpelt = words[first..(i + 1)].TrueForAll(one => one.Word.Length == 1);
            if ((plain.Length >= ShortestInside || isSpelt) && _names.Contains(plain))
            {
                return next.At + next.Word.Length;
            }

            if (!_names.Any(name => name.Length > plain.Length && name.StartsWith(plain, StringComparison.Ordinal)))
            {
                return null;
            }
        }

        return null;
    }
}
