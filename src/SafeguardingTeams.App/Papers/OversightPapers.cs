using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Presentation.Pages;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// The lists of who oversees the work, on a page and as a workbook (E5): what the reader may see. That a workbook is taken is recorded
/// first (F1).
/// </summary>
public sealed class OversightPapers(OversightLists lists, Visits visits, ReadAudit audit, PartnershipWords words, LondonClock clock)
{
    /// <summary>The lists as they are shown: three range reads; null for anybody who does not oversee the work (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="openAt">The address of the page where a record is opened.</param>
    public async Task<string?> PageAsync(CardAction visit, Uri openAt, CancellationToken cancellationToken) =>
        await visits.OfAsync(visit, cancellationToken) is { } reader && OversightLists.May(reader.Actor)
            ? OversightPage.Draw(await lists.OfAsync(reader.Actor, cancellationToken), openAt, clock.Now, clock.Today)
            : null;

    /// <summary>The workbook; to anybody else the same answer as what is not there (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="only">One list; null for all of them.</param>
    public async Task<PaperEnd> ExcelAsync(CardAction visit, OversightList? only, CancellationToken cancellationToken)
    {
        if (await visits.OfAsync(visit, cancellationToken) is not { } reader || !OversightLists.May(reader.Actor))
        {
            return new PaperEnd.NotThere();
        }

        await audit.RecordAsync(reader, new GroupFile(), cancellationToken);
        var view = await lists.OfAsync(reader.Actor, cancellationToken);
        return new PaperEnd.Drawn(
            $"oversight-{(only is { } one ? $"{one.ToString().ToLowerInvariant()}-" : "")}{clock.Today:yyyy-MM-dd}.xlsx",
            OversightWorkbook.Write(view, words.PartnershipName, clock.Today, only)
        );
    }
}
