using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Figures;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Keeping;

/// <summary>
/// The files of a report of the group as it was issued, drawn from what was fixed then and kept, once, by whoever needs them first (E24).
/// </summary>
internal sealed class GroupReportsKept(PartnershipWords words, KeptDocuments keeping, IRows rows)
{
    /// <summary>Its Word document, then its workbook.</summary>
    /// <exception cref="KeptFileException">One is not there, or not what was recorded.</exception>
    internal async Task<IReadOnlyList<KeptBytes>> OfAsync(GroupReport report, CancellationToken cancellationToken)
    {
        var content = report.Issued!.Content;
        var group = (await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record;
        return await keeping.KeepAsync(
            group,
            $"report-{report.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            "Whoever has a part in the group",
            [
                new(KeptKind.GroupReport, "", GroupReportDocuments.FileName(report, "docx"), () =>
                    GroupReportDocuments.Word(report, content, words)
                ),
                new(KeptKind.GroupReportFigures, "", GroupReportDocuments.FileName(report, "xlsx"), () =>
                    GroupReportDocuments.Excel(report, content, words)
                ),
            ],
            cancellationToken
        );
    }

    /// <summary>Keeps what is issued and is not kept yet, and looks whether all that is kept is what was issued.</summary>
    /// <exception cref="KeptFileException">One is not there, or not what was recorded.</exception>
    internal Task KeepAllAsync(GroupFile group, CancellationToken cancellationToken) =>
        EachKept.AsItWentAsync(
            group.Reports.FindAll(report => report.Issued is not null),
            report => OfAsync(report, cancellationToken),
            report => $"Report {report.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}"
        );
}
