using System.Text;

namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>
/// The texts of a family of cards in one file. The first stands there whole; another as its differences from the one before it that it
/// is most like, or whole where that is no longer. Of a difference, "=" is a line both have, there to say where; "-" is a line of the
/// other that this one has not; "+" a line only this one has; "..." skips lines both have. What is not mentioned is as in the other.
/// </summary>
internal static class FamilyFile
{
    private const string Mark = "=== ";
    private const string From = ", from ";

    internal static string Write(IReadOnlyList<(string Name, string Text)> cards)
    {
        var written = new StringBuilder();
        for (var i = 0; i < cards.Count; i++)
        {
            var (name, lines) = (cards[i].Name, Lines(cards[i].Text));
            var nearest = cards
                .Take(i)
                .Select(card => new { card.Name, Differences = Difference.Of(Lines(card.Text), lines) })
                .MinBy(card => Length(card.Differences));
            written.Append(i == 0 ? "" : "\n").Append(Mark).Append(name);
            if (nearest is not null && Length(nearest.Differences) < Length(lines))
            {
                written.Append(From).Append(nearest.Name).Append('\n').AppendJoin("", nearest.Differences.Select(line => line + "\n"));
            }
            else
            {
                written.Append('\n').AppendJoin("", lines.Select(line => (line is ['=' or '\\', ..] ? "\\" : "") + line + "\n"));
            }
        }

        return written.ToString();
    }

    internal static IReadOnlyList<(string Name, string Text)> Read(string file)
    {
        var cards = new List<(string Name, string[] Lines)>();
        var lines = Lines(file);
        for (var i = 0; i < lines.Length; )
        {
            var title = lines[i++];
            Assert.StartsWith(Mark, title, StringComparison.Ordinal);
            var end = Array.FindIndex(lines, i, line => line.StartsWith(Mark, StringComparison.Ordinal));
            var body = lines[i..(end < 0 ? lines.Length : end - 1)];
            Assert.True(end < 0 || lines[end - 1].Length == 0, $"An empty line is missing above \"{(end < 0 ? "" : lines[end])}\".");
            var names = title[Mark.Length..].Split(From);
            cards.Add(
                (
                    names[0],
                    names is [_, var other]
                        ? Difference.Apply(cards.Find(card => card.Name == other).Lines, body)
                        : [.. body.Select(line => line is ['\\', ..] ? line[1..] : line)]
                )
            );
            i = end < 0 ? lines.Length : end;
        }

        return [.. cards.Select(card => (card.Name, string.Concat(card.Lines.Select(line => line + "\n"))))];
    }

    private static string[] Lines(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return text[..^1].Split('\n');
    }

    private static int Length(IEnumerable<string> lines) => lines.Sum(line => line.Length + 1);
}
