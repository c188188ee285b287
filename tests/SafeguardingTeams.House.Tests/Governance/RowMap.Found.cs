using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests.Governance;

/// <content>The prefixes that stand in the code.</content>
internal static partial class RowMap
{
    /// <summary>Looks like a prefix of a row, and is none: it says what a row is about.</summary>
    private static readonly string[] NoRows = ["kept|"];

    /// <summary>Every beginning of a key that stands in a file of the product.</summary>
    internal static IEnumerable<string> In(string file, string source)
    {
        var literals = CSharpText.Of(source).Pieces.Where(piece => piece.Kind == PieceKind.Literal).Select(piece => piece.Text);
        var found = file.Contains(".App/Storage/Keys", StringComparison.Ordinal)
            ? literals
                .Select(text => Beginning().Match(text))
                .Where(match => match.Success)
                .Select(match => match.Value)
                .Concat(
                    literals
                        .Select(text => OfRecord().Match(text))
                        .Where(match => match.Success)
                        .Select(match => $"…{match.Groups[1].Value}")
                )
            : Constant().Matches(source).Concat(Written().Matches(source)).Select(match => match.Groups[1].Value);
        return found.Except(NoRows);
    }

    /// <summary>What stands in the code and not in the map, and the other way round.</summary>
    internal static IReadOnlyList<string> Faults(IReadOnlyCollection<string> found) =>
        [
            .. found.Distinct().Except(All.Select(row => row.Prefix)).Select(prefix => $"{prefix} is not classified."),
            .. All.Select(row => row.Prefix).Except(found).Select(prefix => $"{prefix} is classified and stands in no key."),
            .. All.GroupBy(row => row.Prefix).Where(same => same.Count() > 1).Select(same => $"{same.Key} is classified twice."),
        ];

    [GeneratedRegex(@"^(?:[a-z-]+\|)+[a-z-]*")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\{Record\(record\)\}(0|[a-z]\|)")]
    private static partial Regex OfRecord();

    /// <summary>A constant that could be a prefix.</summary>
    [GeneratedRegex(@"const string \w+ = ""((?:[a-z-]+\|)+)"";")]
    private static partial Regex Constant();

    /// <summary>A key that is written out where it is used.</summary>
    [GeneratedRegex(@"(?:RowWrite\.\w+|FindAsync|ReadAsync|ReadRangeAsync)\(\s*\$?""((?:[a-z-]+\|)+)")]
    private static partial Regex Written();
}
