using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Answered;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// A referral for practice learning as a Word file, as it stands now, for whoever may read it; every reading is recorded first (D2, D10,
/// F1).
/// </summary>
public sealed class LearningPapers(IRows rows, Visits visits, ReadAudit audit)
{
    /// <summary>Makes it. What is not there and what is not theirs gives the same answer (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> ReferralAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken)
    {
        if (
            record.Kind != RecordKind.Learning
            || await visits.OfAsync(visit, cancellationToken) is not { } reader
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not LearningFile { Referral: { } referral } file
            || !LearningPermissions.Sees(file, reader.Actor)
        )
        {
            return new PaperEnd.NotThere();
        }

        await audit.RecordAsync(reader, file, cancellationToken);
        return new PaperEnd.Drawn(
            $"{record}-referral.docx",
            AnsweredDocument.Write(
                referral.Form,
                referral.Answers,
                record.ToString(),
                $"Referred by {referral.Referrer.Display}, {referral.Referrer.AgencyName}, {London.Local(referral.SentAt):d MMMM yyyy}"
            )
        );
    }
}
