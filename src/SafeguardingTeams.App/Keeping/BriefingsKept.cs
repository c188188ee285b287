using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Briefings;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Keeping;

/// <summary>
/// Briefings as they went: drawn from the text that was sent, once, by whoever needs them first (E20, F1).
/// </summary>
internal sealed class BriefingsKept(PartnershipWords words, KeptDocuments keeping, IRows rows)
{
    /// <summary>The file of a sending.</summary>
    /// <exception cref="KeptFileException">It is not there, or not what was recorded.</exception>
    internal async Task<KeptBytes> OfAsync(BriefingFile file, SentText sent, CancellationToken cancellationToken)
    {
        var occasion = $"briefing-{sent.Version.ToString(CultureInfo.InvariantCulture)}";
        return KeptFile.Of(file).FirstOrDefault(one => one.Document.Occasion == occasion) is { } kept
            ? await keeping.ReadAsync(file, kept, cancellationToken)
            : (
                await keeping.KeepAsync(
                    file,
                    occasion,
                    string.Join("; ", file.Plan!.Agencies.Select(agency => agency.Name)),
                    [
                        new(
                            KeptKind.Briefing,
                            "",
                            $"{file.Ref}-{sent.Text.FormId}-{sent.Text.Number.ToString(CultureInfo.InvariantCulture)}.docx",
                            () => BriefingDocument.Write(file, sent, words.PartnershipName)
                        ),
                    ],
                    cancellationToken
                )
            )[0];
    }

    /// <summary>Keeps what has gone and is not kept yet, and looks whether all that is kept is what went.</summary>
    /// <exception cref="KeptFileException">Something is not there, or not what was recorded.</exception>
    internal Task KeepAllAsync(BriefingFile file, CancellationToken cancellationToken) =>
        EachKept.AsItWentAsync(
            file.Sent,
            async sent =>
                await OfAsync(
                    (BriefingFile)(await StoredRecord.LoadAsync(rows, file.Ref, cancellationToken)).Record,
                    sent,
                    cancellationToken
                ),
            sent => $"Text {sent.Text.Number.ToString(CultureInfo.InvariantCulture)}"
        );
}
