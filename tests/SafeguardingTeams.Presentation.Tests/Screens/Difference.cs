namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>How one text differs from another, without numbers of lines, so that a change elsewhere does not touch it.</summary>
internal static class Difference
{
    private const string Unchanged = "...";

    /// <summary>The differences, in lines that begin with "=", "-" or "+", parts of them with "..." between.</summary>
    internal static string[] Of(string[] from, string[] to)
    {
        var differences = new List<string>();
        var reached = 0;
        foreach (var (at, removed, added) in Parts(from, to))
        {
            var begins = at;
            while (begins > reached && (removed == 0 && begins == at || Find(from, reached, from[begins..(at + removed)]) != begins))
            {
                begins--;
            }

            differences.AddRange(differences.Count == 0 ? [] : [Unchanged]);
            differences.AddRange(from[begins..at].Select(line => Line('=', line)));
            differences.AddRange(from[at..(at + removed)].Select(line => Line('-', line)));
            differences.AddRange(added.Select(line => Line('+', line)));
            reached = at + removed;
        }

        return [.. differences];
    }

    /// <summary>The other text, from the one and the differences.</summary>
    internal static string[] Apply(string[] from, string[] differences)
    {
        var to = new List<string>();
        var reached = 0;
        foreach (var part in Split(differences))
        {
            var known = part.Where(line => line[0] != '+').Select(Text).ToArray();
            var at = Find(from, reached, known);
            Assert.True(at >= 0, $"\"{string.Join(" / ", known)}\" is not in the other text, or not below what is said before.");
            to.AddRange(from[reached..at]);
            to.AddRange(part.Where(line => line[0] != '-').Select(Text));
            reached = at + known.Length;
        }

        return [.. to, .. from[reached..]];
    }

    /// <summary>Where lines stand in a text, from a line on: the first place.</summary>
    private static int Find(string[] text, int from, string[] lines) =>
        Enumerable
            .Range(from, Math.Max(0, text.Length - lines.Length - from + 1))
            .Cast<int?>()
            .FirstOrDefault(at => text.AsSpan(at!.Value, lines.Length).SequenceEqual(lines))
        ?? -1;

    private static IEnumerable<(int At, int Removed, string[] Added)> Parts(string[] from, string[] to)
    {
        var common = Common(from, to);
        var (i, j) = (0, 0);
        while (i < from.Length || j < to.Length)
        {
            if (i < from.Length && j < to.Length && from[i] == to[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            var (at, begins) = (i, j);
            while (i < from.Length && (j == to.Length || from[i] != to[j]) || j < to.Length && (i == from.Length || from[i] != to[j]))
            {
                (i, j) = j == to.Length || i < from.Length && common[i + 1, j] >= common[i, j + 1] ? (i + 1, j) : (i, j + 1);
            }

            yield return (at, i - at, to[begins..j]);
        }
    }

    /// <summary>How many lines two texts have in common, in order, from each pair of lines on.</summary>
    private static int[,] Common(string[] from, string[] to)
    {
        var common = new int[from.Length + 1, to.Length + 1];
        for (var i = from.Length - 1; i >= 0; i--)
        {
            for (var j = to.Length - 1; j >= 0; j--)
            {
                common[i, j] = from[i] == to[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static IEnumerable<string[]> Split(string[] differences)
    {
        for (var i = 0; i < differences.Length; )
        {
            var end = Array.IndexOf(differences, Unchanged, i);
            yield return differences[i..(end < 0 ? differences.Length : end)];
            i = end < 0 ? differences.Length : end + 1;
        }
    }

    private static string Line(char kind, string text) => text.Length == 0 ? $"{kind}" : $"{kind} {text}";

    private static string Text(string line) => line.Length < 2 ? "" : line[2..];
}
