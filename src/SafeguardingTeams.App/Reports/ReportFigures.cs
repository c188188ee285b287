using System.Collections.Immutable;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.SmallNumbers;
using SafeguardingTeams.Presentation.Steps.Seats;

namespace SafeguardingTeams.App.Reports;

/// <summary>
/// Counts for a report from one range read of index rows (E24); no event is read. Small numbers are hidden here, once, before anything is
/// drawn or stored (E25).
/// </summary>
public sealed class ReportFigures(IRows rows, CurrentRules currentRules, PartnershipFile file)
{
    /// <summary>The largest number that is hidden (E25).</summary>
    private int Bound => file.HideUpTo ?? Hiding.UsualBound;

    /// <summary>What a report says: as it was issued, or counted now.</summary>
    public async Task<CountedReport> OfAsync(GroupFile group, GroupReport report, CancellationToken cancellationToken) =>
        report.Issued?.Content ?? Count(await FigureRows.AllAsync(rows, cancellationToken), group, report.Kind, report.Period);

    /// <summary>What earlier years' reports would say today, of the year of a report that is issued (E24).</summary>
    public async Task<ImmutableList<Correction>> SinceAsync(GroupReport report, CancellationToken cancellationToken) =>
        report is { Kind: GroupReportKind.Yearly, Issued: { } issued }
        && CanBeCountedAgain((GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record, report.Period)
            ?
            [
                .. Correction.Between(
                    report.Year,
                    issued.Content.Figures,
                    Counting.Of(await FigureRows.AllAsync(rows, cancellationToken), report.Period)
                ),
            ]
            : [];

    /// <summary>Counts.</summary>
    /// <param name="all">What is counted of every record.</param>
    /// <param name="group">The group with its reports: small numbers are hidden with those issued before in mind.</param>
    public CountedReport Count(IReadOnlyList<RecordFigures> all, GroupFile group, GroupReportKind kind, ReportPeriod period)
    {
        var counted = Counting.Of(all, period);
        if (kind != GroupReportKind.Yearly)
        {
            var told = kind switch
            {
                GroupReportKind.Executive => ReportSelection.Executive,
                GroupReportKind.Monitoring => ReportSelection.Monitoring,
                _ => ReportSelection.AuditGroup,
            };
            counted = counted.FindAll(one => told.Contains(one.Table));
            return new(counted, [], Names(counted, []), []);
        }

        var year = ReportPeriod.YearOf(period.From);
        var agencies = file.Agencies.Select(one => one.Id).ToList();
        var before = group.Reports.FindAll(one => one is { Kind: GroupReportKind.Yearly, Issued: not null } && one.Period != period);
        var tables = Characteristics.Of(all, year, agencies, [.. before.SelectMany(one => one.Issued!.Content.Tables)], Bound);
        counted = [.. counted, .. Characteristics.Themes(all, year, Bound)];
        ImmutableList<Correction> corrections =
        [
            .. before
                .Where(one => one.Year < year && CanBeCountedAgain(group, one.Period))
                .OrderBy(one => one.Year)
                .SelectMany(one => Correction.Between(one.Year, one.Issued!.Content.Figures, Counting.Of(all, one.Period))),
        ];
        return new(counted, tables, Names(counted, tables, corrections), corrections);
    }

    /// <summary>Not a time of which a record was disposed of since: what its report would say today is not known (F3).</summary>
    private static bool CanBeCountedAgain(GroupFile group, ReportPeriod period) =>
        !group.Retained.Values.Any(one => one.Disposal is { Due: var due } && due.Opened <= period.To && due.Closed >= period.From);

    /// <summary>What the themes, agencies and seats are called that a report tells of.</summary>
    private ImmutableSortedDictionary<string, string> Names(
        ImmutableList<Figure> figures,
        ImmutableList<IssuedTable> tables,
        ImmutableList<Correction>? corrections = null
    )
    {
        var told = figures
            .Select(one => one.Row)
            .Concat(tables.SelectMany(table => table.Cells).Select(cell => cell.Key))
            .Concat((corrections ?? []).Select(one => one.Row))
            .ToHashSet(StringComparer.Ordinal);
        var names = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (
            var (id, name) in currentRules
                .Group.Themes.Select(theme => (theme.Id, theme.Name))
                .Concat(file.Agencies.Select(agency => (agency.Id, agency.Name)))
                .Concat(SeatCards.Seats(currentRules.Group).Select(seat => (seat.Id, seat.Title)))
                .Where(one => told.Contains(one.Id))
        )
        {
            names[id] = name;
        }

        return names.ToImmutable();
    }
}
