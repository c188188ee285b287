using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Papers;

/// <summary>Certificates of disposal as they were issued, to who decides on disposals; the reading is recorded first (F1, F3).</summary>
public sealed class CertificatePapers
{
    private readonly IRows _rows;
    private readonly Visits _visits;
    private readonly ReadAudit _audit;
    private readonly KeptDocuments _kept;
    private readonly KeptPapersWatch _watch;

    internal CertificatePapers(IRows rows, Visits visits, ReadAudit audit, KeptDocuments kept, KeptPapersWatch watch) =>
        (_rows, _visits, _audit, _kept, _watch) = (rows, visits, audit, kept, watch);

    /// <summary>One certificate. What is not there and what is not theirs gives the same answer (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="number">Its number.</param>
    public async Task<PaperEnd> OpenAsync(CardAction visit, string number, CancellationToken cancellationToken)
    {
        if (
            await _visits.OfAsync(visit, cancellationToken) is not { } reader
            || !GroupPermissions.IsTheirs(Step.HoldRecord, reader.Actor)
            || (await StoredRecord.LoadAsync(_rows, RecordRef.Group, cancellationToken)).Record is not GroupFile group
            || KeptFile
                .Of(group)
                .FirstOrDefault(one => one.Document.Kind == KeptKind.DisposalCertificate && one.Document.Occasion == $"disposal-{number}")
                is not { } kept
        )
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, group, cancellationToken);
        try
        {
            var file = await _kept.ReadAsync(group, kept, cancellationToken);
            return new PaperEnd.Drawn(file.Document.Name, file.Bytes);
        }
        catch (KeptFileException wrong)
        {
            return await _watch.GoneAsync(RecordRef.Group, wrong, cancellationToken);
        }
    }
}
