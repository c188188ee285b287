using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// A briefing as a Word file, as it went last, for whoever has a part in it or reads it for their agency; every reading is recorded first
/// (E20, F1). What was withdrawn is opened by nobody it was sent to.
/// </summary>
public sealed class BriefingPapers
{
    private readonly IRows _rows;
    private readonly Visits _visits;
    private readonly ReadAudit _audit;
    private readonly BriefingsKept _kept;
    private readonly KeptPapersWatch _watch;

    internal BriefingPapers(IRows rows, Visits visits, ReadAudit audit, BriefingsKept kept, KeptPapersWatch watch) =>
        (_rows, _visits, _audit, _kept, _watch) = (rows, visits, audit, kept, watch);

    /// <summary>Opens it. What is not there and what is not theirs gives the same answer (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> SentAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken)
    {
        if (
            record.Kind != RecordKind.Briefing
            || await _visits.OfAsync(visit, cancellationToken) is not { } reader
            || (await StoredRecord.LoadAsync(_rows, record, cancellationToken)).Record is not BriefingFile { Sent: [.., var last] } file
            || !(
                BriefingPermissions.Sees(file, reader.Actor)
                || (file.Stage != BriefingStage.Withdrawn && BriefingPermissions.ReadsForTheirs(file, reader.Actor))
            )
        )
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, file, cancellationToken);
        try
        {
            var kept = await _kept.OfAsync(file, last, cancellationToken);
            return new PaperEnd.Drawn(kept.Document.Name, kept.Bytes);
        }
        catch (KeptFileException wrong)
        {
            return await _watch.GoneAsync(record, wrong, cancellationToken);
        }
    }
}
