using System.Globalization;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Presentation.Documents.Word;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Disposals;

/// <summary>
/// The certificate that a record was disposed of, as a Word document: a reference, days, roles and counts, and no name of anybody it was
/// about.
/// </summary>
public static class DisposalDocument
{
    /// <summary>The name of its file.</summary>
    public static string FileName(Disposal disposal) => $"{disposal.Certificate}.docx";

    /// <summary>Writes it.</summary>
    /// <param name="done">What was removed, and what could not be.</param>
    /// <param name="partnership">The partnership's name.</param>
    public static ReadOnlyMemory<byte> Write(Disposal disposal, DisposalDone done, string partnership)
    {
        var due = disposal.Due;
        return WordFile.Write(
            new(
                $"Certificate of disposal {disposal.Certificate}",
                disposal.Certificate,
                [
                    Blocks.Title("Certificate of disposal"),
                    Blocks.Subtitle($"{disposal.Certificate}, {partnership}"),
                    Blocks.Heading(1, "The record"),
                    Blocks.Fact("Reference", due.Record.ToString()),
                    Blocks.Fact("What it was", RetentionWording.Kind(due.Record.Kind)),
                    Blocks.Fact("Opened", Wording.Written.Day(due.Opened)),
                    Blocks.Fact("Closed", Wording.Written.Day(due.Closed)),
                    Blocks.Fact("Class", RetentionWording.Class(due.Class)),
                    Blocks.Fact("Counted from", Wording.Written.Day(due.CountedFrom)),
                    Blocks.Fact("Kept until", Wording.Written.Day(due.Until)),
                    Blocks.Heading(1, "Who decided"),
                    Blocks.Fact("Proposed by", $"{disposal.Proposed.By}, {Wording.Written.Moment(disposal.Proposed.At)}"),
                    Blocks.Fact("Confirmed by", $"{disposal.ConfirmedBy}, {Wording.Written.Moment(disposal.ConfirmedAt)}"),
                    Blocks.Fact("Removed", Wording.Written.Day(done.On)),
                    Blocks.Heading(1, "What was removed"),
                    Blocks.Table(
                        "What was removed",
                        "Each place where something of the record stood, and how much was removed there.",
                        [new("Place", 9), new("How much", 3)],
                        done.Removed.Select(part =>
                            new[] { RetentionWording.Place(part.Place), part.Count.ToString(CultureInfo.InvariantCulture) }
                        )
                    ),
                    Blocks.Heading(1, "What could not be removed"),
                    Blocks.Bullets(done.Remains.Select(RetentionWording.Rest)),
                ]
            )
        );
    }
}
