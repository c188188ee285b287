using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Steps.AccessReview;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>The list of who can get in as a workbook, to who reviews it (F2); that it is taken is recorded first (F1).</summary>
public sealed class AccessPapers(AccessList list, Visits visits, ReadAudit audit, PartnershipWords words, LondonClock clock)
{
    /// <summary>The workbook; to anybody else the same answer as what is not there (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> ExcelAsync(CardAction visit, CancellationToken cancellationToken)
    {
        if (await visits.OfAsync(visit, cancellationToken) is not { } reader || !GroupPermissions.IsTheirs(Step.ReviewAccess, reader.Actor))
        {
            return new PaperEnd.NotThere();
        }

        await audit.RecordAsync(reader, new GroupFile(), cancellationToken);
        return new PaperEnd.Drawn(
            $"who-can-get-in-{clock.Today:yyyy-MM-dd}.xlsx",
            AccessWorkbook.Write(await list.OfAsync(cancellationToken), words.PartnershipName, clock.Today)
        );
    }
}
