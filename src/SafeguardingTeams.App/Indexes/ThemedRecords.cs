using System.Collections.Immutable;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
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
