using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Figures;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// The reports of the group as Word and Excel files (E7, E24): a draft to who drafts or issues it; what was issued, as it was issued, to
/// whoever has a part in the group. Every reading is recorded first (F1).
/// </summary>
public sealed class GroupReportPapers
{
    private readonly IRows _rows;
    private readonly Visits _visits;
    private readonly ReadAudit _audit;
    private readonly PartnershipWords _words;
    private readonly ReportFigures _figures;
    private readonly GroupReportsKept _kept;
    private readonly KeptPapersWatch _watch;

    internal GroupReportPapers(
        IRows rows,
        Visits visits,
        ReadAudit audit,
        PartnershipWords words,
        ReportFigures figures,
        GroupReportsKept kept,
        KeptPapersWatch watch
    ) => (_rows, _visits, _audit, _words, _figures, _kept, _watch) = (rows, visits, audit, words, figures, kept, watch);

    /// <summary>One file. What is not there and what is not theirs gives the same answer (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="number">Which report.</param>
    /// <param name="asWorkbook">Its figures as a workbook; else the document.</param>
    public async Task<PaperEnd> OpenAsync(CardAction visit, int number, bool asWorkbook, CancellationToken cancellationToken)
    {
        if (
            await _visits.OfAsync(visit, cancellationToken) is not { } reader
            || !GroupPermissions.Sees(reader.Actor)
            || (await StoredRecord.LoadAsync(_rows, RecordRef.Group, cancellationToken)).Record is not GroupFile group
            || group.Report(number) is not { } report
            || (report.Issued is null && !GroupPermissions.SeesDrafts(reader.Actor))
        )
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, group, cancellationToken);
        if (report.Issued is null)
        {
            var content = await _figures.OfAsync(group, report, cancellationToken);
            return asWorkbook
                ? new PaperEnd.Drawn(GroupReportDocuments.FileName(report, "xlsx"), GroupReportDocuments.Excel(report, content, _words))
                : new PaperEnd.Drawn(GroupReportDocuments.FileName(report, "docx"), GroupReportDocuments.Word(report, content, _words));
        }

        try
        {
            var file = (await _kept.OfAsync(report, cancellationToken))[asWorkbook ? 1 : 0];
            return new PaperEnd.Drawn(file.Document.Name, file.Bytes);
        }
        catch (KeptFileException wrong)
        {
            return await _watch.GoneAsync(RecordRef.Group, wrong, cancellationToken);
        }
    }
}
