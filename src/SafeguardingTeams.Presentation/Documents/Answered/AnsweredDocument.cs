using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Answered;

/// <summary>
/// A form that was sent, as a document to read: the completed referral and the returned scoping forms of the pack (B13), a referral for
/// practice learning (D2).
/// </summary>
public static class AnsweredDocument
{
    /// <summary>Writes it.</summary>
    /// <param name="answers">What was answered.</param>
    /// <param name="reference">The record's reference.</param>
    /// <param name="from">Who sent it, and when, in words.</param>
    public static ReadOnlyMemory<byte> Write(Form form, Answers answers, string reference, string from) =>
        WordFile.Write(
            new(
                $"{form.Title}, {reference}",
                reference,
                [
                    Blocks.Title(form.Title),
                    Blocks.Subtitle(from),
                    Blocks.Fact("Reference", reference),
                    .. form.Asked(answers).SelectMany(page => new AnsweredPages(answers, _ => false).Of(page, 1)),
                ]
            )
        );
}
