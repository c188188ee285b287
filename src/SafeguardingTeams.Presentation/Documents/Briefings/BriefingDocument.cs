using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Presentation.Documents.Word;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Briefings;

/// <summary>
/// A briefing, a copy for training or a paper for the TriBorough group as a Word document: seven boxes and a foot, one page. Nothing of
/// what stands behind it, neither in the text nor in the properties of the file (E20, E26).
/// </summary>
public static class BriefingDocument
{
    /// <summary>Writes it.</summary>
    /// <param name="sent">The text as it is sent.</param>
    /// <param name="partnership">The partnership's name.</param>
    public static ReadOnlyMemory<byte> Write(BriefingFile file, SentText sent, string partnership)
    {
        var text = sent.Text;
        var kind = BriefingWording.Of(file.Plan!.Purpose);
        return WordFile.Write(
            new(
                $"{kind}, {file.Ref}",
                file.Ref.ToString(),
                [
                    Blocks.Title(text.Title),
                    Blocks.Subtitle($"{kind}, {partnership}"),
                    Blocks.Table(
                        kind,
                        "Seven boxes, one below the other: what the box is about, and what there is to say.",
                        [new("Box", 2), new("What there is to say", 10)],
                        BriefingForms.Boxes(text.Form, text.Answers).Select(box => new[] { box.Box.Label, box.Text })
                    ),
                    Blocks.Text(Foot(file, sent), Look.Hint),
                ]
            )
        );
    }

    private static string Foot(BriefingFile file, SentText sent)
    {
        string Of(string question) => sent.Text.Answers[BriefingForms.Foot, question];
        var again = DateOnly.TryParseExact(Of(BriefingForms.ReviewOn), "yyyy-MM-dd", out var day)
            ? $" To be looked at again by {Wording.Written.Day(day)}."
            : "";
        return $"{file.Ref}, {Wording.Written.Day(sent.On)}. For: {BriefingWording.Of(file.Plan!.Audience).ToLowerInvariant()}. "
            + $"Whom to ask: {Of(BriefingForms.Contact)}.{again} It names nobody. {BriefingWording.LowNotNone} "
            + "Please do not try to find out whom it is about.";
    }
}
