using System.Text.RegularExpressions;
using AdaptiveCards;
using DocumentFormat.OpenXml;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Package;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>Text as Word writes it: literally, with its line ends and tabs.</summary>
internal static partial class Runs
{
    /// <param name="inHeading">
    /// In a heading a reference stays on one line: Word's own hyphen that never breaks, which is read and copied as a hyphen.
    /// </param>
    internal static W.Run Of(string text, bool bold = false, bool italic = false, string? style = null, bool inHeading = false)
    {
        var run = new W.Run();
        var fromRight = SafeText.FromRight(text);
        if (bold || italic || style is not null || fromRight)
        {
            run.RunProperties = new()
            {
                RunStyle = style is null ? null : new() { Val = style },
                Bold = bold ? new() : null,
                BoldComplexScript = bold ? new() : null,
                Italic = italic ? new() : null,
                ItalicComplexScript = italic ? new() : null,
                RightToLeftText = fromRight ? new() : null,
            };
        }

        foreach (var piece in Pieces(fromRight ? SafeText.Clean(text) : Direction.Steady(SafeText.Clean(text))))
        {
            run.Append(
                piece switch
                {
                    "\n" => [new W.Break()],
                    "\t" => [new W.TabChar()],
                    _ when inHeading => Whole(piece),
                    _ => [Plain(piece)],
                }
            );
        }

        return run;
    }

    private static W.Text Plain(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>Text in which no reference is broken at its hyphens.</summary>
    private static IEnumerable<OpenXmlElement> Whole(string text)
    {
        var from = 0;
        foreach (var found in LikeAReference().Matches(text).Where(found => RecordRef.TryParse(found.Value) is not null))
        {
            if (found.Index > from)
            {
                yield return Plain(text[from..found.Index]);
            }

            foreach (var (i, part) in found.Value.Split('-').Index())
            {
                if (i > 0)
                {
                    yield return new W.NoBreakHyphen();
                }

                yield return Plain(part);
            }

            from = found.Index + found.Length;
        }

        if (from < text.Length)
        {
            yield return Plain(text[from..]);
        }
    }

    [GeneratedRegex("[A-Z0-9]+(-[A-Z0-9]+)+")]
    private static partial Regex LikeAReference();

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\t')
            {
                if (i > start)
                {
                    yield return text[start..i];
                }

                yield return text[i] == '\n' ? "\n" : "\t";
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
