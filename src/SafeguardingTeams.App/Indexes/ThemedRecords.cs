using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Steps.Themes;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// What carries a theme of the partnership's list, across cases and practice learning: counts of all, and of the records themselves only
/// those the person may see (F2).
/// </summary>
internal sealed class ThemedRecords(IRows rows)
{
    /// <summary>How many records carry each theme, by its id.</summary>
    internal async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken) =>
        (await rows.ReadAsync(Keys.AllThemed, cancellationToken))
            .GroupBy(row => Keys.ThemeOf(row.Key), StringComparer.Ordinal)
            .ToDictionary(theme => theme.Key, theme => theme.Count(), StringComparer.Ordinal);

    /// <summary>The records that carry a theme, by reference.</summary>
    /// <param name="besides">A record that is left out; null for none.</param>
    internal async Task<ThemeGroup> OfAsync(ChosenTheme theme, RecordRef? besides, Actor actor, CancellationToken cancellationToken)
    {
        ImmutableList<RecordRef> all =
        [
            .. (await rows.ReadAsync(Keys.Themed(theme.Id), cancellationToken))
                .Select(row => RecordRef.Parse(row["record"]))
                .Where(record => record != besides),
        ];
        var seen = ImmutableList.CreateBuilder<(RecordRef, string)>();
        foreach (var record in all)
        {
            if (Stands((await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record, actor) is { } stands)
            {
                seen.Add((record, stands));
            }
        }

        return new(theme.Id, theme.Name, seen.ToImmutable(), all.Count - seen.Count);
    }

    /// <summary>
    /// All that there is of a theme: what carries it, and from what of that this person may open, reviews, actions and briefings by the
    /// links of their rows; recommendations by their theme. Of what they may not open nothing is followed, and it is counted alone (F2).
    /// </summary>
    internal async Task<WholeTheme> WholeAsync(ChosenTheme theme, Actor actor, CancellationToken cancellationToken)
    {
        var carried = await OfAsync(theme, null, actor, cancellationToken);
        var lines = carried.Records.ConvertAll(one => new ThemeLine(ThemePart.Carried, one.Record, one.Stands)).ToBuilder();
        var others = new Dictionary<ThemePart, int> { [ThemePart.Carried] = carried.Others };
        var seen = carried.Records.Select(one => one.Record).ToHashSet();
        var recommended = (await rows.ReadAsync(Keys.RecommendedOn(theme.Id), cancellationToken)).ToLookup(
            row => RecordRef.Parse(row["record"]),
            row => int.Parse(row["number"], CultureInfo.InvariantCulture)
        );

        // Reviews first: what was agreed from them and told of them follows from those this person may open.
        var linked = await LinkedAsync(carried.Records.Select(one => one.Record), cancellationToken);
        await AddAsync(linked.Concat(recommended.Select(one => one.Key)), RecordKind.Review);
        linked = [.. linked, .. await LinkedAsync(Of(ThemePart.Reviews), cancellationToken)];
        await AddAsync(linked, RecordKind.Action);
        await AddAsync(linked, RecordKind.Briefing);
        return new(
            theme.Id,
            theme.Name,
            [.. lines.OrderBy(line => line.Part)],
            others.Where(one => one.Value > 0).ToImmutableSortedDictionary(one => one.Key, one => one.Value)
        );

        List<RecordRef> Of(ThemePart part) => [.. lines.Where(line => line.Part == part).Select(line => line.Record)];

        async Task AddAsync(IEnumerable<RecordRef> found, RecordKind kind)
        {
            foreach (var record in found.Where(one => one.Kind == kind).Distinct().Where(seen.Add))
            {
                var file = (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record;
                switch (file)
                {
                    case ReviewFile review when ReviewPermissions.Sees(review, actor):
                        lines.Add(new(ThemePart.Reviews, record, ThemeWords.Stands(review)));
                        lines.AddRange(
                            recommended[record]
                                .Order()
                                .Select(review.Recommendation)
                                .OfType<ReviewRecommendation>()
                                .Select(one => new ThemeLine(ThemePart.Recommendations, record, ThemeWords.Stands(one)))
                        );
                        break;
                    case ActionFile action when ActionPermissions.Sees(action, actor):
                        lines.Add(new(ThemePart.Actions, record, ThemeWords.Stands(action)));
                        break;
                    case BriefingFile briefing when BriefingPermissions.Sees(briefing, actor):
                        lines.Add(new(ThemePart.Briefings, record, ThemeWords.Stands(briefing)));
                        break;
                    default:
                        var part =
                            kind == RecordKind.Review ? ThemePart.Reviews
                            : kind == RecordKind.Action ? ThemePart.Actions
                            : ThemePart.Briefings;
                        others[part] = others.GetValueOrDefault(part) + 1;
                        others[ThemePart.Recommendations] =
                            others.GetValueOrDefault(ThemePart.Recommendations) + recommended[record].Count();
                        break;
                }
            }
        }
    }

    /// <summary>What is linked to any of these records, by the links of their rows.</summary>
    private async Task<ImmutableList<RecordRef>> LinkedAsync(IEnumerable<RecordRef> of, CancellationToken cancellationToken)
    {
        var linked = ImmutableList.CreateBuilder<RecordRef>();
        foreach (var record in of)
        {
            linked.AddRange((await rows.ReadAsync(Keys.LinksOf(record), cancellationToken)).Select(row => RecordRef.Parse(row["record"])));
        }

        return linked.ToImmutable();
    }

    /// <summary>The themes a record carries; null where the person has no part in it.</summary>
    internal async Task<ImmutableList<ChosenTheme>?> CarriedAsync(RecordRef of, Actor actor, CancellationToken cancellationToken) =>
        of.Kind is not (RecordKind.Case or RecordKind.Learning)
            ? null
            : (await StoredRecord.LoadAsync(rows, of, cancellationToken)).Record switch
            {
                LearningFile file when LearningPermissions.Sees(file, actor) => file.Themes,
                CaseFile file when Permissions.Sees(file, actor) =>
                [
                    .. file.Themes.Select(mapped => mapped.Theme).DistinctBy(theme => theme.Id),
                ],
                _ => null,
            };

    /// <summary>Where a record stands, to whoever may see it; null to others.</summary>
    private static string? Stands(RecordFile record, Actor actor) =>
        record switch
        {
            LearningFile file when LearningPermissions.Sees(file, actor) => ThemeWords.Stands(file),
            CaseFile file when Permissions.Sees(file, actor) => ThemeWords.Stands(file),
            _ => null,
        };
}
