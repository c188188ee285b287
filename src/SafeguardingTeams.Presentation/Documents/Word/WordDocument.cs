using System.Collections.Immutable;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>A document to be written: A4 paper, British English, with its reference and page numbers at the foot of every page.</summary>
/// <param name="Title">The document's title in its properties: never a child's name (F2).</param>
/// <param name="Reference">The case's reference.</param>
/// <param name="Blocks">What stands in it.</param>
internal sealed record WordDocument(string Title, string Reference, ImmutableArray<Block> Blocks)
{
    /// <summary>Wider than high, for wide tables.</summary>
    internal bool Landscape { get; init; }

    /// <summary>Hidden properties, by which a form that comes back is known again.</summary>
    internal ImmutableArray<(string Name, string Value)> Properties { get; init; } = [];

    /// <summary>Whether a sum of each line outside the controls is kept in the file, to see what was typed beside them.</summary>
    internal bool KeepsLineSums { get; init; }
}
