using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests;

/// <summary>A rule cited somewhere.</summary>
/// <param name="Id">The rule's id as it is written.</param>
/// <param name="InRange">Whether it is only between the two ends of a range.</param>
/// <param name="File">Where.</param>
/// <param name="Line">On which line.</param>
/// <param name="Type">The type it belongs to; null outside C#.</param>
internal sealed record Citation(string Id, bool InRange, string File, int Line, string? Type)
{
    public override string ToString() => $"{Id} at {File}:{Line}";
}

/// <summary>Finds what is cited, as docs/requirements.md says how.</summary>
internal static partial class Citations
{
    /// <summary>All of the C#.</summary>
    internal static IReadOnlyList<Citation> CSharp { get; } =
    [.. Repository.CSharp.SelectMany(file => InCSharp(file, Repository.Read(file)))];

    internal static IEnumerable<Citation> InCSharp(string file, string source)
    {
        var text = CSharpText.Of(source);
        var types = TypesOf(text);
        foreach (var piece in text.Pieces.Where(piece => piece.Kind == PieceKind.Comment || IsData(file, piece)))
        {
            var type = types.Of(piece) ?? Path.GetFileNameWithoutExtension(file);
            foreach (var citation in InWords(file, piece.Text, piece.Line))
            {
                yield return citation with
                {
                    Type = type,
                };
            }
        }

        foreach (var name in InTestNames(file, text.CodeLines))
        {
            yield return name with
            {
                Type = types.Around(name.Line),
            };
        }
    }

    /// <summary>In running words: everything that looks like an id, whether there is such a rule or not.</summary>
    internal static IEnumerable<Citation> InWords(string file, string words, int firstLine)
    {
        var lines = words.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = Quoted().Replace(lines[i], " ").Replace("A4 paper", "paper", StringComparison.Ordinal);
            foreach (Match one in Id().Matches(line))
            {
                yield return new(one.Value, false, file, firstLine + i, null);
            }

            foreach (Match range in Range().Matches(line))
            {
                var first = int.Parse(range.Groups["from"].ValueSpan);
                for (var number = first + 1; number < int.Parse(range.Groups["to"].ValueSpan); number++)
                {
                    yield return new(range.Groups["letters"].Value + number, true, file, firstLine + i, null);
                }
            }
        }
    }

    private static IEnumerable<Citation> InTestNames(string file, string[] codeLines) =>
        from at in Enumerable.Range(0, file.StartsWith("tests/", StringComparison.Ordinal) ? codeLines.Length : 0)
        from name in TestName().Matches(codeLines[at])
        from id in IdInName().Matches(name.Value)
        select new Citation(id.Value, false, file, at + 1, null);

    private static bool IsData(string file, Piece piece) =>
        file.StartsWith("src/SafeguardingTeams.Domain/", StringComparison.Ordinal) && NothingButIds().IsMatch(piece.Text);

    private static TypesInFile TypesOf(CSharpText text)
    {
        var lines = text.CodeLines;
        return new(
            lines,
            [
                .. lines.SelectMany(
                    (line, i) =>
                        Type()
                            .Matches(line)
                            .Select(match => new DeclaredType(match.Groups["name"].Value, i + 1, line.Length - line.TrimStart().Length))
                ),
            ]
        );
    }

    [GeneratedRegex(@"""[^""]*""|`[^`]*`|<c>.*?</c>|<code>.*?</code>")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![\w#'./&-])[A-Z]{1,2}\d{1,3}[a-z]?(?![\w'-]|\.\d)")]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<![\w#'./&-])(?<letters>[A-Z]{1,2})(?<from>\d{1,3}) to \k<letters>(?<to>\d{1,3})(?![\w'-])")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(RO|PD|[A-F])\d{1,2}a?(, (RO|PD|[A-F])\d{1,2}a?)*$")]
    private static partial Regex NothingButIds();

    [GeneratedRegex(@"(?<=\b(void|Task) )\w+(?=\()")]
    private static partial Regex TestName();

    [GeneratedRegex(@"(?<=_)[A-Z]{1,2}\d{1,3}[a-z]?(?=_|$)")]
    private static partial Regex IdInName();

    [GeneratedRegex(@"\b(class|record struct|record class|record|struct|interface|enum) (?<name>[A-Z]\w*)")]
    private static partial Regex Type();
}

internal sealed record DeclaredType(string Name, int Line, int Indent);

/// <summary>Which type a comment is about: the one it stands on, otherwise the one around it.</summary>
internal sealed record TypesInFile(string[] CodeLines, IReadOnlyList<DeclaredType> Declared)
{
    internal string? Of(Piece piece)
    {
        var next = piece.Line + 1;
        while (next <= CodeLines.Length && (CodeLines[next - 1].Trim() is "" || CodeLines[next - 1].TrimStart().StartsWith('[')))
        {
            next++;
        }

        return Declared.FirstOrDefault(type => piece.Kind == PieceKind.Comment && type.Line == next)?.Name
            ?? Around(piece.Line, Indent(piece));
    }

    internal string? Around(int line) => Around(line, CodeLines[line - 1].Length - CodeLines[line - 1].TrimStart().Length);

    private string? Around(int line, int indent) =>
        Declared.LastOrDefault(type => type.Line <= line && type.Indent < indent)?.Name
        ?? (Declared is [var first, ..] ? first.Name : null);

    private int Indent(Piece piece)
    {
        var line = CodeLines[piece.Line - 1];
        return line.Trim() is "" ? piece.Column : line.Length - line.TrimStart().Length;
    }
}
