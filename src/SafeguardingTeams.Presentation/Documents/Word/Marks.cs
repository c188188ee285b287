namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>Tags of words that say what a file is, rather than hold an answer.</summary>
internal static class Marks
{
    internal const string First = "mark/";

    internal static bool Is(string tag) => tag.StartsWith(First, StringComparison.Ordinal);
}
