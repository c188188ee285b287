using DocumentFormat.OpenXml;
using SafeguardingTeams.Presentation.Documents.Package;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>Text as Word writes it: literally, with its line ends and tabs.</summary>
internal static class Runs
{
    internal static W.Run Of(string text, bool bold = false, bool italic = false, string? style = null)
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

        foreach (var piece in Pieces(SafeText.Clean(text)))
        {
            run.Append(
                piece switch
                {
                    "\n" => new W.Break(),
                    "\t" => new W.TabChar(),
                    _ => new W.Text(piece) { Space = SpaceProcessingModeValues.Preserve },
                }
            );
        }

        return run;
    }

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
