using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>A kept file of what a review is about, which those appointed to it may read (C9, F2).</summary>
/// <param name="Number">Which, from 1; never used again.</param>
/// <param name="Record">The record that keeps it.</param>
/// <param name="Name">The file's name there: a reference and no child's name.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
public sealed record AgreedPaper(int Number, RecordRef Record, string Name, string Sha256)
{
    /// <summary>The file as that record has it; null where it is not there.</summary>
    public KeptFile? In(RecordFile record) => record.Ref == Record ? KeptFile.Of(record).FirstOrDefault(Is) : null;

    /// <summary>Whether a kept file of that record is this one.</summary>
    public bool Is(KeptFile kept) => kept.Document.Name == Name && kept.Document.Sha256 == Sha256;
}

/// <content>What those who are appointed may read (C9).</content>
public sealed partial record ReviewFile
{
    /// <summary>The most papers that are agreed at a time.</summary>
    public const int MostPapers = 30;

    /// <summary>The papers that are agreed, in the order they were; the terms of reference that hold are always among them.</summary>
    public ImmutableList<AgreedPaper> Papers { get; init; } = [];

    /// <summary>How many were ever agreed: the next one's number follows.</summary>
    public int PapersNumbered { get; init; }

    /// <summary>
    /// Whether they hold: agreed since the review was last published, closed or ended. Each of these ends what those appointed read, and
    /// opening it again gives nothing back (C9).
    /// </summary>
    public bool PapersHold { get; init; }

    /// <summary>How often they were agreed.</summary>
    public int PapersChanged { get; init; }
}
