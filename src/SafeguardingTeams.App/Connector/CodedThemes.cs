using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Connector;

/// <summary>A theme of the partnership's list (E11).</summary>
/// <param name="Records">How many records carry it.</param>
/// <param name="IsRetired">Whether it is given to nothing new.</param>
public sealed record CodedTheme(string Id, string Name, int Records, bool IsRetired);

/// <summary>
/// The themes and how many records carry each, to who has a part in the group; which records those are, to whoever may open them (F2).
/// </summary>
public sealed class CodedThemes
{
    private readonly IRows _rows;
    private readonly CurrentRules _currentRules;
    private readonly ThemedRecords _themed;

    internal CodedThemes(IRows rows, CurrentRules currentRules, ThemedRecords themed) =>
        (_rows, _currentRules, _themed) = (rows, currentRules, themed);

    /// <summary>Whether the caller may know of them: an application, or who has a part in the group's work.</summary>
    public static bool May(Caller caller) => caller is not Caller.Person person || GroupPermissions.Sees(person.Actor);

    /// <summary>The list, in its order: one range read.</summary>
    public async Task<IReadOnlyList<CodedTheme>> ListAsync(CancellationToken cancellationToken)
    {
        await _currentRules.RefreshAsync(always: false, cancellationToken);
        var counted = await _themed.CountAsync(cancellationToken);
        return
        [
            .. _currentRules.Group.Themes.Select(theme => new CodedTheme(
                theme.Id,
                theme.Name,
                counted.GetValueOrDefault(theme.Id),
                theme.RetiredBecause.Length > 0
            )),
        ];
    }

    /// <summary>The cases and referrals that carry a theme and the caller may open; null where there is no such theme.</summary>
    public async Task<IReadOnlyList<RecordRef>?> RecordsAsync(Caller.Person caller, string theme, CancellationToken cancellationToken)
    {
        await _currentRules.RefreshAsync(always: false, cancellationToken);
        if (!_currentRules.Group.Themes.Exists(one => one.Id == theme))
        {
            return null;
        }

        var seen = new List<RecordRef>();
        foreach (var row in await _rows.ReadAsync(Keys.Themed(theme), cancellationToken))
        {
            var record = RecordRef.Parse(row["record"]);
            if (CodedRecords.Sees((await StoredRecord.LoadAsync(_rows, record, cancellationToken)).Record, caller.Actor))
            {
                seen.Add(record);
            }
        }

        return seen;
    }
}
