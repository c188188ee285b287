using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Documents.Reviews;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// Terms of reference of a review as a Word file, as they stand now, for whoever may read the review; every reading is recorded first (C10,
/// F1).
/// </summary>
public sealed class ReviewPapers(IRows rows, Visits visits, ReadAudit audit, PartnershipWords words)
{
    /// <summary>Makes it. What is not there and what is not theirs gives the same answer (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> TermsAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken)
    {
        if (
            record.Kind != RecordKind.Review
            || await visits.OfAsync(visit, cancellationToken) is not { } reader
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not ReviewFile file
            || !ReviewPermissions.Sees(file, reader.Actor)
            || file.Terms.Read.IsEmpty
        )
        {
            return new PaperEnd.NotThere();
        }

        await audit.RecordAsync(reader, record, cancellationToken);
        return new PaperEnd.Drawn($"{record}-terms-of-reference.docx", TermsDocument.Write(file, words.PartnershipName));
    }
}
