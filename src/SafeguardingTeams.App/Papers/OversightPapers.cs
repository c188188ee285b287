using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>The lists of who oversees the work as a workbook (E5): what the reader may see; the reading is recorded first (F1).</summary>
public sealed class OversightPapers(OversightLists lists, Visits visits, ReadAudit audit, PartnershipWords words, LondonClock clock)
{
    /// <summary>The workbook; to anybody else the same answer as what is not there (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> ExcelAsync(CardAction visit, CancellationToken cancellationToken)
    {
        if (await visits.OfAsync(visit, cancellationToken) is not { } reader || !OversightLists.May(reader.Actor))
        {
            return new PaperEnd.NotThere();
        }

        await audit.RecordAsync(reader, RecordRef.Group, cancellationToken);
        var view = await lists.OfAsync(reader.Actor, cancellationToken);
        return new PaperEnd.Drawn(
            $"oversight-{clock.Today:yyyy-MM-dd}.xlsx",
            OversightCard.Excel(view, words.PartnershipName, clock.Today)
        );
    }
}
