using System.Text;

namespace SafeguardingTeams.Presentation.Documents.Package;

/// <summary>Text from people as XML can hold it: what it cannot hold is left out, everything else stays as typed.</summary>
internal static class SafeText
{
    /// <summary>
    /// The text with one kind of line end and without control characters, half surrogates and the two characters that are none.
    /// </summary>
    internal static string Clean(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var clean = new StringBuilder(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var character = lines[i];
            if (char.IsHighSurrogate(character) && i + 1 < lines.Length && char.IsLowSurrogate(lines[i + 1]))
            {
                clean.Append(character).Append(lines[++i]);
            }
            else if (character is '\t' or '\n' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD'))
            {
                clean.Append(character);
            }
        }

        return clean.ToString();
    }

    /// <summary>The paragraphs of a text, blank ones left out.</summary>
    internal static IEnumerable<string> Paragraphs(string text) =>
        Clean(text).Split('\n').Where(paragraph => !string.IsNullOrWhiteSpace(paragraph));

    /// <summary>Whether the first letter belongs to a script written from right to left.</summary>
    internal static bool FromRight(string text) =>
        text.FirstOrDefault(char.IsLetter)
            is (>= '\u0590' and <= '\u08FF')
                or (>= '\uFB1D' and <= '\uFDFF')
                or (>= '\uFE70' and <= '\uFEFC');
}
