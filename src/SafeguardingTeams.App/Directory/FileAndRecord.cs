using System.Collections.Immutable;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// Of whom the partnership's file says another thing than the group's record: the record counts, so nothing is wrong (PD17).
/// </summary>
public sealed class FileAndRecord(CurrentRules currentRules)
{
    /// <summary>Their ids, in order; of whoever is on the record alone, the file says nothing.</summary>
    public async Task<ImmutableList<string>> DifferAsync(CancellationToken cancellationToken)
    {
        await currentRules.RefreshAsync(always: false, cancellationToken);
        return
        [
            .. currentRules
                .Group.People.Values.Where(person => currentRules.Configured.Find(person.Id) is { } inTheFile && !inTheFile.IsSame(person))
                .Select(person => person.Id),
        ];
    }

    /// <summary>The same in words; null where both say the same.</summary>
    public async Task<string?> SaidAsync(CancellationToken cancellationToken) =>
        await DifferAsync(cancellationToken) is { IsEmpty: false } ids
            ? $"The partnership's file says another thing than the group's record of: {string.Join(", ", ids)}. The record counts."
            : null;
}
